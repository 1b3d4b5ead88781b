"""Towns that answer to what a visitor types: communes of today, and fictional towns that published something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coeurdeville.core.problems import Problem
from coeurdeville.espaces.lecture import communes_publiees
from coeurdeville.espaces.villes import FICTIVE, VillePublique
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.communes import longer_names, search
from coeurdeville.territories.noms import bare_key
from coeurdeville.territories.perimeter import programme
from coeurdeville.territories.projections import departement_of
from coeurdeville.territories.referentiel import read_referentiel
from coeurdeville.territories.reponses import LONGEST, nearest


@dataclass(frozen=True)
class Recherche:
    """What was found, and what must be said of the way it was."""

    texte: str
    """What was looked for, cut to `LONGEST`."""
    villes: tuple[VillePublique, ...]
    """The most populated first, fictional ones last."""
    notes: tuple[Problem, ...]
    proches: tuple[VillePublique, ...]
    """Names that come near, when nothing was found."""
    publiees: Mapping[str, str]
    """Insee code -> name of the towns that have a public diagnostic."""


def chercher(texte: str) -> Recherche:
    """The towns of a name, an Insee code, a postal code, a former name or code; nothing for an empty text. One query.

    A town of the programme also answers to the beginning of its name: a village that has it whole does not hide it.

    Raises
    ------
    Refused
        `referentiel-absent` when the communes are not baked.
    """
    typed, published = texte.strip()[:LONGEST], communes_publiees()
    if not typed:
        return Recherche("", (), (), (), published)
    matches = search(typed)
    communes = _most_peopled((*matches.communes, *longer_names(typed, programme())))
    found = (*(VillePublique(one.code, one.nom, one) for one in communes), *_fictional(typed, published))
    near = () if found else nearest(typed, read_referentiel())
    near_towns = tuple(VillePublique(one.code, one.nom, one) for one in near)
    return Recherche(typed, found, matches.notes, near_towns, published)


def _most_peopled(communes: Iterable[Commune]) -> list[Commune]:
    """Each once."""
    return sorted(dict.fromkeys(communes), key=lambda one: (-(one.population or 0), one.code))


def _fictional(typed: str, published: Mapping[str, str]) -> tuple[VillePublique, ...]:
    """Fictional towns of this code, or whose name begins so."""
    key = bare_key(typed)
    there = ((code, nom) for code, nom in published.items() if departement_of(code) == FICTIVE)
    return tuple(
        VillePublique(code, nom) for code, nom in there if code == typed or (key and bare_key(nom).startswith(key))
    )
