"""Layers of zones: a column an indicator, in the ground of each quarter and square; and the town's outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from shapely.geometry.base import BaseGeometry

from coeurdeville.core import french
from coeurdeville.core.missing import Missing
from coeurdeville.reports.exports.facts import cited
from coeurdeville.reports.exports.map_layer import CLASS, Field, MapLayer, described, table_name, texts
from coeurdeville.reports.exports.map_style import NO_FILL, Classed, LayerStyle, StyleClass, classed_zones
from coeurdeville.reports.exports.zone_tables import Cell, ZoneColumn, ZoneTable, column_key, zone_tables
from coeurdeville.reports.model import Report
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.services.contract.page import SQUARE, ZoneMap

PLURALS = {SQUARE: "carrés de 200 m"}
"""Zonings that do not take an s at their end."""


def zone_layer(
    table: ZoneTable, grounds: Mapping[str, BaseGeometry], subject: Subject, chapters: Sequence[Chapter], report: Report
) -> MapLayer:
    """The zones of one zoning with the figures of every service, and why some are not given."""
    import geopandas as gpd

    columns: dict[str, Any] = {"nom": texts(table.zones)}
    fields, styles = [Field("nom", french.capital(table.zoning))], []
    for chapter in chapters:
        for field, values in _of_service(table, chapter):
            fields.append(field)
            columns[field.key] = values
        classed = _classed(chapter, report, table)
        if classed is not None:
            key = column_key(chapter.service, CLASS)
            columns[key] = texts(classed.words)
            fields.append(Field(key, f"{classed.title} (classe)", "La classe de la carte du rapport."))
            styles.append(LayerStyle(classed.title, "area", classed.legend, key))
    frame = gpd.GeoDataFrame(columns, geometry=[grounds[zone] for zone in table.zones], crs=subject.town.crs)
    title = french.capital(PLURALS.get(table.zoning, f"{table.zoning}s"))
    plain = LayerStyle(title, "area", (StyleClass(title, NO_FILL),))
    return MapLayer(table_name(title), title, _about(chapters, subject), tuple(fields), frame, "MultiPolygon",
                    tuple(styles) or (plain,))  # fmt: skip


def zone_values(chapter: Chapter, zoning: str, zones: Sequence[str]) -> tuple[tuple[Field, ...], Any]:
    """The figures of one service in these zones, a row each in their order; columns without the name of the service."""
    import pandas as pd

    table = next(one for one in zone_tables([chapter]) if one.zoning == zoning)
    fields, columns = [Field("nom", french.capital(zoning))], {"nom": texts(table.zones)}
    start = column_key(chapter.service, "")
    for field, values in _of_service(table, chapter):
        short = replace(field, key=field.key.removeprefix(f"{start}_"))
        fields.append(short)
        columns[short.key] = values
    frame = pd.DataFrame(columns).set_index("nom", drop=False)
    return tuple(fields), frame.loc[list(zones)].reset_index(drop=True)


def outline_layer(subject: Subject) -> Iterator[MapLayer]:
    """The outline of the town; nothing when it is not known."""
    import geopandas as gpd

    town = subject.town
    if town.outline is not None:
        title = "Contour de la commune"
        fields = (Field("code", "Code commune"), Field("nom", "Nom"))
        columns = {"code": texts([town.code]), "nom": texts([town.name])}
        frame = gpd.GeoDataFrame(columns, geometry=[town.outline], crs=town.crs)
        about = "Couche « contour » du dossier de la ville, avec sa source et sa licence."
        style = LayerStyle(title, "area", (StyleClass(title, NO_FILL),))
        yield MapLayer("contour", title, about, fields, frame, "MultiPolygon", (style,))


def _of_service(table: ZoneTable, chapter: Chapter) -> Iterator[tuple[Field, Any]]:
    """Columns of one service: its figures, the share of the zone on which they are known, those not given and why."""
    cells = table.of(chapter.service)
    for column, values in cells.items():
        description = described(column.unit, f"{chapter.service.title}.")
        yield Field(column.key, column.title, description), _values(column, values)
    covered = _covered(chapter, table)
    known = f"{chapter.service.title}\u00a0: part de la zone où les données sont connues"
    yield Field(column_key(chapter.service, "part couverte"), known, described("%")), covered
    why = [_why({column: values[rank] for column, values in cells.items()}) for rank in range(len(table.zones))]
    title = f"{chapter.service.title}\u00a0: ce qui n’est pas donné, et pourquoi"
    yield Field(column_key(chapter.service, "non calculé"), title), texts(why)


def _values(column: ZoneColumn, cells: Iterable[Cell]) -> Any:
    import pandas as pd

    if column.first:
        return texts([cell if isinstance(cell, str) else None for cell in cells])
    return pd.Series([cell if isinstance(cell, (int, float)) else None for cell in cells], dtype="float64")


def _covered(chapter: Chapter, table: ZoneTable) -> Any:
    """The smallest share among the figures of each zone."""
    import pandas as pd

    rows = chapter.result.rows_of(table.zoning)
    shares = [[row.covered for row in rows.get(zone, ()) if row.covered is not None] for zone in table.zones]
    return pd.Series([min(one, default=None) for one in shares], dtype="float64")


def _why(cells: Mapping[ZoneColumn, Cell]) -> str | None:
    """`Moins de 30 arbres : Arbres par espèce, Arbres par genre`; None when everything is given."""
    reasons: dict[str, list[str]] = {}
    for column, cell in cells.items():
        if isinstance(cell, Missing):
            reasons.setdefault(cell.reason, []).append(column.title)
    said = [f"{french.capital(reason)}\u00a0: {', '.join(titles)}" for reason, titles in reasons.items()]
    return "\u202f; ".join(said) or None


def _classed(chapter: Chapter, report: Report, table: ZoneTable) -> Classed | None:
    wanted = chapter.page.map
    if not isinstance(wanted, ZoneMap) or wanted.zoning != table.zoning:
        return None
    return classed_zones(chapter, report, table.zones)


def _about(chapters: Sequence[Chapter], subject: Subject) -> str:
    said = [
        f"{chapter.service.title}\u00a0: {cited(chapter).sources}, confiance {cited(chapter).grade}."
        for chapter in chapters
    ]
    return " ".join([*said, subject.approached_quarters]).strip()
