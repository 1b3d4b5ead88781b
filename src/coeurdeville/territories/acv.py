"""Which communes belong to the Action Cœur de Ville programme, and where they are: `acv.csv`, told by `acv.toml`."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("acv.csv")
SOURCES = Path(__file__).with_name("acv.toml")


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


def membership(code_insee: str) -> Membership | None:
    """The membership of a commune of today; None outside the programme."""
    return _by_code().get(code_insee)


def members() -> tuple[Membership, ...]:
    """All member communes, by programme id then Insee code."""
    return tuple(_by_code().values())


@cache
def sources() -> dict[str, Source]:
    """The sources of the table by key."""
    return {key: Source(**words) for key, words in tomllib.loads(SOURCES.read_text(encoding="utf-8")).items()}


@cache
def _by_code() -> dict[str, Membership]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = [_membership(row) for row in csv.DictReader(lines)]
    return {row.code_insee: row for row in rows}


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
