"""A Vega-Lite specification drawn as an SVG of the report: our typeface, French numbers, our name and description."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from coeurdeville.core.french import MINUS, NARROW
from coeurdeville.reports.escaping import printable
from coeurdeville.reports.fonts import FAMILY, folder, text_width
from coeurdeville.reports.palette import INK, LINE, MUTED
from coeurdeville.reports.svg_adoption import adopted

Spec = dict[str, Any]
WIDTH = 350
"""Pixels across: its 13 px words are as large on a phone of 390, 11 px on one of 320, and 9 pt in print."""
SIZE = 13
"""Pixels: type of labels and values."""
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
"""Names the version of the language; nothing is fetched, and it does not reach the drawing."""
LOCALE = {
    "decimal": ",",
    "thousands": NARROW,
    "grouping": [3],
    "currency": ["", f"{NARROW}€"],
    "percent": f"{NARROW}%",
    "minus": MINUS,
}
CONFIG: Spec = {
    "font": FAMILY,
    "aria": False,
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK,
        "labelFontSize": SIZE,
        "labelLimit": 0,
        "titleColor": MUTED,
        "titleFontSize": SIZE,
        "titleFontWeight": "normal",
        "domain": False,
        "ticks": False,
        "grid": False,
        "gridColor": LINE,
    },
    "text": {"color": INK, "fontSize": SIZE},
}


def chart_svg(key: str, title: str, alt: str, spec: Spec) -> str:
    """The drawing of `spec`, `WIDTH` pixels wide unless it says otherwise."""
    import vl_convert

    _register(folder())
    whole = {
        "$schema": SCHEMA,
        "background": None,
        "padding": 2,
        "width": WIDTH,
        "autosize": {"type": "fit", "contains": "padding"},
        "config": CONFIG,
        **spec,
    }
    return adopted(key, title, alt, vl_convert.vegalite_to_svg(whole, format_locale=LOCALE))


def lines_of(text: str, width: float) -> list[str]:
    """The text on as few lines as its width in pixels allows; a longer word stays whole."""
    lines: list[str] = []
    for word in printable(text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, SIZE) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def names_width(names: Sequence[Sequence[str]]) -> int:
    """Pixels to leave on the left for the names of rows."""
    return math.ceil(max(text_width(line, SIZE) for lines in names for line in lines)) + 12


def row_names() -> Spec:
    """The layer that writes field `name` (a list of lines, or "") left of each row and centred on it."""
    middle = {"expr": f"-{SIZE + 2} * (length(datum.name) - 1) / 2"}
    face = {"type": "text", "align": "right", "baseline": "middle", "lineHeight": SIZE + 2, "dx": -8, "dy": middle}
    once = [{"filter": "datum.name !== ''"}]
    return {"transform": once, "mark": face, "encoding": {"text": {"field": "name"}, "x": {"value": 0}}}


@cache
def _register(fonts: Path) -> None:
    """Tell vl-convert, once, where our typeface is."""
    import vl_convert

    vl_convert.register_font_directory(str(fonts))
