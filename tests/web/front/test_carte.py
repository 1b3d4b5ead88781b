"""The style of the interactive map, as the browser computes it."""

import json
import subprocess
from pathlib import Path
from typing import Any

STYLE = Path(__file__).parents[3] / "src" / "coeurdeville" / "web" / "front" / "carte" / "style.js"
MUTED = "#566270"


def computed(asked: str) -> Any:
    """What an expression of the style's module is worth."""
    asked = f"{STYLE.read_text('utf-8')}\nconsole.log(JSON.stringify({asked}))"
    done = subprocess.run(["node", "--input-type=module", "-"], input=asked, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def edge_of(*counts: int) -> Any:
    """What draws the edge of measured areas, by how many there are in each class."""
    classes = [{"colour": f"#00000{rank}", "words": "x", "count": count} for rank, count in enumerate(counts)]
    layer = {"id": "mesure", "geometry": "area", "measure": "Distance", "classes": classes, "unknown": None}
    (fill,) = computed(f"layersOf({json.dumps(layer)})")
    return fill["paint"]["fill-outline-color"]


def test_edges_of_a_few_areas_are_always_drawn() -> None:
    assert edge_of(4, 5) == MUTED


def test_edges_of_buildings_appear_only_when_they_are_large_enough_to_keep_their_colour() -> None:
    colours = ["match", ["get", "c"], 0, "#000000", "#000001"]
    assert edge_of(2000, 840) == ["interpolate", ["linear"], ["zoom"], 15.5, colours, 17, MUTED]


def layer(name: str, geometry: str, measure: str = "") -> dict[str, Any]:
    classes = [{"colour": "#C7DAE8", "words": name, "count": 3}]
    return {"id": name, "geometry": geometry, "measure": measure, "classes": classes, "unknown": None}


def drawn(*layers: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Name of each layer of the style -> how it is painted, from the bottom up."""
    found = computed(f"stacked({json.dumps(layers)}).flatMap((one) => layersOf(one))")
    return {one["id"]: one["paint"] for one in found}


def test_ground_over_what_is_measured_has_an_edge_that_tells_it_from_every_class() -> None:
    found = drawn(layer("mesure", "area", "Part"), layer("eau", "area"), layer("routes", "line"))
    assert list(found) == ["mesure", "eau", "routes-bord", "routes"]
    assert found["eau"]["fill-outline-color"] == found["routes-bord"]["line-color"] == MUTED
    assert found["routes-bord"]["line-gap-width"] == found["routes"]["line-width"]


def test_ground_under_what_is_measured_is_drawn_as_on_paper() -> None:
    found = drawn(layer("eau", "area"), layer("routes", "line"), layer("mesure", "area", "Part"))
    assert list(found) == ["eau", "routes", "mesure"]
    assert "fill-outline-color" not in found["eau"]
