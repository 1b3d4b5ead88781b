"""Who of data.gouv.fr is the town, and everything that it and its intercommunal body publish there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.inventory.decouverte.datagouv import (
    Organisation,
    Publies,
    datasets_of,
    datasets_on,
    organisations_named,
)
from coeurdeville.inventory.decouverte.jeu import Jeu
from coeurdeville.inventory.decouverte.lieu import Corps
from coeurdeville.net.net import Net

NOBODY = Kind(
    "organisme-non-trouve",
    "Aucun organisme de data.gouv.fr ne répond à « {name} ».",
    "Elle publie peut-être sous un autre nom ou sur son propre portail : donner alors son catalogue par --catalogue.",
    Level.NOTE,
)
BY_NAME = Kind(
    "organisme-par-son-nom",
    "« {found} » est pris pour « {name} » d’après son seul nom : il ne donne pas de SIREN.",
    "Vérifier sur data.gouv.fr que c’est bien lui avant de confirmer ses jeux de données.",
    Level.WARNING,
)
NAMESAKE = Kind(
    "organisme-homonyme",
    "Des organismes de data.gouv.fr portent le nom « {name} » sans être celui d’ici ou sans dire lequel ; "
    "rien n’en est pris.",
    "Choisir le bon sur data.gouv.fr, et lui demander d’y inscrire son SIRET.",
    Level.WARNING,
)
WITHDRAWN = Kind(
    "jeu-retire",
    "« {name} » a retiré, archivé ou caché {count_words} ; rien n’en est pris.",
    "Lui demander pourquoi, si l’un d’eux manque.",
    Level.NOTE,
)


@dataclass(frozen=True)
class Trouve:
    """A dataset, and which body it is of; None: somebody else publishes on this ground."""

    jeu: Jeu
    corps: Corps | None
    sur: bool = True
    """Whether the body was recognised by its SIREN; else by its name alone."""


@dataclass(frozen=True)
class Decouverte:
    """What was found, and everything that is to be said of it."""

    trouves: tuple[Trouve, ...]
    problems: tuple[Problem, ...]


def discover(bodies: Sequence[Corps], net: Net) -> Decouverte:
    """Everything that these bodies publish, then what others publish on their ground.

    Each list is whole or refused; a body whose list is refused is said, and the others are given.

    Raises
    ------
    Refused
        When no list at all came, with every reason.
    """
    found: dict[str, Trouve] = {}
    said: list[Problem] = []
    failed: list[Problem] = []
    whole = 0
    for body in bodies:
        try:
            organisations, problems = _recognised(body, organisations_named(net, body.cherche))
            said += problems
            for one, sure in organisations:
                published = datasets_of(net, one)
                said += _withdrawn(published, one.nom)
                _keep(found, published, body, sure=sure)
            whole += 1
        except Refused as refused:
            failed += refused.problems
    for body in bodies:
        try:
            _keep(found, datasets_on(net, body.zone), None, sure=True)
            whole += 1
        except Refused as refused:
            failed += refused.problems
    if not whole:
        raise Refused(dict.fromkeys(failed))
    return Decouverte(tuple(found.values()), tuple(dict.fromkeys((*net.notes, *failed, *said))))


def in_catalogue(jeux: Iterable[Jeu], bodies: Sequence[Corps]) -> tuple[Trouve, ...]:
    """The datasets of a catalogue, each with the body whose name its publisher bears, to be confirmed."""
    owners = [(jeu, next((body for body in bodies if body.porte(jeu.organisme)), None)) for jeu in jeux]
    return tuple(Trouve(jeu, body, sur=False) for jeu, body in owners)


def _recognised(body: Corps, found: Iterable[Organisation]) -> tuple[list[tuple[Organisation, bool]], list[Problem]]:
    """Those that bear its SIREN, or are where the observatoire saw it; else the only one of its name without SIREN.

    Namesakes are said, never taken.
    """
    known = list(found)
    sure = [one for one in known if _is_its_own(body, one)]
    named = [one for one in known if body.porte(one.nom) and one not in sure]
    mute = [one for one in named if not one.siren]
    if sure:
        return [(one, True) for one in sure], []
    if len(mute) == 1 and len(named) == 1 and not body.homonymes:
        return [(mute[0], False)], [BY_NAME(found=mute[0].nom, name=body.nom)]
    if named:
        return [], [NAMESAKE(name=body.nom, examples=[_told(one) for one in named])]
    return [], [NOBODY(name=body.nom)]


def _is_its_own(body: Corps, one: Organisation) -> bool:
    if body.siren and one.siren:
        return one.siren == body.siren
    return bool(body.page) and body.page in (one.id, one.slug)


def _told(one: Organisation) -> str:
    return f"{one.nom} ({f'SIREN {one.siren}' if one.siren else 'sans SIREN'})"


def _withdrawn(published: Publies, name: str) -> list[Problem]:
    titles = published.retires
    if not titles:
        return []
    return [WITHDRAWN(name=name, count_words=plural(len(titles), "jeu de données", "jeux de données"), examples=titles)]


def _keep(found: dict[str, Trouve], published: Publies, body: Corps | None, *, sure: bool) -> None:
    for jeu in published.jeux:
        found.setdefault(jeu.id, Trouve(jeu, body, sure))
