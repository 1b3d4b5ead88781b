"""The communes that a request asks for, most populated first; only the rows of a page become objects."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coeurdeville.territories.commune import Commune
from coeurdeville.territories.communes import search
from coeurdeville.territories.noms import bare_key
from coeurdeville.territories.perimeter import programme
from coeurdeville.territories.referentiel import commune_of_row, read_referentiel

UNPEOPLED = -1
"""Population of a commune where it is not known, or where nobody lives."""


@dataclass(frozen=True)
class _Columns:
    """The columns that requests bear on, in the order of answers."""

    rows: NDArray[np.int64]
    """Where each stands in the table."""
    code: NDArray[np.str_]
    key: NDArray[np.str_]
    departement: NDArray[np.str_]
    region: NDArray[np.str_]
    population: NDArray[np.int64]


@dataclass(frozen=True)
class Wanted:
    """What a commune must be; None: whatever."""

    text: str | None = None
    """A code, a postal code, a name or its beginning."""
    programme: bool | None = None
    departement: str | None = None
    region: str | None = None
    least: int | None = None
    """Inhabitants."""
    most: int | None = None


def selected(wanted: Wanted, offset: int, limit: int) -> tuple[int, list[Commune]]:
    """How many communes there are, and those of a page."""
    columns = _columns()
    found = columns.rows[_mask(wanted, columns)]
    table = read_referentiel().communes
    part = table.take(found[offset : offset + limit]).to_pylist()
    return len(found), [commune_of_row(row) for row in part]


def codes_of(column: str) -> frozenset[str]:
    """Every code of `departement` or `region`."""
    return frozenset(getattr(_columns(), column).tolist())


def _mask(wanted: Wanted, columns: _Columns) -> NDArray[np.bool_]:
    mask = np.ones(len(columns.rows), dtype=np.bool_)
    if wanted.text is not None:
        mask &= _named(wanted.text, columns)
    if wanted.programme is not None:
        mask &= np.isin(columns.code, programme()) == wanted.programme
    if wanted.departement is not None:
        mask &= columns.departement == wanted.departement
    if wanted.region is not None:
        mask &= columns.region == wanted.region
    if wanted.least is not None:
        mask &= columns.population >= wanted.least
    if wanted.most is not None:
        mask &= (columns.population <= wanted.most) & (columns.population != UNPEOPLED)
    return mask


def _named(text: str, columns: _Columns) -> NDArray[np.bool_]:
    """What `commune` of the command line finds, and the names that start so."""
    found = np.isin(columns.code, [one.code for one in search(text).communes])
    key = bare_key(text)
    return found | np.strings.startswith(columns.key, key) if key else found


@cache
def _columns() -> _Columns:
    table = read_referentiel().communes
    people = np.array([UNPEOPLED if one is None else one for one in table["population"].to_pylist()], dtype=np.int64)
    code = _texts(table, "code")
    order = np.lexsort((code, -people))
    key, departement, region = (_texts(table, name)[order] for name in ("cle", "departement", "region"))
    return _Columns(order, code[order], key, departement, region, people[order])


def _texts(table: Any, name: str) -> NDArray[np.str_]:
    return np.array(table[name].to_pylist(), dtype=np.str_)
