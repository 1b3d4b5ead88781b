"""The table of trees and shrubs of French streets and parks: `taxons.csv`, one row per taxon.

Edited by hand; `docs/taxons.md` says where each column comes from and `tests` hold what it promises.
Infraspecific taxa are counted under their species; rows of one word stand for a whole genus.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Taxon:
    """One row. Hybrids keep their sign: `Platanus × hispanica`."""

    name: str
    genus: str
    family: str
    french: str
    synonyms: tuple[str, ...]
    """Other Latin names, older or of other authors."""
    vernacular: tuple[str, ...]
    """Other French names."""
    codes: tuple[str, ...]
    """Codes of inventories that mean this taxon and no other: `TILCOR`, `PRUSERkan`."""
    heat: str
    """`thermophile`, `mésothermophile`; empty without public reference."""
    drought: str
    """`mésoxérophyte`; empty without public reference."""
    allergens: str
    """`fort`; `fort-genre` when only the genus is named; `oui`, `non`; empty without public reference."""
    references: tuple[str, ...]
    """Where name and family were read, such as `plantnet:1396797`."""
    verified: str
    """`espece` when the accepted name itself was read in a reference, `genre` when only its genus was."""
    trait_reference: str

    @property
    def is_species(self) -> bool:
        """False for the rows that stand for a whole genus."""
        return " " in self.name


@lru_cache(maxsize=1)
def taxa() -> tuple[Taxon, ...]:
    """Every row, in the order of the file; read once."""
    source = files("coeurdeville.layers.reference").joinpath("taxons.csv")
    with source.open(encoding="utf-8") as lines:
        return tuple(_taxon(row) for row in csv.DictReader(lines))


def _taxon(row: dict[str, str]) -> Taxon:
    return Taxon(
        name=row["nom"],
        genus=row["genre"],
        family=row["famille"],
        french=row["nom_francais"],
        synonyms=_several(row["synonymes"]),
        vernacular=_several(row["autres_noms"]),
        codes=_several(row["codes"]),
        heat=row["chaleur"],
        drought=row["secheresse"],
        allergens=row["allergenes"],
        references=_several(row["reference"]),
        verified=row["verifie"],
        trait_reference=row["reference_traits"],
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(SEPARATOR)) if cell else ()
