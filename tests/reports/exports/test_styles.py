"""Layers open with the classes, the words and the colours of the report's maps."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pyogrio
import pytest

from coeurdeville.reports import palette
from coeurdeville.reports.exports.map_style import NO_FILL, LayerStyle, Shape, StyleClass
from coeurdeville.reports.exports.qml import qml
from coeurdeville.reports.exports.sld import SE, sld
from coeurdeville.reports.subject import Chapter

Style = tuple[str, ElementTree.Element, ElementTree.Element]


@pytest.fixture(scope="module")
def path(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("carte") / "diagnostic.gpkg"
    file.write_bytes(files["diagnostic.gpkg"])
    return file


@pytest.fixture(scope="module")
def styles(path: Path) -> Iterator[list[Style]]:
    """Table, QML, SLD of each style, the defaults first."""
    base = sqlite3.connect(path)
    rows = base.execute("SELECT f_table_name, styleQML, styleSLD FROM layer_styles ORDER BY useAsDefault DESC, id")
    yield [(table, ElementTree.fromstring(one), ElementTree.fromstring(other)) for table, one, other in rows]
    base.close()


def _colours(root: ElementTree.Element) -> list[str]:
    return [option.attrib["value"] for option in root.iter("Option") if option.get("name") == "color"]


def _rgba(colour: str) -> str:
    return ",".join([*(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)), "255"])


def test_every_layer_with_a_place_has_one_default_style(path: Path) -> None:
    base = sqlite3.connect(path)
    placed = {table for (table,) in base.execute("SELECT table_name FROM gpkg_geometry_columns")}
    defaults = [table for (table,) in base.execute("SELECT f_table_name FROM layer_styles WHERE useAsDefault")]
    base.close()
    assert sorted(defaults) == sorted(placed)


def test_quarters_open_with_the_classes_of_the_report(styles: list[Style], chapters: Sequence[Chapter]) -> None:
    _, drawn, served = next(one for one in styles if one[0] == "quartiers")
    words = [category.attrib["label"] for category in drawn.iter("category")]
    classes = chapters[0].page.map.classes.words  # type: ignore[union-attr]
    assert words == [*classes, "non calculé\u00a0: moins de 30\u00a0arbres"]
    assert _colours(drawn) == [*map(_rgba, palette.ramp("climat", 3)), _rgba(palette.MUTED)]
    assert [rule.findtext(f"{SE}Name") for rule in served.iter(f"{SE}Rule")] == words
    fills = [one.text for one in served.iter(f"{SE}SvgParameter") if one.get("name") == "fill"]
    assert fills == list(palette.ramp("climat", 3))


def test_what_is_not_known_is_hatched(styles: list[Style]) -> None:
    _, drawn, served = next(one for one in styles if one[0] == "quartiers")
    patterns = [option.attrib["value"] for option in drawn.iter("Option") if option.get("name") == "style"]
    assert patterns == ["solid", "solid", "solid", "b_diag"]
    assert [one.text for one in served.iter(f"{SE}WellKnownName")] == ["shape://slash"]


def test_every_object_of_a_layer_with_classes_is_drawn(styles: list[Style], path: Path) -> None:
    classed = [(table, root) for table, root, _ in styles if root.find("renderer-v2").get("attr")]  # type: ignore[union-attr]
    assert {table for table, _ in classed} >= {"quartiers", "logements_et_regle_3_30_300"}
    for table, root in classed:
        column = root.find("renderer-v2").attrib["attr"]  # type: ignore[union-attr]
        held = set(pyogrio.read_dataframe(path, layer=table, read_geometry=False)[column])
        assert held <= {category.get("value") for category in root.iter("category")}


@pytest.mark.parametrize(
    ("shape", "colour"),
    [("area", NO_FILL), *((shape, colour) for shape in get_args(Shape) for colour in ("#A8480F", palette.HATCH))],
)
def test_each_shape_and_colour_makes_valid_documents(shape: Shape, colour: str) -> None:
    style = LayerStyle("Mesure <b> & « autre »", shape, (StyleClass("moins de 3 & plus", colour),), "classe")
    drawn = ElementTree.fromstring(qml(style))
    kinds = {"point": "marker", "line": "line", "area": "fill"}
    assert [symbol.get("type") for symbol in drawn.iter("symbol")] == [kinds[shape]]
    assert drawn.find("renderer-v2/categories/category").get("value") == "moins de 3 & plus"  # type: ignore[union-attr]
    served = ElementTree.fromstring(sld("couche", style))
    assert [one.text for one in served.iter("{http://www.opengis.net/ogc}Literal")] == ["moins de 3 & plus"]
    assert ("hatch" in qml(style), "hatch" in sld("couche", style)) == (False, False)
