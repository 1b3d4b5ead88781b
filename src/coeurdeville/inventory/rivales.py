"""Entries of one file and one layer that do not say the same of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coeurdeville.core.french import listing, quoted
from coeurdeville.core.licences import UNKNOWN
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee

RIVALS = Kind(
    "donnees-contradictoires",
    "Les données {ids} décrivent le même fichier « {file} » et la même couche, avec des {what} différents ({values}).",
    "Ne garder que la bonne entrée, ou leur faire dire la même chose.",
    Level.WARNING,
)


def check_rivales(donnees: Sequence[Donnee]) -> Iterator[Problem]:
    """Files that several entries read as one layer, sheet by sheet, under several licences or vintages.

    What an entry does not say contradicts nothing.
    """
    together: dict[tuple[str, str, str], list[Donnee]] = {}
    for donnee in donnees:
        if donnee.fichier:
            key = (donnee.fichier, donnee.couche, donnee.correspondance.lecture.feuille)
            together.setdefault(key, []).append(donnee)
    for (file, _, _), rivals in together.items():
        for what, values in _said(rivals):
            if len(values) > 1:
                ids = quoted([one.id for one in rivals], len(rivals))
                yield RIVALS(ids=ids, file=file, what=what, values=listing(values))


def _said(rivals: Sequence[Donnee]) -> Iterator[tuple[str, list[str]]]:
    licences = [one.licence.title for one in rivals if one.licence is not UNKNOWN]
    vintages = [str(one.millesime) for one in rivals if one.millesime is not None]
    yield "licences", list(dict.fromkeys(licences))
    yield "millésimes", list(dict.fromkeys(vintages))
