"""Which columns of a table hold places: by their names, then by what is written in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from coeurdeville.core.french import slug
from coeurdeville.readers.numbers import numbers
from coeurdeville.readers.projection import Numbers, Vicinity, fits

if TYPE_CHECKING:
    import pandas as pd


class Written(StrEnum):
    """How places are written."""

    WKT = "WKT"
    GEOJSON = "GeoJSON"
    WKB = "WKB"
    PAIR = "deux nombres dans une colonne"
    XY = "deux colonnes"


@dataclass(frozen=True)
class Places:
    """Columns that hold places."""

    written: Written
    columns: tuple[str, ...]
    """One column; for `XY`, the easting or longitude first."""


_TEXTS = {
    Written.WKT: re.compile(
        r"\s*(SRID=\d+;)?\s*((MULTI)?(POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\s*(ZM?|M)?\s*(\(|EMPTY)",
        re.IGNORECASE,
    ),
    Written.GEOJSON: re.compile(r'\s*\{.*"coordinates"\s*:', re.DOTALL),
    Written.WKB: re.compile(r"0[01][0-9A-Fa-f]{40,}"),
    Written.PAIR: re.compile(
        r"[\s(\[]*-?\d+(\.\d+)?\s*(,|;|\s)\s*-?\d+(\.\d+)?[\s)\]]*|[\s(\[]*-?\d+,\d+\s*[;/\s]\s*-?\d+,\d+[\s)\]]*"
    ),
}
_SHARE, _SAMPLE = 0.9, 200
_PAIR_NAMES = ("point", "geo", "coord", "latlon", "lat-lon", "latlng", "lonlat", "position", "xy", "localisation")
_AXES = (
    ("longitude", "latitude"),
    ("longitude", "lat"),
    ("long", "lat"),
    ("lng", "lat"),
    ("xlon", "ylat"),
    ("lon", "lat"),
    (r"(?<![a-z])x|x(?![a-z])", "y"),
    ("abscisse", "ordonnee"),
    ("easting", "northing"),
)
"""What tells the name of a second coordinate from that of the first: `coord_x` and `coord_y`."""
_MOST_COLUMNS = 12


def places(frame: pd.DataFrame) -> list[Places]:
    """Every way in which the table gives a place, the best first: shapes, longitude and latitude, X and Y, pairs.

    Text columns are judged on their first 200 values; a pair of numbers needs a name that says a place too, since
    `12 34` can be anything. Two columns are recognised by their names, which differ by one word.
    """
    texts = {column: written_in(frame[column]) for column in frame if frame[column].dtype in ("str", "object")}
    shapes = [Places(how, (column,)) for column, how in texts.items() if how not in (None, Written.PAIR)]
    named = [column for column, how in texts.items() if how is Written.PAIR and _says_place(column)]
    return [
        *shapes,
        *_couples([str(column) for column in frame]),
        *(Places(Written.PAIR, (column,)) for column in named),
    ]


def written_in(column: pd.Series) -> Written | None:
    """How the places of one column are written, judged on its first 200 values; None when it holds none."""
    said = column.dropna().head(_SAMPLE).astype("str")
    if not len(said):
        return None
    whole = {Written.WKB, Written.PAIR}
    for how, pattern in _TEXTS.items():
        found = said.map(lambda text, p=pattern, h=how: bool(p.fullmatch(text) if h in whole else p.match(text)))
        if found.mean() >= _SHARE:
            return how
    return None


def _says_place(name: str) -> bool:
    return any(word in slug(name) for word in _PAIR_NAMES)


def _couples(names: list[str]) -> list[Places]:
    """Pairs of columns whose names differ by one axis word only."""
    known = {slug(name): name for name in reversed(names)}
    found = {
        (name, known[other]): None
        for first, second in _AXES
        for said, name in reversed(known.items())
        if (other := re.sub(first, second, said)) != said and other in known
    }
    return [Places(Written.XY, couple) for couple in found]


def by_values(frame: pd.DataFrame, vicinity: Vicinity) -> list[Places]:
    """Two columns of numbers, whatever their names, that put nearly every row near the town; at most one pair.

    Only the first columns of decimal or large numbers are tried. A table without rows gives none.
    """
    if frame.empty:
        return []
    sample = frame.iloc[:: max(1, len(frame) // 500)]
    read = {column: numbers(sample[column]).values for column in frame}
    likely = [column for column, values in read.items() if np.mean(np.isfinite(values)) >= _SHARE and _precise(values)]
    best, chosen = _SHARE, None
    for first, second in combinations(likely[:_MOST_COLUMNS], 2):
        found = fits(vicinity, read[first], read[second])
        if found and found[0].share > best:
            best, chosen = found[0].share, (second, first) if found[0].swapped else (first, second)
    return [] if chosen is None else [Places(Written.XY, chosen)]


def _precise(values: Numbers) -> bool:
    """Decimal or large numbers: not ranks, ages or heights in metres."""
    known = values[np.isfinite(values)]
    return bool(np.mean(known % 0.01 > 1e-9) > 0.5 or np.median(np.abs(known)) > 100_000)
