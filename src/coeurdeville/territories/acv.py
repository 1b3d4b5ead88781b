"""Which communes belong to the Action Cœur de Ville programme, and where they are: `acv.csv`, told by `acv.toml`."""

from __future__ import annotations

import csv
import datetime
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from coeurdeville.core.french import MONTHS

TABLE = Path(__file__).with_name("acv.csv")
SOURCES = Path(__file__).with_name("acv.toml")
DESIGNATED: Final = datetime.date(2018, 3, 27)
"""When the first 222 towns of the programme were named: nobody belonged to it before."""


@dataclass(frozen=True)
class Source:
    """Where facts of the table come from."""

    titre: str
    producteur: str
    date: str
    """Year, or year and month: `2024-04`."""
    licence: str
    """Key of a licence: `lov2`."""
    page: str


@dataclass(frozen=True)
class Membership:
    """A commune as a member of the programme. Two communes may share one programme id."""

    id_acv: str
    """`ACV001` to `ACV233`, with holes."""
    code_insee: str
    nom: str
    longitude: float
    """Degrees (EPSG:4326), near the centre of the commune's ground."""
    latitude: float
    rayon_km: int
    """A circle of that radius around the point holds the whole commune, islets apart."""
    date: str
    """When the membership was so: `2024-04`."""
    source: str
    """Key of the membership's source in `sources`."""
    source_point: str
    """Key of the point's source."""


@dataclass(frozen=True)
class Liste:
    """The members at one date: every row of the table that bears it."""

    date: str
    """Year, or year and month: `2024-04`."""
    membres: Mapping[str, Membership]
    """Insee code -> membership, by programme id then Insee code."""

    @property
    def dite(self) -> str:
        """`avril 2024`."""
        year, _, month = self.date.partition("-")
        return f"{MONTHS[int(month) - 1]} {year}" if month else year

    def vaut(self, jour: datetime.date) -> bool:
        """Whether it is not of after a day."""
        return jour.isoformat()[: len(self.date)] >= self.date


def membership(code_insee: str) -> Membership | None:
    """The membership of a commune of today, in the last list; None outside the programme."""
    return listes()[-1].membres.get(code_insee)


def members() -> tuple[Membership, ...]:
    """All member communes of the last list, by programme id then Insee code."""
    return tuple(listes()[-1].membres.values())


def liste_au(jour: datetime.date) -> Liste:
    """The list in force at a day: the last one that is not of after it; before them all, the first one known."""
    return next((one for one in reversed(listes()) if one.vaut(jour)), listes()[0])


@cache
def listes() -> tuple[Liste, ...]:
    """Every list of the table, the oldest first. Rows of another date added to the table make another list."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = [_membership(row) for row in csv.DictReader(lines)]
    dates = sorted({row.date for row in rows})
    return tuple(Liste(date, {row.code_insee: row for row in rows if row.date == date}) for date in dates)


@cache
def sources() -> dict[str, Source]:
    """The sources of the table by key."""
    return {key: Source(**words) for key, words in tomllib.loads(SOURCES.read_text(encoding="utf-8")).items()}


def _membership(row: dict[str, str]) -> Membership:
    return Membership(
        id_acv=row["id_acv"],
        code_insee=row["code_insee"],
        nom=row["nom"],
        longitude=float(row["longitude"]),
        latitude=float(row["latitude"]),
        rayon_km=int(row["rayon_km"]),
        date=row["date"],
        source=row["source"],
        source_point=row["source_point"],
    )
