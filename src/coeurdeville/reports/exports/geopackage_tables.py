"""What map programs read beside the layers of a GeoPackage: titles, aliases, styles; dates that do not move."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from coeurdeville.reports.exports.map_layer import MapLayer
from coeurdeville.reports.exports.qml import qml
from coeurdeville.reports.exports.sld import sld

GEOMETRY = "geom"
STYLES = """CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT,
    f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
    owner TEXT, ui TEXT, update_time DATETIME)"""
"""The table in which QGIS looks for styles."""
ALIASES = """CREATE TABLE gpkg_data_columns (
    table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
    constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
    CONSTRAINT gdc_tn UNIQUE (table_name, name))"""
CONSTRAINTS = """CREATE TABLE gpkg_data_column_constraints (
    constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
    max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
    CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))"""
"""Asked for with the table of aliases (extension gpkg_schema), empty here."""
EXTENSIONS = """CREATE TABLE IF NOT EXISTS gpkg_extensions (
    table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
    CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))"""
"""GDAL makes it with the first layer that has a place, which a town without data does not have."""
SCHEMA = "http://www.geopackage.org/spec121/#extension_schema"


def complete(path: Path, layers: Sequence[MapLayer], today: date) -> None:
    """Add titles, aliases and styles to a file already written, date it from `today` and pack it.

    The same layers on the same day make the same bytes.
    """
    base = sqlite3.connect(path)
    packed = path.with_suffix(".entier")
    try:
        _aliases(base, layers)
        _styles(base, layers, today)
        _dates(base, today)
        base.commit()
        # Into a new file: in place, the header counts changes, which GDAL makes more or fewer of as its clock ticks.
        base.execute("VACUUM INTO ?", [str(packed)])
    finally:
        base.close()
    packed.replace(path)


def _aliases(base: sqlite3.Connection, layers: Sequence[MapLayer]) -> None:
    base.execute(ALIASES)
    base.execute(CONSTRAINTS)
    base.execute(EXTENSIONS)
    base.executemany(
        "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, NULL, NULL)",
        [row for one in layers for row in _columns(one)],
    )
    base.executemany(
        "INSERT INTO gpkg_extensions VALUES (?, NULL, 'gpkg_schema', ?, 'read-write')",
        [(table, SCHEMA) for table in ("gpkg_data_columns", "gpkg_data_column_constraints")],
    )


def _columns(layer: MapLayer) -> Iterator[tuple[str, ...]]:
    """Rows of aliases: GDAL and QGIS show `name`, which is unique in a table; the second of equals adds its key."""
    seen: set[str] = set()
    for field in layer.fields:
        name = f"{field.title} ({field.key})" if field.title in seen else field.title
        seen.add(name)
        yield layer.name, field.key, name, field.title, field.description


def _styles(base: sqlite3.Connection, layers: Sequence[MapLayer], today: date) -> None:
    base.execute(STYLES)
    base.executemany(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,"
        " styleQML, styleSLD, useAsDefault, description, owner, ui, update_time)"
        " VALUES ('', '', ?, ?, ?, ?, ?, ?, ?, '', NULL, ?)",
        [
            (one.name, GEOMETRY, style.title, qml(style), sld(one.name, style), rank == 0, one.title, _instant(today))
            for one in layers
            for rank, style in enumerate(one.styles)
        ],
    )
    base.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)"
        " VALUES ('layer_styles', 'attributes', 'Styles des couches', 'Lus par QGIS', ?, 0)",
        [_instant(today)],
    )


def _dates(base: sqlite3.Connection, today: date) -> None:
    base.execute("UPDATE gpkg_contents SET last_change = ?", [_instant(today)])


def _instant(today: date) -> str:
    return f"{today.isoformat()}T00:00:00.000Z"
