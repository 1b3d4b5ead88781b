"""`diagnostic.gpkg` opens, holds what is declared and nothing else, and is cited."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyogrio
import pytest

from coeurdeville.reports.exports.geopackage import geopackage
from coeurdeville.reports.exports.grounds import grounds_of
from coeurdeville.reports.exports.map_layer import CLASS, table_name
from coeurdeville.reports.exports.zone_tables import ZoneColumn, zone_tables
from coeurdeville.reports.model import Report
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.services.catalogue import services
from coeurdeville.services.climate.three_thirty_three_hundred import Homes
from coeurdeville.services.climate.tree_heritage import Heritage

PLACED = {
    "arbres_en_place": "Point",
    "logements_et_regle_3_30_300": "MultiPolygon",
    "batiments_et_equipements_exposes_surfaces": "MultiPolygon",
    "batiments_et_equipements_exposes_points": "Point",
    "quartiers": "MultiPolygon",
    "contour": "MultiPolygon",
}


@pytest.fixture(scope="module")
def path(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("carte") / "diagnostic.gpkg"
    file.write_bytes(files["diagnostic.gpkg"])
    return file


@pytest.fixture
def base(path: Path) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(path)
    yield opened
    opened.close()


def _read(path: Path, layer: str) -> Any:
    return pyogrio.read_dataframe(path, layer=layer)


def test_layers_have_their_place_in_the_projection_of_the_town(path: Path) -> None:
    found = {str(name): kind for name, kind in pyogrio.list_layers(path)}
    assert found == {**PLACED, "sources": None, "layer_styles": None}
    assert {pyogrio.read_info(path, layer=name)["crs"] for name in PLACED} == {"EPSG:2154"}


def test_the_file_is_sound(base: sqlite3.Connection) -> None:
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"GPKG"),)


def test_objects_have_the_declared_columns_under_their_french_names(path: Path) -> None:
    given = {"species", "genus", "stage", "height"}
    expected = [column.key for column in Heritage.columns if column.name in given]
    assert list(_read(path, "arbres_en_place")) == [*expected, "geometry"]
    assert len(_read(path, "arbres_en_place")) == 50


def test_a_town_without_data_has_a_sound_file(subject: Subject, report: Report, tmp_path: Path) -> None:
    path = tmp_path / "vide.gpkg"
    empty = replace(subject, town=replace(subject.town, outline=None), on_offer={}, quarters=None)
    path.write_bytes(geopackage(empty, [], report, [], {}))
    assert [str(name) for name, _ in pyogrio.list_layers(path)] == ["sources", "layer_styles"]
    opened = sqlite3.connect(path)
    extensions = opened.execute("SELECT table_name FROM gpkg_extensions ORDER BY 1").fetchall()
    opened.close()
    assert extensions == [("gpkg_data_column_constraints",), ("gpkg_data_columns",)]


def test_a_column_that_is_not_declared_does_not_travel(
    subject: Subject, chapters: Sequence[Chapter], report: Report, tmp_path: Path
) -> None:
    first = replace(chapters[0], objects=chapters[0].objects.assign(agent="Mme Untel"))
    made = geopackage(subject, [first], report, zone_tables([first]), grounds_of(subject, [first]))
    assert b"Untel" not in made
    (tmp_path / "carte.gpkg").write_bytes(made)
    assert "agent" not in _read(tmp_path / "carte.gpkg", "arbres_en_place")


def test_infinity_is_null_and_its_class_is_still_the_last(path: Path, chapters: Sequence[Chapter]) -> None:
    homes = _read(path, "logements_et_regle_3_30_300")
    (chapter,) = (one for one in chapters if one.service.id == "three_thirty_three_hundred")
    key = next(column.key for column in Homes.columns if column.name == "third_tree")
    assert homes[key].tolist()[:2] == pytest.approx([89**0.5, 449**0.5])
    assert homes[key].isna().tolist() == [False, False, True, True]
    assert set(homes[CLASS][2:]) == {chapter.page.map.classes.words[-1]}  # type: ignore[union-attr]


def test_whole_numbers_and_truths_keep_their_type(path: Path) -> None:
    assert _read(path, "logements_et_regle_3_30_300")["logements"].tolist() == [1, 2, 3, 4]
    info = pyogrio.read_info(path, layer="batiments_et_equipements_exposes_surfaces")
    types = dict(zip(info["fields"], info["ogr_subtypes"], strict=True))
    assert types["touche"] == "OFSTBoolean"


def test_zones_have_one_column_for_each_indicator(path: Path, chapters: Sequence[Chapter]) -> None:
    quarters = _read(path, "quartiers").set_index("nom")
    (table,) = zone_tables(chapters)
    assert {column.key for column in table.columns} <= set(quarters)
    west = quarters.loc["=1+2 Centre"]
    assert west["patrimoine_arbore_arbres_en_place"] == 40
    assert west["patrimoine_arbore_part_du_genre_le_plus_plante"] == 75
    assert west["patrimoine_arbore_part_couverte"] == 100
    assert west["exposition_inondations_batiments_exposes_rare"] == 2


def test_a_zone_says_what_is_not_given_and_why(path: Path) -> None:
    quarters = _read(path, "quartiers").set_index("nom")
    said = quarters["patrimoine_arbore_non_calcule"]
    assert said["Les Prés"].startswith("Moins de 30\u00a0arbres\u00a0: Arbres par espèce")
    assert said["=1+2 Centre"].endswith("n’est pas renseigné\u00a0: Arbres notés remarquables")
    assert quarters.isna().loc["Les Prés", "patrimoine_arbore_part_du_genre_le_plus_plante"]


def test_columns_have_a_french_title_unique_in_their_table(base: sqlite3.Connection) -> None:
    rows = base.execute("SELECT table_name, column_name, name FROM gpkg_data_columns").fetchall()
    titles = {(table, column): name for table, column, name in rows}
    assert titles["arbres_en_place", "hauteur_totale"] == "Hauteur totale"
    for table in PLACED:
        columns = {name for _, name, *_ in base.execute(f"PRAGMA table_info({table})")} - {"fid", "geom"}
        assert columns == {column for one, column in titles if one == table}


def test_each_layer_of_results_is_cited(path: Path) -> None:
    sources = _read(path, "sources").set_index(["couche", "service"])
    trees = sources.loc["quartiers", "Patrimoine arboré"]
    assert trees["sources"] == "Inventaire des arbres, Ville de Bourg-Essai, 2026, Licence Ouverte 2.0"
    assert (trees["licence"], trees["confiance"], trees["date_du_calcul"]) == ("Licence Ouverte 2.0", "A", "2026-11-23")
    assert trees["methode"].startswith("Santamour")
    assert {layer for layer, _ in sources.index} == set(PLACED) - {"contour"}


def test_the_file_is_dated_from_the_day_of_the_diagnostic(base: sqlite3.Connection) -> None:
    assert base.execute("SELECT DISTINCT last_change FROM gpkg_contents").fetchall() == [("2026-11-23T00:00:00.000Z",)]
    assert base.execute("SELECT DISTINCT update_time FROM layer_styles").fetchall() == [("2026-11-23T00:00:00.000Z",)]


def test_no_two_services_want_the_same_names() -> None:
    tables = [table_name(one.signature.result.title) for one in services().values()]
    assert len(set(tables)) == len(tables)
    columns = [ZoneColumn(one, name).key for one in services().values() for name in one.indicators]
    assert len(set(columns)) == len(columns)
    for one in services().values():
        keys = [column.key for column in one.signature.result.columns]
        assert len({*keys, "fid", "geom", CLASS}) == len(keys) + 3
