"""OpenStreetMap extracts."""

import json
import struct
import zlib
from pathlib import Path

import pytest
import shapely

from coeurdeville.core.problems import Refused
from coeurdeville.readers import limits
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.readers.read import read

BOUNDS = '<bounds minlat="47.6" minlon="-2.1" maxlat="47.7" maxlon="-2.0"/>'
SQUARE = ((47.60, -2.05), (47.60, -2.04), (47.61, -2.04), (47.61, -2.05))
BOW_TIE = (SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3])


def nodes(first: int, places: tuple[tuple[float, float], ...]) -> str:
    return "".join(f'<node id="{first + rank}" lat="{lat}" lon="{lon}"/>' for rank, (lat, lon) in enumerate(places))


def way(number: int, first: int, tags: str) -> str:
    refs = "".join(f'<nd ref="{first + rank}"/>' for rank in (0, 1, 2, 3, 0))
    return f'<way id="{number}">{refs}{tags}</way>'


def tag(key: str, value: str) -> str:
    return f'<tag k="{key}" v="{value}"/>'


def extract(path: Path, body: str) -> Features:
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?><osm version="0.6">{body}</osm>', encoding="utf-8")
    return read(path)


def town() -> str:
    tree = f'<node id="1" lat="47.65" lon="-2.05">{tag("natural", "tree")}{tag("species", "Quercus robur")}</node>'
    return (
        BOUNDS
        + tree
        + nodes(10, SQUARE)
        + nodes(20, BOW_TIE)
        + way(100, 10, tag("building", "yes") + tag("building:levels", "2"))
        + way(101, 20, tag("building", "yes"))
        + f'<way id="102"><nd ref="10"/><nd ref="12"/>{tag("highway", "footway")}{tag("name", "Rue d’Été")}</way>'
        + f'<way id="103"><nd ref="10"/><nd ref="999"/>{tag("building", "yes")}<nd ref="998"/><nd ref="10"/></way>'
    )


def test_objects_have_their_kind_identity_and_tags(tmp_path: Path) -> None:
    features = extract(tmp_path / "a.osm", town())
    frame = features.frame.set_index("osm_id")
    assert (features.format, features.crs) == (Format.OSM, 4326)
    assert frame.loc["1", ["osm_kind", "osm_type", "natural", "species"]].tolist() == [
        "points",
        "node",
        "tree",
        "Quercus robur",
    ]
    assert frame.loc["100", ["osm_kind", "osm_type", "building:levels"]].tolist() == ["multipolygons", "way", "2"]
    assert frame.loc["102", ["osm_kind", "highway", "name"]].tolist() == ["lines", "footway", "Rue d’Été"]
    assert "z_order" not in frame


def test_bounds_are_the_extent(tmp_path: Path) -> None:
    assert extract(tmp_path / "a.osm", town()).extent.bounds == (-2.1, 47.6, -2.0, 47.7)
    assert extract(tmp_path / "b.osm", town().replace(BOUNDS, "")).extent is None


def test_crossing_area_is_repaired_and_incomplete_one_kept_without_shape(tmp_path: Path) -> None:
    features = extract(tmp_path / "a.osm", town())
    assert features.geometry is not None
    by_id = dict(zip(features.frame["osm_id"], features.geometry, strict=True))
    assert by_id["101"].is_valid
    assert by_id["101"].area == pytest.approx(0.00005)
    assert by_id["103"] is None
    assert [(note.code, note.count) for note in features.notes] == [
        ("geometrie-reparee", 1),
        ("geometrie-illisible", 1),
    ]


def test_rare_tags_of_a_large_file_stay_as_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 1)
    frame = extract(
        tmp_path / "a.osm", town() + f'<node id="2" lat="47" lon="-2">{tag("a", "1")}{tag("b", "2")}</node>'
    ).frame
    rest = [json.loads(text) for text in frame["other_tags"].dropna()]
    spread = [key for key in ("species", "natural", "a", "b", "building:levels") if key in frame]
    assert {key for one in rest for key in one} | set(spread) >= {"species", "natural", "a", "b"}
    assert len(spread) < 4


def test_ways_before_their_nodes_are_read_all_the_same(tmp_path: Path) -> None:
    outer = (
        '<way id="200"><nd ref="10"/><nd ref="11"/><nd ref="12"/></way>'
        '<way id="201"><nd ref="12"/><nd ref="13"/><nd ref="10"/></way>'
    )
    members = '<member type="way" ref="200" role="outer"/><member type="way" ref="201" role="outer"/>'
    area = f'<relation id="300">{members}{tag("type", "multipolygon")}{tag("leisure", "park")}</relation>'
    usual = extract(tmp_path / "a.osm", nodes(10, SQUARE) + outer + area)
    reversed_ = extract(tmp_path / "b.osm", area + outer + nodes(10, SQUARE))
    for features in (usual, reversed_):
        assert features.frame[["osm_type", "osm_id", "leisure"]].to_numpy().tolist() == [["relation", "300", "park"]]
        assert features.geometry is not None
        assert features.geometry[0].area == pytest.approx(0.0001)


def test_negative_and_unsorted_identifiers_of_josm_are_read(tmp_path: Path) -> None:
    features = extract(tmp_path / "a.osm", town().replace('id="1', 'id="-1').replace('ref="1', 'ref="-1'))
    assert (features.frame["building"] == "yes").sum() == 3


def test_extract_without_objects_is_said(tmp_path: Path) -> None:
    features = extract(tmp_path / "a.osm", "")
    assert (len(features), [note.code for note in features.notes]) == (0, ["sans-donnees"])


def test_truncated_extract_is_refused(tmp_path: Path) -> None:
    extract(tmp_path / "a.osm", town())
    (tmp_path / "a.osm").write_bytes((tmp_path / "a.osm").read_bytes()[:-40])
    with pytest.raises(Refused) as refused:
        read(tmp_path / "a.osm")
    assert refused.value.problems[0].code == "fichier-illisible"


def varint(value: int) -> bytes:
    low = bytes([value & 127 | (128 if value > 127 else 0)])
    return low + (varint(value >> 7) if value > 127 else b"")


def number(field: int, value: int) -> bytes:
    return varint(field << 3) + varint(value)


def message(field: int, content: bytes) -> bytes:
    return varint(field << 3 | 2) + varint(len(content)) + content


def zigzag(value: int) -> int:
    return value * 2 if value >= 0 else -value * 2 - 1


def blob(kind: bytes, content: bytes, *, packed: bool) -> bytes:
    data = message(3, zlib.compress(content)) if packed else message(1, content)
    body = (number(2, len(content)) if packed else b"") + data
    header = message(1, kind) + number(3, len(body))
    return struct.pack(">I", len(header)) + header + body


def compact(path: Path, *, box: bool = True, packed: bool = True) -> Path:
    """A tree, written as in the OSM wiki's description of PBF."""
    sides = (-2_100_000_000, -2_000_000_000, 47_700_000_000, 47_600_000_000)
    bbox = b"".join(number(rank, zigzag(side)) for rank, side in enumerate(sides, start=1))
    header = (message(1, bbox) if box else b"") + message(4, b"OsmSchema-V0.6") + message(4, b"DenseNodes")
    strings = b"".join(message(1, text) for text in (b"", b"natural", b"tree"))
    node = number(1, zigzag(1)) + message(2, varint(1)) + message(3, varint(2))
    node += number(8, zigzag(476_500_000)) + number(9, zigzag(-20_500_000))
    block = message(1, strings) + message(2, message(1, node))
    path.write_bytes(blob(b"OSMHeader", header, packed=packed) + blob(b"OSMData", block, packed=packed))
    return path


@pytest.mark.parametrize("packed", [True, False])
def test_compact_extract_is_read_with_its_box(tmp_path: Path, packed: bool) -> None:
    features = read(compact(tmp_path / "a.osm.pbf", packed=packed))
    assert features.format is Format.PBF
    assert features.frame[["osm_kind", "osm_id", "natural"]].to_numpy().tolist() == [["points", "1", "tree"]]
    assert features.geometry is not None
    assert shapely.get_coordinates(features.geometry)[0] == pytest.approx([-2.05, 47.65])
    assert features.extent.bounds == pytest.approx((-2.1, 47.6, -2.0, 47.7))


def test_compact_extract_without_box_has_no_extent(tmp_path: Path) -> None:
    assert read(compact(tmp_path / "a.osm.pbf", box=False)).extent is None


@pytest.mark.parametrize("cut", [5, 40, 100])
def test_truncated_compact_extract_is_refused(tmp_path: Path, cut: int) -> None:
    path = compact(tmp_path / "a.osm.pbf")
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(Refused) as refused:
        read(path)
    assert refused.value.problems[0].code == "fichier-illisible"
