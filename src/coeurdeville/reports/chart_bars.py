"""Horizontal bars that are compared: from zero, each with its value in words, a reference line if there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coeurdeville.reports.chart_svg import SIZE, Spec, chart_svg, lines_of, row_names
from coeurdeville.reports.escaping import printable
from coeurdeville.reports.fonts import text_width
from coeurdeville.reports.palette import INK, MUTED, PAPER, RESTS, THEMES, Theme

LABEL = 140
"""Pixels given to a bar's name before it takes a second line."""
STEP = 26
"""Pixels from one bar to the next, for names of one line."""


@dataclass(frozen=True)
class Bar:
    """One bar."""

    label: str
    value: float
    """Sets the length; zero or more."""
    words: str
    """The value as it is read: `11,8 %`."""
    highlighted: bool = False
    """Part of the finding that the title says."""


@dataclass(frozen=True)
class Mark:
    """A value to compare bars with, drawn as a dashed line."""

    value: float
    words: str
    """`repère : 10 %`."""


def bars(key: str, title: str, alt: str, rows: Sequence[Bar], *, theme: Theme, mark: Mark | None = None) -> str:
    """The chart, in the order of `rows`. `key`, `title` and `alt` are the figure's."""
    longest = max(*(row.value for row in rows), mark.value if mark else 0, 1e-9)
    room = max(text_width(row.words, SIZE) for row in rows) + 12
    names = [lines_of(row.label, LABEL) for row in rows]
    values = [
        {"row": place, "name": name, "value": row.value, "words": printable(row.words), "fill": _fill(row, theme)}
        for place, (row, name) in enumerate(zip(rows, names, strict=True))
    ]
    across = {"domain": [0, longest], "nice": False, "range": [0, {"expr": f"width - {room:.0f}"}]}
    spec: Spec = {
        "data": {"values": values},
        "height": {"step": STEP + SIZE * (max(map(len, names)) - 1)},
        "encoding": {
            "y": {"field": "row", "type": "ordinal", "sort": None, "axis": None, "scale": {"padding": 0.28}},
            "x": {"field": "value", "type": "quantitative", "axis": None, "scale": across},
        },
        "layer": [_bars(), *(_reference(mark, longest) if mark else []), *_words(), row_names()],
    }
    return chart_svg(key, title, alt, spec)


def _fill(row: Bar, theme: Theme) -> str:
    return THEMES[theme] if row.highlighted else RESTS[theme]


def _bars() -> Spec:
    return {"mark": {"type": "bar"}, "encoding": {"color": {"field": "fill", "type": "nominal", "scale": None}}}


def _words() -> list[Spec]:
    """Values at the end of bars, above a halo that keeps them clear of the reference line."""
    face = {"type": "text", "align": "left", "dx": 6, "fontWeight": 600}
    text = {"text": {"field": "words"}}
    halo = {**face, "stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round"}
    return [{"mark": halo, "encoding": text}, {"mark": face, "encoding": text}]


def _reference(mark: Mark, longest: float) -> list[Spec]:
    """The dashed line from top to bottom, its words above, kept inside the drawing."""
    data = {"values": [{"at": mark.value, "words": printable(mark.words)}]}
    x = {"field": "at", "type": "quantitative"}
    side = "right" if mark.value > 0.8 * longest else "center" if mark.value > 0.2 * longest else "left"
    line = {"type": "rule", "color": INK, "strokeDash": [3, 3], "strokeWidth": 1.2}
    words = {"type": "text", "align": side, "dy": -10, "color": MUTED}
    ends = {"x": x, "y": {"value": -3}, "y2": {"value": {"expr": "height"}}}
    return [
        {"data": data, "mark": line, "encoding": ends},
        {"data": data, "mark": words, "encoding": {"x": x, "y": {"value": 0}, "text": {"field": "words"}}},
    ]
