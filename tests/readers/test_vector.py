"""GeoPackage and MapInfo."""

import sqlite3
import struct
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from coeurdeville.core.problems import Refused
from coeurdeville.readers.formats import Format
from coeurdeville.readers.read import read

POINTS = [shapely.Point(700_000, 6_600_000), shapely.Point(700_010, 6_600_010)]


def frame(shapes: list[shapely.Geometry]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"nom": ["Chêne", "Érable"][: len(shapes)]}, geometry=shapes, crs=2154)


def test_geopackage_gives_attributes_shapes_and_projection(tmp_path: Path) -> None:
    frame(POINTS).to_file(tmp_path / "a.gpkg", layer="arbres")
    features = read(tmp_path / "a.gpkg")
    assert (features.format, features.crs) == (Format.GPKG, 2154)
    assert features.frame["nom"].tolist() == ["Chêne", "Érable"]
    assert features.geometry is not None
    assert features.geometry.tolist() == POINTS
    assert features.notes == ()


def test_first_layer_with_objects_is_read_and_the_others_named(tmp_path: Path) -> None:
    frame([]).to_file(tmp_path / "a.gpkg", layer="vide")
    frame(POINTS).to_file(tmp_path / "a.gpkg", layer="arbres")
    frame(POINTS[:1]).to_file(tmp_path / "a.gpkg", layer="bancs")
    features = read(tmp_path / "a.gpkg")
    assert len(features) == 2
    (note,) = features.notes
    assert note.code == "parties-multiples"
    assert all(name in note.message for name in ("arbres", "vide", "bancs"))
    assert len(read(tmp_path / "a.gpkg", part="bancs")) == 1


def test_missing_layer_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    frame(POINTS).to_file(tmp_path / "a.gpkg", layer="arbres")
    with pytest.raises(Refused) as refused:
        read(tmp_path / "a.gpkg", part="haies")
    assert refused.value.problems[0].code == "partie-absente"
    assert "arbres" in refused.value.problems[0].cure


@pytest.mark.parametrize("extension", [".csv", ".geojson", ".dat", ""])
def test_geopackage_is_read_whatever_its_name(tmp_path: Path, extension: str) -> None:
    frame(POINTS).to_file(tmp_path / "a.gpkg", layer="arbres")
    path = (tmp_path / "a.gpkg").rename(tmp_path / f"b{extension}")
    features = read(path)
    assert (features.format, features.name, len(features)) == (Format.GPKG, path.name, 2)
    assert {note.code for note in features.notes} <= {"extension-trompeuse"}


def test_heights_are_dropped(tmp_path: Path) -> None:
    frame([shapely.Point(1, 2, 3)]).to_file(tmp_path / "a.gpkg")
    shapes = read(tmp_path / "a.gpkg").geometry
    assert shapes is not None
    assert shapes[0].wkt == "POINT (1 2)"


def test_curves_become_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    frame([shapely.LineString([(0, 0), (1, 1)])]).to_file(path, layer="rues", geometry_type="Unknown")
    half_circle = struct.pack("<BII6d", 1, 8, 3, 0, 0, 1, 1, 2, 0)
    with sqlite3.connect(path) as base:
        for (trigger,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            base.execute(f'DROP TRIGGER "{trigger}"')
        base.execute("UPDATE rues SET geom = ?", (b"GP\x00\x01" + struct.pack("<i", 2154) + half_circle,))
    base.close()
    shapes = read(path).geometry
    assert shapes is not None
    assert shapes[0].geom_type == "LineString"
    assert shapes[0].length == pytest.approx(3.14159, abs=0.01)


@pytest.mark.parametrize("extension", [".tab", ".mif"])
def test_mapinfo_is_read(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"a{extension}"
    frame(POINTS).to_file(path, driver="MapInfo File")
    features = read(path)
    assert (features.format, features.crs) == (Format.MAPINFO, 2154)
    assert features.frame["nom"].tolist() == ["Chêne", "Érable"]


def test_projection_that_is_not_told_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.mif"
    frame(POINTS).to_file(path, driver="MapInfo File")
    lines = path.read_text().splitlines()
    path.write_text("\n".join(line for line in lines if not line.startswith("CoordSys")))
    assert read(path).crs is None


def test_damaged_geopackage_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    frame(POINTS).to_file(path)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(Refused) as refused:
        read(path)
    assert refused.value.problems[0].code == "fichier-illisible"
