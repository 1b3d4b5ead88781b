"""A static map as SVG, the same file on screen and on paper: `draw(...)` with layers from the bottom up.

One path for each layer whatever its number of objects, real text with a halo, a hatch for what is
not known, a scale bar, a title and a description of its own, no style attribute, identifiers that
start with the figure's key. Past `OBJECTS` objects or `BYTES` characters the layers become a picture
inside the SVG, whose names and scale stay text.
"""

from __future__ import annotations

from collections.abc import Sequence

import shapely

from coeurdeville.reports.map_frame import TENTHS, Frame
from coeurdeville.reports.map_labels import Labels, place
from coeurdeville.reports.map_layers import Areas, Dots, Layer, Lines, dot_size
from coeurdeville.reports.map_picture import embedded_picture
from coeurdeville.reports.map_scale import scale_bar, scale_box
from coeurdeville.reports.palette import GROUND
from coeurdeville.reports.svg_hatch import hatch_pattern
from coeurdeville.reports.svg_words import naming, title_and_description

OBJECTS = 20_000
"""Lines and areas of a map beyond which its layers are a picture."""
BYTES = 600_000
"""Characters of a drawing beyond which its layers are a picture."""

__all__ = ["BYTES", "OBJECTS", "Areas", "Dots", "Frame", "Labels", "Lines", "dot_size", "draw"]


def draw(
    key: str, title: str, alt: str, frame: Frame, layers: Sequence[Layer], *, labels: Sequence[Labels] = ()
) -> str:
    """The map as one `<svg>`. `key`, `title` and `alt` are the figure's; names of the first labels are placed first."""
    drawn = hatch_pattern(key, TENTHS) + _ground(frame) + "".join(layer.svg(frame, key) for layer in layers)
    if _objects(layers) > OBJECTS or len(drawn) > BYTES:
        drawn = embedded_picture(_document(frame, "", drawn), frame, BYTES)
    words = title_and_description(key, title, alt)
    return _document(frame, naming(key), words + drawn + scale_bar(frame) + _names(labels, frame))


def _names(labels: Sequence[Labels], frame: Frame) -> str:
    """All the names that find room, clear of the scale bar."""
    taken = [scale_box(frame)]
    texts = []
    for group in labels:
        placed = place(group, frame, taken)
        taken += [name.box for name in placed]
        texts += [name.svg() for name in placed]
    return "".join(texts)


def _document(frame: Frame, attributes: str, content: str) -> str:
    """The drawing, measured in tenths of a pixel."""
    view = f"0 0 {frame.width * TENTHS} {frame.height * TENTHS}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{frame.width}" height="{frame.height}" '
        f"{attributes}>{content}</svg>"
    )


def _ground(frame: Frame) -> str:
    return f'<rect width="{frame.width * TENTHS}" height="{frame.height * TENTHS}" fill="{GROUND["outside"]}"/>'


def _objects(layers: Sequence[Layer]) -> int:
    """Lines and areas of all layers, multiple ones counted by part; points are quick to draw whatever their number."""
    drawn = (layer.geometries for layer in layers if not isinstance(layer, Dots))
    return sum(int(shapely.get_num_geometries(geometries).sum()) for geometries in drawn)
