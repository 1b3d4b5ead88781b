"""GeoJSON."""

import json
from pathlib import Path
from typing import Any

import pytest
import shapely

from coeurdeville.core.problems import Refused
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.readers.read import read


def feature(geometry: dict[str, Any] | None, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def point(*places: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": places}


def polygon(*ring: tuple[float, float]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [ring]}


def layer(path: Path, *features: dict[str, Any], encoding: str = "utf-8", **members: Any) -> Features:
    collection = {"type": "FeatureCollection", **members, "features": features}
    path.write_bytes(json.dumps(collection, ensure_ascii=False).encode(encoding))
    return read(path)


def codes(features: Features) -> list[str]:
    return [note.code for note in features.notes]


def test_attributes_and_shapes_are_read(tmp_path: Path) -> None:
    read_ = layer(
        tmp_path / "a.geojson", feature(point(3.2, 49.8, 12), nom="Chêne", code="01", n=3), feature(None, nom="?")
    )
    assert read_.format is Format.GEOJSON
    assert read_.crs == 4326
    assert read_.geometry is not None
    assert read_.geometry[0].wkt == "POINT (3.2 49.8)"
    assert read_.geometry[1] is None
    assert read_.frame["code"].tolist()[0] == "01"
    assert read_.places(shapely.is_missing(read_.geometry)) == ("objet 2",)
    assert read_.notes == ()


def test_old_crs_member_is_believed(tmp_path: Path) -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}
    assert layer(tmp_path / "a.geojson", feature(point(700_000, 6_600_000)), crs=crs).crs == 2154


def test_metres_without_crs_are_not_called_degrees(tmp_path: Path) -> None:
    read_ = layer(tmp_path / "a.geojson", feature(point(700_000, 6_600_000)))
    assert read_.crs is None
    assert codes(read_) == ["projection-contredite"]


def test_latin1_text_is_read_and_said(tmp_path: Path) -> None:
    read_ = layer(tmp_path / "a.geojson", feature(point(3, 49), nom="Chêne"), encoding="latin-1")
    assert read_.frame["nom"].tolist() == ["Chêne"]
    assert codes(read_) == ["encodage-trompeur"]


def test_crossing_and_open_areas_are_repaired_counted_and_named(tmp_path: Path) -> None:
    read_ = layer(
        tmp_path / "a.geojson",
        feature(polygon((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))),
        feature(polygon((0, 0), (1, 1), (1, 0), (0, 1), (0, 0))),
        feature(polygon((0, 0), (1, 0), (1, 1))),
        feature(polygon((0, 0), (1, 1), (0, 0))),
        feature({"type": "MultiPolygon", "coordinates": []}),
    )
    shapes = read_.geometry
    assert shapes is not None
    assert shapely.is_missing(shapes).tolist() == [False, False, False, True, True]
    assert shapely.is_valid(shapes[:3]).all()
    assert shapely.area(shapes[:3]).tolist() == [1, 0.5, 0.5]
    repaired, unusable = read_.notes
    assert (repaired.code, repaired.count, repaired.examples) == ("geometrie-reparee", 2, ("objet 2", "objet 3"))
    assert (unusable.code, unusable.count, unusable.examples) == ("geometrie-illisible", 2, ("objet 4", "objet 5"))


def test_lists_and_objects_stay_as_text(tmp_path: Path) -> None:
    read_ = layer(tmp_path / "a.geojson", feature(point(3, 49), liste=["é", "b"], objet={"k": 1}))
    assert json.loads(read_.frame["liste"][0]) == ["é", "b"]
    assert json.loads(read_.frame["objet"][0]) == {"k": 1}


def test_empty_collection_is_said(tmp_path: Path) -> None:
    read_ = layer(tmp_path / "a.geojson")
    assert (len(read_), codes(read_)) == (0, ["sans-donnees"])


def test_type_told_after_a_long_geometry_is_seen(tmp_path: Path) -> None:
    ring = [(x / 10_000, 49.0) for x in range(5000)] + [(0.5, 50.0), (0.0, 49.0)]
    text = json.dumps({"features": [{"geometry": polygon(*ring), "properties": {"a": 1}, "type": "Feature"}]})
    (tmp_path / "a.geojson").write_text(text[:-1] + ', "type": "FeatureCollection"}')
    assert read(tmp_path / "a.geojson").format is Format.GEOJSON


@pytest.mark.parametrize("cut", [1, 30, 120])
def test_truncated_file_is_refused(tmp_path: Path, cut: int) -> None:
    layer(tmp_path / "a.geojson", *[feature(point(3, 49), nom="Chêne")] * 5)
    text = (tmp_path / "a.geojson").read_bytes()
    (tmp_path / "a.geojson").write_bytes(text[:-cut])
    with pytest.raises(Refused) as refused:
        read(tmp_path / "a.geojson")
    assert [problem.code for problem in refused.value.problems] == ["fichier-illisible"]
