"""Files with types or shapes as raw cells."""

import json
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import LineString, Point

from coeurdeville.schemas.cells.opening import open_cells
from coeurdeville.schemas.cells.table import Cells
from coeurdeville.schemas.descriptor import read_schema

PLACED = read_schema({"fields": [{"name": "id"}, {"name": "longitude"}, {"name": "latitude"}]}).schema
TREES = gpd.GeoDataFrame(
    {"id": [1, 2], "haut": [12.0, None], "nom": ["chêne", None]},
    geometry=[Point(718905.0, 6972200.5), Point(718900.0, 6972100.0)],
    crs=2154,
)


def table(cells: Cells) -> list[dict[str, str]]:
    return [dict(zip(cells.labels, row, strict=True)) for part in cells.parts for row in part.frame.rows()]


@pytest.mark.parametrize("name", ["f.gpkg", "f.shp", "f.parquet"])
def test_attributes_are_texts_and_points_are_in_degrees(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    TREES.to_parquet(path) if name.endswith("parquet") else TREES.to_file(path, engine="pyogrio")
    first, second = table(open_cells(path, schema=PLACED))
    assert (first["id"], first["haut"], first["nom"]) == ("1", "12", "chêne")
    assert (second["haut"], second["nom"]) == ("", "")
    assert abs(float(first["longitude"]) - 3.2637) < 0.01
    assert json.loads(first["geometry"])["coordinates"] == [float(first["longitude"]), float(first["latitude"])]


def test_coordinates_are_added_only_when_the_schema_has_them_and_the_file_has_not(tmp_path: Path) -> None:
    path = tmp_path / "f.geojson"
    gpd.GeoDataFrame({"id": ["a"], "longitude": ["ici"]}, geometry=[Point(3.2, 49.8)], crs=4326).to_file(path)
    assert open_cells(path).labels == ("id", "longitude", "geometry")
    (row,) = table(open_cells(path, schema=PLACED))
    assert (row["longitude"], row["latitude"]) == ("ici", "49.8")


def test_lines_give_no_longitude(tmp_path: Path) -> None:
    path = tmp_path / "f.geojson"
    gpd.GeoDataFrame({"id": ["a"]}, geometry=[LineString([(3, 49), (3.1, 49)])], crs=4326).to_file(path)
    assert open_cells(path, schema=PLACED).labels == ("id", "geometry")


def test_objects_have_their_rank_and_no_header_row(tmp_path: Path) -> None:
    path = tmp_path / "f.json"
    path.write_text('[{"id": 1, "sain": true, "notes": [1, 2]}, {"id": 2.0}]', encoding="utf-8")
    cells = open_cells(path)
    (part,) = cells.parts
    assert (cells.header_row, part.rows.tolist()) == (0, [1, 2])
    assert part.frame.rows() == [("1", "true", "[1, 2]"), ("2", "", "")]


@pytest.mark.parametrize("name", ["f.gpkg", "f.parquet"])
def test_days_and_hours_are_in_iso(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    moments = pd.to_datetime(["2015-03-12 00:00", "2015-03-12 14:05", None])
    dated = gpd.GeoDataFrame({"le": moments}, geometry=[Point(3, 49)] * 3, crs=4326)
    dated.to_parquet(path) if name.endswith("parquet") else dated.to_file(path, engine="pyogrio")
    day, moment, nothing = (row["le"] for row in table(open_cells(path)))
    assert (day[:10], moment[:16], nothing) == ("2015-03-12", "2015-03-12T14:05", "")
