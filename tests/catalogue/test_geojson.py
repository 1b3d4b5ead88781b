"""The same rows as features."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.catalogue.dataset import Dataset
from coeurdeville.catalogue.geometry import placement_of
from coeurdeville.catalogue.opening import write_package
from coeurdeville.catalogue.schema_reference import SchemaReference
from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.model import TableSchema

SQUARE = [[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]
HOLE = [[0.2, 0.2], [0.8, 0.2], [0.8, 0.8], [0.2, 0.8], [0.2, 0.2]]


def features(folder: Path, dataset: Dataset, fields: list[dict[str, Any]], *cells: list[str]) -> list[Any]:
    """The features of rows written under a schema of `fields`."""
    names = [one["name"] for one in fields]
    lines = [",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in (names, *cells)]
    told = replace(dataset, columns=tuple(names), rows=len(cells), schema=SchemaReference("essai"))
    schema = read_schema({"name": "essai", "fields": fields}).schema
    path = write_package(folder / "un", told, "\n".join(lines).encode(), schema)[1]
    assert path.suffix == ".geojson"
    content = json.loads(path.read_bytes())
    assert content["type"] == "FeatureCollection"
    return list(content["features"])


def test_features_of_a_table_of_trees(tmp_path: Path, dataset: Dataset, trees: bytes, schema: TableSchema) -> None:
    path = write_package(tmp_path / "un", dataset, trees, schema)[1]
    first, second, third = json.loads(path.read_bytes())["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [-2.084123, 47.651234]}
    assert first["properties"] == {
        "id": "a1", "espece": "Tilia cordata", "hauteur": 12.5, "troncs": 1, "remarquable": True,
        "plantation": "1987-03-01", "remarque": "beau, « rare »",
    }  # fmt: skip
    assert second["geometry"] is None
    assert third["properties"]["hauteur"] is None
    assert third["properties"]["remarque"] == "deux\nlignes"


def test_half_a_point_is_no_point(tmp_path: Path, dataset: Dataset) -> None:
    fields = [{"name": "lon", "type": "number"}, {"name": "lat", "type": "number"}]
    (half,) = features(tmp_path, dataset, fields, ["-2.1", ""])
    assert half["geometry"] is None


def test_points_written_in_one_column(tmp_path: Path, dataset: Dataset) -> None:
    fields = [{"name": "id", "type": "integer"}, {"name": "place", "type": "geopoint"}]
    first, second = features(tmp_path, dataset, fields, ["1", "-0.0000001, 47.65123449"], ["2", ""])
    assert first["geometry"] == {"type": "Point", "coordinates": [0.0, 47.651234]}
    assert "-0.0" not in json.dumps(first)
    assert (first["properties"], second["geometry"]) == ({"id": 1}, None)


def test_rings_turn_as_rfc_7946_wants(tmp_path: Path, dataset: Dataset) -> None:
    shape = json.dumps({"type": "Polygon", "coordinates": [SQUARE, HOLE]})
    fields = [{"name": "id", "type": "integer"}, {"name": "contour", "type": "geojson"}]
    (feature,) = features(tmp_path, dataset, fields, ["1", shape])
    assert feature["geometry"]["coordinates"] == [SQUARE[::-1], HOLE[::-1]]


def test_the_shape_of_a_feature_and_those_of_a_collection(tmp_path: Path, dataset: Dataset) -> None:
    point = {"type": "Point", "coordinates": [1.23456789, 2]}
    one = {"type": "Feature", "properties": {}, "geometry": point}
    cells = [[json.dumps(one)], [json.dumps({"type": "FeatureCollection", "features": [one]})]]
    first, second = features(tmp_path, dataset, [{"name": "contour", "type": "geojson"}], *cells)
    kept = {"type": "Point", "coordinates": [1.234568, 2.0]}
    assert first["geometry"] == kept
    assert second["geometry"] == {"type": "GeometryCollection", "geometries": [kept]}


@pytest.mark.parametrize(
    ("field", "cell", "expected"),
    [
        ({"type": "number", "decimalChar": ","}, "12,5", 12.5),
        ({"type": "number"}, "1e3", 1000),
        ({"type": "number"}, "12.0", 12.0),
        ({"type": "number"}, "NaN", None),
        ({"type": "number"}, "1.5e400", None),
        ({"type": "list", "itemType": "integer"}, "1,2", [1, 2]),
        ({"type": "list", "itemType": "number"}, "1.5,2", "1.5,2"),
        ({"type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]}, "non", False),
        ({"type": "year"}, "2024", 2024),
        ({"type": "object"}, '{"a": [1, 2]}', {"a": [1, 2]}),
        ({"type": "array"}, "[NaN]", "[NaN]"),
        ({"type": "list"}, "a,b", ["a", "b"]),
        ({"type": "date", "format": "%d/%m/%Y"}, "23/11/2026", "23/11/2026"),
    ],
)
def test_properties_are_typed(
    tmp_path: Path, dataset: Dataset, field: dict[str, Any], cell: str, expected: object
) -> None:
    fields = [{"name": "place", "type": "geopoint"}, {"name": "valeur", **field}]
    (feature,) = features(tmp_path, dataset, fields, ["0, 0", cell])
    assert feature["properties"] == {"valeur": expected}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["EQUIP_LAT", "EQUIP_LONG"], ("EQUIP_LONG", "EQUIP_LAT")),
        (["long_coor1", "lat_coor1"], ("long_coor1", "lat_coor1")),
        (["latitude", "x"], None),
        (["lon_entree", "lon_sortie", "lat"], None),
        (["longueur", "latin"], None),
    ],
)
def test_columns_of_coordinates_are_known_by_their_names(names: list[str], expected: tuple[str, ...] | None) -> None:
    schema = read_schema({"name": "essai", "fields": [{"name": name, "type": "number"} for name in names]}).schema
    placement = placement_of(schema)
    assert (placement.columns if placement else None) == expected


def test_a_table_without_coordinates_has_no_geojson(tmp_path: Path, dataset: Dataset) -> None:
    schema = read_schema({"name": "essai", "fields": [{"name": "id", "type": "integer"}]}).schema
    told = replace(dataset, columns=("id",), rows=1, schema=SchemaReference("essai"))
    written = write_package(tmp_path / "un", told, b"id\n1\n", schema)
    assert not [path for path in written if path.suffix == ".geojson"]
    assert "GeoJSON" not in written[-1].read_text("utf-8")
