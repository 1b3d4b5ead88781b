"""What one layer of `diagnostic.gpkg` holds, before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from coeurdeville.core import french
from coeurdeville.reports.exports.map_style import LayerStyle

CLASS = "classe_de_la_carte"
"""Column of the class that the report's map gives to each object."""


@dataclass(frozen=True)
class Field:
    """A column: its name in the file, what is read above it, how to understand it."""

    key: str
    title: str
    description: str = ""


@dataclass(frozen=True)
class MapLayer:
    """A table of the file, with a place or without."""

    name: str
    title: str
    description: str
    """Source, date, licence, confidence: one line."""
    fields: tuple[Field, ...]
    frame: Any
    """A GeoDataFrame or a DataFrame, of these fields exactly."""
    geometry: str = ""
    """`Point`, `MultiLineString` or `MultiPolygon`; empty: without place."""
    styles: tuple[LayerStyle, ...] = ()
    """The first is the one with which the layer opens."""


def table_name(title: str) -> str:
    """`arbres_en_place`: the name of a table from its title."""
    return french.slug(title).replace("-", "_")


def described(unit: str, *sentences: str) -> str:
    """`En m. Vide quand elle n’est pas connue.`"""
    return " ".join(one for one in (f"En\u00a0{unit}." if unit else "", *sentences) if one)


def texts(values: Sequence[object]) -> Any:
    """A column of texts, unknown ones null."""
    import pandas as pd

    return pd.Series(list(values), dtype="string")
