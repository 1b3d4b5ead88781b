"""Layers of measured objects: the columns that the service declares, under their French names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import numpy as np

from coeurdeville.core import french
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.vector import AREA, LINE, POINT, VectorLayer
from coeurdeville.reports import palette
from coeurdeville.reports.exports.facts import cited
from coeurdeville.reports.exports.map_layer import CLASS, Field, MapLayer, described, table_name, texts
from coeurdeville.reports.exports.map_style import Classed, LayerStyle, Shape, StyleClass, classed_objects
from coeurdeville.reports.model import Report
from coeurdeville.reports.subject import Chapter

FAMILIES: tuple[tuple[frozenset[str], str, Shape, str], ...] = (
    (AREA, "MultiPolygon", "area", "surfaces"),
    (LINE, "MultiLineString", "line", "lignes"),
    (POINT, "Point", "point", "points"),
)
"""Kinds of geometry, the one written, how it is drawn, the word for a layer that holds several."""
DTYPES = {"int": "Int64", "float": "float64", "str": "string", "bool": "boolean", "date": "date32[day][pyarrow]"}


def object_layers(chapter: Chapter, report: Report) -> Iterator[MapLayer]:
    """One layer, or one for each kind of geometry that the service declares; a table without place as it is."""
    kind, title = chapter.service.signature.result, chapter.service.signature.result.title
    fields, frame = object_values(chapter)
    classed = classed_objects(chapter, report)
    if classed is not None:
        frame[CLASS] = texts(classed.words).to_numpy()
        fields += (Field(CLASS, f"{classed.title} (classe)", "La classe de la carte du rapport."),)
    about = _about(chapter)
    if not issubclass(kind, VectorLayer):
        yield MapLayer(table_name(title), title, about, fields, frame)
        return
    frame = frame.set_geometry(chapter.objects.geometry.to_numpy(), crs=chapter.objects.crs)
    families = [family for family in FAMILIES if family[0] & kind.geometry]
    for types, written, shape, word in families:
        here = frame[frame.geom_type.isin(types)]
        named = f"{title} ({word})" if len(families) > 1 else title
        style = _style(chapter, shape, named, classed)
        yield MapLayer(table_name(named), named, about, fields, here, written, (style,))


def object_values(chapter: Chapter) -> tuple[tuple[Field, ...], Any]:
    """The columns that the service declares, and a row of them for each object, in their order, without place."""
    columns = [column for column in chapter.service.signature.result.columns if column.name in chapter.objects]
    return tuple(_field(column, chapter.objects) for column in columns), _frame(chapter.objects, columns)


def _about(chapter: Chapter) -> str:
    words = cited(chapter)
    return f"{chapter.service.title}. {words.sources}. Confiance {words.grade}. {words.licence}."


def _style(chapter: Chapter, shape: Shape, title: str, classed: Classed | None) -> LayerStyle:
    if classed is not None:
        return LayerStyle(classed.title, shape, classed.legend, CLASS)
    colour = palette.THEMES[cast("palette.Theme", str(chapter.service.theme))]
    return LayerStyle(title, shape, (StyleClass(title, colour),))


def _frame(objects: Any, columns: list[Column]) -> Any:
    """The declared columns, in types that a map file holds: infinity, which it does not, is null."""
    import geopandas as gpd
    import pandas as pd

    made = {column.key: _values(objects[column.name], column) for column in columns}
    return gpd.GeoDataFrame(pd.DataFrame(made, index=objects.index).reset_index(drop=True))


def _values(values: Any, column: Column) -> Any:
    if column.dtype in ("int", "float"):
        values = values.astype("float64").replace([np.inf, -np.inf], np.nan)
        values = values.round() if column.dtype == "int" else values
    return values.astype(DTYPES[column.dtype])


def _field(column: Column, objects: Any) -> Field:
    beyond = ""
    if column.dtype == "float" and np.isinf(objects[column.name].to_numpy(dtype=float)).any():
        beyond = "Vide quand elle est au-delà de la portée, ou inconnue."
    allowed = f"Valeurs\u00a0: {french.listing(column.values)}." if column.values else ""
    return Field(column.key, column.title, described(column.unit, allowed, beyond))
