"""The style of the interactive map, as the browser computes it."""

import json
import subprocess
from pathlib import Path
from typing import Any

STYLE = Path(__file__).parents[3] / "src" / "coeurdeville" / "web" / "front" / "carte" / "style.js"
MUTED = "#566270"


def edge_of(*counts: int) -> Any:
    """What draws the edge of measured areas, by how many there are in each class."""
    classes = [{"colour": f"#00000{rank}", "words": "x", "count": count} for rank, count in enumerate(counts)]
    layer = {"id": "mesure", "geometry": "area", "measure": "Distance", "classes": classes, "unknown": None}
    asked = f"{STYLE.read_text('utf-8')}\nconsole.log(JSON.stringify(layersOf({json.dumps(layer)})))"
    done = subprocess.run(["node", "--input-type=module", "-"], input=asked, capture_output=True, text=True, check=True)
    (fill,) = json.loads(done.stdout)
    return fill["paint"]["fill-outline-color"]


def test_edges_of_a_few_areas_are_always_drawn() -> None:
    assert edge_of(4, 5) == MUTED


def test_edges_of_buildings_appear_only_when_they_are_large_enough_to_keep_their_colour() -> None:
    colours = ["match", ["get", "c"], 0, "#000000", "#000001"]
    assert edge_of(2000, 840) == ["interpolate", ["linear"], ["zoom"], 15.5, colours, 17, MUTED]
