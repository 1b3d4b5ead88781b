"""Columns of files of any format, put together by what they mean."""

import json
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd
import shapely

from coeurdeville.schemas.proposing.columns import Shared, TownColumn, columns_of, together


def column(file: str, name: str, *cells: str | None) -> TownColumn:
    return TownColumn(file, name, pd.Series(cells, dtype="str"))


def test_names_that_mean_the_same_are_one() -> None:
    found = together([column("a", "Nom"), column("b", "libelle"), column("b", "couleur")])
    assert [(one.key, [each.name for each in one.columns]) for one in found] == [
        ("nom", ["Nom", "libelle"]),
        ("couleur", ["couleur"]),
    ]


def test_the_column_that_is_named_so_comes_before_one_that_means_so() -> None:
    found = together([column("a", "libelle"), column("a", "nom")])
    assert [(one.key, one.columns[0].name) for one in found] == [("libelle", "libelle"), ("nom", "nom")]


def test_share_counts_the_rows_of_the_files_that_have_it() -> None:
    assert Shared("x", (column("a", "x", "1", None), column("b", "x", "2", "3"))).share == 0.75
    assert Shared("x", (column("a", "x"),)).share == 0


def test_points_of_a_map_are_two_columns_in_degrees(tmp_path: Path) -> None:
    points = gpd.GeoDataFrame({"nom": ["a"]}, geometry=[shapely.Point(700_000, 6_600_000)], crs=2154)
    points.to_file(tmp_path / "p.gpkg")
    found = {one.name: one.cells[0] for one in columns_of(tmp_path / "p.gpkg", "p")[0]}
    assert (found["nom"], found["longitude"]) == ("a", "3")
    assert 46.4 < float(found["latitude"]) < 46.6


def test_areas_of_a_map_are_geojson_in_degrees(tmp_path: Path) -> None:
    square = gpd.GeoDataFrame({"nom": ["a"]}, geometry=[shapely.box(700_000, 6_600_000, 700_100, 6_600_100)], crs=2154)
    square.to_file(tmp_path / "s.gpkg")
    cells = {one.name: one.cells[0] for one in columns_of(tmp_path / "s.gpkg", "s")[0]}
    shape = json.loads(cells["geometrie"])
    assert shape["type"] in ("Polygon", "MultiPolygon")


def test_workbook_gives_texts_whose_codes_are_whole(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("code", "ouvert"), (2691, True), (2100, False)):
        book.active.append(row)
    book.save(tmp_path / "c.xlsx")
    cells = {one.name: one.cells.tolist() for one in columns_of(tmp_path / "c.xlsx", "c")[0]}
    assert cells["code"] == ["2691", "2100"]
