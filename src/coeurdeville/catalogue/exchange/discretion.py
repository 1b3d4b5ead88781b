"""Persons kept out of what is published: inhabitants are not named, texts say how to reach nobody.

The workbook is the town's own file: it keeps all. Every other form writes what `discreet` gives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coeurdeville.catalogue.exchange.person_words import CIVILITY, MASK, looks_like_somebody, masked, names_a_body
from coeurdeville.core.french import capital, plural, slug
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.vocabulaire import Acteur, Nature
from coeurdeville.schemas.personal.emails import EMAIL

INHABITANT = "un habitant"
"""How a person who holds or makes data is called in what is published."""
NAMES_HIDDEN = Kind(
    "echange-habitant-non-nomme",
    "Dans {count_words}, le producteur ou le détenteur est une personne : {form} écrit « un habitant », sans SIREN.",
    "Rien à faire : une personne n’est pas nommée dans ce qui est publié. Le classeur garde tout.",
    Level.WARNING,
)
TEXTS_MASKED = Kind(
    "echange-texte-masque",
    "{form} : dans les textes de {count_words}, des noms, des téléphones ou des courriels de personnes sont remplacés "
    "par « [masqué] », ou l’adresse qui en contient n’est pas écrite.",
    "Les remplacer dans l’inventaire par une fonction ou un service. Le classeur garde tout.",
    Level.WARNING,
)
NOBODY = frozenset({
    "habitant", "habitants", "un-habitant", "des-habitants", "les-habitants", "particulier", "particuliers",
})  # fmt: skip
"""Bare words by which inhabitants are already called without their names."""
TEXTS = ("titre", "producteur", "detenteur", "systeme", "service_referent", "acces", "qualite")
STATUS_TEXTS = ("auteur", "preuve", "motif", "reponse")
SPARED = frozenset({"contact", "contact_service", "date_publ", "date_maj", "maille", "producteur_siret"})
"""Keys of `Donnee.autres` that are looked at on their own when they are published."""
_WORD = re.compile(r"[\w’'-]{3,}")


@dataclass(frozen=True)
class Discreet:
    """Entries as they may be published, and what was hidden."""

    donnees: tuple[Donnee, ...]
    problems: tuple[Problem, ...]


def hides(value: object) -> bool:
    """Whether a text is what stands for a person in a published file."""
    return isinstance(value, str) and (MASK in value or value == INHABITANT)


def discreet(donnees: Sequence[Donnee], form: str, written: Collection[str]) -> Discreet:
    """The entries without persons; `form` is how messages call what is written, `written` the keys that it writes.

    Whoever is known as a person in one entry is nobody's name in any. An identifier made of the name of a person is
    replaced too, in the entries that are drawn from it as well.
    """
    own = [_persons(one) for one in donnees]
    everybody = dict.fromkeys(name for found in own for name in found)
    names = [
        dict.fromkeys((*found, *(name for name in (one.detenteur, one.producteur) if name in everybody)))
        for one, found in zip(donnees, own, strict=True)
    ]
    ids = {
        one.id: _identifier(one, found, rank) for rank, (one, found) in enumerate(zip(donnees, names, strict=True), 1)
    }
    anonymous = [_unnamed(one, found) for one, found in zip(donnees, names, strict=True)]
    clean = [_clean(one, _masking(found, everybody)) for one, found in zip(anonymous, names, strict=True)]
    named = [ids[one.id] for one, after in zip(donnees, anonymous, strict=True) if _differ(one, after, written)]
    texts = [ids[one.id] for one, after in zip(anonymous, clean, strict=True) if _differ(one, after, written)]
    renamed = (
        replace(one, id=ids[one.id], derive_de=tuple(ids.get(each, each) for each in one.derive_de)) for one in clean
    )
    return Discreet(tuple(renamed), tuple(_told(form, named, texts)))


def _told(form: str, named: Sequence[str], texts: Sequence[str]) -> Iterator[Problem]:
    for kind, ids in ((NAMES_HIDDEN, named), (TEXTS_MASKED, texts)):
        if ids:
            yield kind(
                form=form if kind is NAMES_HIDDEN else capital(form),
                count_words=plural(len(ids), "donnée"),
                examples=ids,
            )


def _differ(before: Donnee, after: Donnee, written: Collection[str]) -> bool:
    """Whether a text that is written is not what it was."""
    return _texts(before, written) != _texts(after, written)


def _texts(donnee: Donnee, written: Collection[str]) -> list[object]:
    beside = [donnee.autres.get(key, "") for key in sorted(written)]
    latest = [getattr(donnee.statut, key, "") for key in STATUS_TEXTS if key in written]
    return [*(getattr(donnee, key) for key in (*TEXTS, "adresse") if key in written), *beside, *latest]


def _persons(donnee: Donnee) -> Collection[str]:
    """The holder and the producer, when they are somebody."""
    held = donnee.tenue_par
    found = [one for one in (donnee.detenteur, donnee.producteur) if one and _is_somebody(one, donnee, held)]
    return dict.fromkeys(found)


def _is_somebody(name: str, donnee: Donnee, held: str) -> bool:
    if re.match(CIVILITY, name):
        return True
    if slug(name) in NOBODY:
        return False
    if donnee.nature is Nature.HABITANT:
        return name == held or not names_a_body(name)
    return donnee.nature is None and donnee.categorie is Acteur.CITOYENS and looks_like_somebody(name)


def _unnamed(donnee: Donnee, persons: Collection[str]) -> Donnee:
    if not persons:
        return donnee
    keys = [key for key in ("producteur", "detenteur") if getattr(donnee, key) in persons]
    numbers = {"producteur_siret"} if donnee.producteur in persons else set()
    autres = {key: value for key, value in donnee.autres.items() if key not in numbers}
    siren = "" if donnee.tenue_par in persons else donnee.siren
    fields: dict[str, Any] = dict.fromkeys(keys, INHABITANT)
    return replace(donnee, siren=siren, autres=autres, **fields)


def _masking(persons: Collection[str], elsewhere: Collection[str]) -> Callable[[str], str]:
    """What hides these names, whole or word by word, those of other entries whole, and all that seems somebody's."""
    words = {word for name in persons for word in _WORD.findall(name) if word[0].isupper() and not names_a_body(word)}
    whole = [f"(?i:{re.escape(name)})" for name in dict.fromkeys((*persons, *elsewhere))]
    forms = [*whole, *(re.escape(form) for word in sorted(words) for form in dict.fromkeys((word, word.upper())))]
    named = re.compile(rf"\b(?:{'|'.join(forms)})\b") if forms else None
    twice = re.compile(rf"{re.escape(MASK)}(?:[\s,]*{re.escape(MASK)})+")

    def run(text: str) -> str:
        first = masked(text)
        return twice.sub(MASK, named.sub(MASK, first)) if named else first

    return run


def _clean(donnee: Donnee, run: Callable[[str], str]) -> Donnee:
    fields: dict[str, Any] = {key: run(getattr(donnee, key)) for key in TEXTS}
    page = "" if re.search(EMAIL, donnee.adresse) else donnee.adresse
    statuses = tuple(_status(one, run) for one in donnee.statuts)
    return replace(donnee, adresse=page, statuts=statuses, autres=_autres(donnee.autres, run), **fields)


def _status(status: Statut, run: Callable[[str], str]) -> Statut:
    fields: dict[str, Any] = {key: run(getattr(status, key)) for key in STATUS_TEXTS}
    return replace(status, **fields)


def _autres(autres: Mapping[str, object], run: Callable[[str], str]) -> dict[str, object]:
    looked_at = {key for key, value in autres.items() if isinstance(value, str) and key not in SPARED}
    return {key: run(str(value)) if key in looked_at else value for key, value in autres.items()}


def _identifier(donnee: Donnee, persons: Collection[str], rank: int) -> str:
    words = {slug(word) for name in persons for word in _WORD.findall(name)}
    return f"donnee-d-un-habitant-{rank}" if words & set(slug(donnee.id).split("-")) else donnee.id
