"""Published editions as lists show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coeurdeville.core.french import day
from coeurdeville.espaces.models import Edition
from coeurdeville.web.public.addresses import town_path, version_path


@dataclass(frozen=True)
class EditionLine:
    """One published edition."""

    town: str
    address: str
    """The page of the town."""
    version: str
    """The page of this very edition."""
    established: str
    """`25/11/2026`."""
    iso: str
    code: str


def recent_lines(editions: Iterable[Edition]) -> list[EditionLine]:
    """In the order given; their spaces must be loaded."""
    return [_line(one.espace.commune, one.espace.nom, one.identifiant, one.etablie_le) for one in editions]


def _line(code: str, name: str, identifier: str, established: date) -> EditionLine:
    version = version_path(code, name, identifier)
    return EditionLine(name, town_path(code, name), version, day(established), established.isoformat(), code)
