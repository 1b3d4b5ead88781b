"""Files come back as they were written, and the dirt is where the town says."""

import json
import zipfile

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

from coeurdeville.demo import write_files
from coeurdeville.demo.dirt_trees import AGENTS, AMBIGUOUS


@pytest.fixture(scope="module")
def clean(town, tmp_path_factory):
    return {one.layer: one for one in write_files(town, tmp_path_factory.mktemp("propre") / "ville")}


@pytest.fixture(scope="module")
def dirty(town, tmp_path_factory):
    return {one.layer: one for one in write_files(town, tmp_path_factory.mktemp("sale") / "ville", dirt=True)}


@pytest.fixture(scope="module")
def trees(dirty):
    return pd.read_csv(dirty["trees"].path, sep=";", encoding="cp1252", dtype=str, keep_default_na=False)


def read(path):
    readers = {".gpkg": gpd.read_file, ".parquet": pd.read_parquet, ".csv": lambda file: pd.read_csv(file, dtype=str)}
    return readers[path.suffix](path)


def test_clean_files_hold_the_layers(town, clean):
    assert set(clean) == set(town.layers)
    for name, one in clean.items():
        frame = read(one.path)
        assert one.dirt == {}
        assert len(frame) == one.rows == len(town.layers[name])
        assert set(frame.columns) == set(town.layers[name].columns)


def test_clean_geometry_comes_back(town, clean):
    assert read(clean["buildings"].path).geometry.geom_equals(town.layers["buildings"].geometry).all()


def test_dirty_trees_hold_each_tree_once_in_place(town, dirty, trees):
    dirt = dirty["trees"].dirt
    standing = trees[trees["ETAT"] == "en place"]
    assert len(trees) - len(standing) == dirt["felled"]
    assert standing.duplicated().sum() == dirt["duplicates"]
    assert len(standing.drop_duplicates()) == len(town.layers["trees"])


def test_dirty_trees_have_the_holes_that_are_told(town, dirty, trees):
    dirt = dirty["trees"].dirt
    once = trees[trees["ETAT"] == "en place"].drop_duplicates()
    assert (once["ESSENCE"] == "").sum() == dirt["empty_species"] > 0
    assert (once["HAUT_M"] == "0").sum() == dirt["zero_heights"] > 0
    assert (once["HAUT_M"] == "").sum() == dirt["empty_heights"] > 0
    assert (once["HAUT_M"] == "grand").sum() == dirt["unreadable_heights"] > 0
    assert once["ESSENCE"].isin(AMBIGUOUS).sum() == dirt["ambiguous_codes"]
    assert set(once["AGENT"]) == set(AGENTS)


def test_dirty_trees_stand_where_the_trees_stand(town, trees):
    once = trees[trees["ETAT"] == "en place"].drop_duplicates()
    x, y = (once[name].str.replace(",", ".").astype(float) for name in ("X_CC49", "Y_CC49"))
    back = gpd.GeoSeries(gpd.points_from_xy(x, y), crs=3949).to_crs(2154)
    nearest = town.layers["trees"].sindex.nearest(back, return_all=False, return_distance=True)[1]
    assert nearest.max() < 0.02


def test_dirty_buildings_have_what_is_told(town, dirty):
    one = dirty["buildings"]
    frame = gpd.read_file(one.path)
    assert frame["NB_LOGTS"].isna().sum() >= one.dirt["unknown_dwellings"] > 0
    assert (~frame.geometry.is_valid).sum() >= one.dirt["invalid"] > 0
    assert frame.geometry.to_wkb().duplicated().sum() == one.dirt["duplicates"] == one.rows - 900


def test_dirty_flood_zones_come_without_projection(town, dirty):
    one = dirty["flood_zones"]
    with zipfile.ZipFile(one.path) as archive:
        assert sorted(name.rpartition(".")[2] for name in archive.namelist()) == ["dbf", "shp", "shx"]
    frame = gpd.read_file(one.path, encoding="cp1252")
    assert frame.crs is None
    assert set(frame["ALEA"]) == set(town.layers["flood_zones"]["hazard"])
    assert np.allclose(frame.total_bounds, town.layers["flood_zones"].total_bounds)


def test_dirty_green_spaces_are_in_degrees(dirty):
    one = dirty["green_spaces"]
    rows = json.loads(one.path.read_text(encoding="utf-8"))["features"]
    assert sum(row["properties"]["Nom"] is None for row in rows) == one.dirt["empty_names"] > 0
    longitude, latitude = rows[0]["geometry"]["coordinates"][0][0]
    assert (-5 < longitude < -3, 48 < latitude < 50) == (True, True)


def test_dirty_facilities_begin_with_titles(town, dirty):
    from python_calamine import CalamineWorkbook

    one = dirty["facilities"]
    rows = CalamineWorkbook.from_path(one.path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert rows[one.dirt["title_lines"]] == ["Nom", "Nature", "Longitude", "Latitude"]
    assert [row[0] for row in rows[4 : 4 + one.rows]] == town.layers["facilities"]["name"].tolist()


def test_dirty_occurrences_have_what_is_told(town, dirty):
    one = dirty["occurrences"]
    frame = pd.read_csv(one.path, sep="\t", encoding="utf-8-sig")
    assert frame.duplicated().sum() >= one.dirt["duplicates"] > 0
    assert len(frame) - one.dirt["duplicates"] == len(town.layers["occurrences"])
    assert frame["coordinateUncertaintyInMeters"].isna().sum() >= one.dirt["no_uncertainty"] > 0


def test_dirty_sensors_are_stuck_and_incomplete(town, dirty):
    one = dirty["temperature_sensors"]
    frame = pd.read_csv(one.path, sep=";", decimal=",", encoding="cp1252")
    assert len(town.layers["temperature_sensors"]) - len(frame) == one.dirt["missing"] > 0
    runs = frame.groupby("Capteur")["T (°C)"].apply(lambda t: t.groupby(t.diff().ne(0).cumsum()).size().max())
    assert (runs > 50).sum() == one.dirt["stuck"] == 1


def test_dirty_trees_are_the_same_bytes_twice(town, dirty, tmp_path):
    again = {one.layer: one for one in write_files(town, tmp_path, dirt=True)}
    for layer in ("trees", "occurrences", "temperature_sensors"):
        assert again[layer].path.read_bytes() == dirty[layer].path.read_bytes()
