"""The drawing of a figure becomes one of the document's: its identifiers are unique there, nothing in it acts."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from coeurdeville.reports.documents.blocks import Figure
from coeurdeville.reports.svg_adoption import adopted
from coeurdeville.reports.svg_safety import require_safe_svg

WIDTH = 600.0
"""Of a drawing that does not say it [px]."""
_NUMBER = r"\d+(?:\.\d+)?"
_WIDTH = re.compile(rf'<svg [^>]* width="(?P<width>{_NUMBER})(?:px)?"')
_BOX = re.compile(
    rf'<svg [^>]*viewBox="-?{_NUMBER}[ ,]+-?{_NUMBER}[ ,]+(?P<width>{_NUMBER})[ ,]+(?P<height>{_NUMBER})"'
)


def adopted_drawing(figure: Figure, key: str) -> str:
    """The drawing as `key`. `ValueError` when it is not a drawing, or holds more than shapes and text."""
    if "<!" in figure.svg:
        raise ValueError("a declaration or a comment in the drawing")
    try:
        drawing = adopted(key, figure.caption or figure.alt, figure.alt, figure.svg)
    except ElementTree.ParseError as error:
        raise ValueError(f"not well-formed: {error}") from None
    require_safe_svg(key, drawing)
    size(drawing)
    return drawing


def size(drawing: str) -> tuple[float, float]:
    """Width and height at which a drawing was made [px]. `ValueError` when it does not say its `viewBox`."""
    found = _BOX.match(drawing)
    if found is None or not float(found["width"]) * float(found["height"]):
        raise ValueError("no viewBox")
    width, height = float(found["width"]), float(found["height"])
    said = _WIDTH.match(drawing)
    made = float(said["width"]) if said else WIDTH
    return made, made * height / width
