"""Shares of a whole in ordered classes, one stacked bar a row: ages, hazard levels, distances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coeurdeville.reports.chart_svg import SIZE, WIDTH, Spec, chart_svg, lines_of, names_width, row_names
from coeurdeville.reports.escaping import printable
from coeurdeville.reports.exhibits import Legend, LegendEntry
from coeurdeville.reports.fonts import text_width
from coeurdeville.reports.palette import HATCH, INK, MUTED, PAPER, text_on

LABEL = 150
"""Pixels given to a row's name before it takes a second line."""
STEP = 34
"""Pixels from one row to the next."""


@dataclass(frozen=True)
class ShareClass:
    """One class, in its order; take the colours from `palette.ramp`."""

    key: str
    words: str
    colour: str


@dataclass(frozen=True)
class ShareRow:
    """One whole cut in classes."""

    label: str
    values: tuple[float, ...]
    """One number a class, any unit; none at all when the row is not known."""
    words: tuple[str, ...]
    """The share of each class as it is read, or one text that says why the row is not known."""


def shares(key: str, title: str, alt: str, classes: Sequence[ShareClass], rows: Sequence[ShareRow]) -> str:
    """The chart, each segment with its words where they fit. The classes' words stand in `shares_legend`."""
    names = [lines_of(row.label, LABEL) for row in rows]
    room = WIDTH - names_width(names)
    segments = [
        {"row": place, "name": "" if rank else name, **segment}
        for place, (row, name) in enumerate(zip(rows, names, strict=True))
        for rank, segment in enumerate(_segments(row, classes, room))
    ]
    spec: Spec = {
        "data": {"values": segments},
        "height": {"step": STEP},
        "encoding": {
            "y": {"field": "row", "type": "ordinal", "sort": None, "axis": None, "scale": {"padding": 0.2}},
            "x": {"field": "start", "type": "quantitative", "axis": None, "scale": {"domain": [0, 1], "nice": False}},
        },
        "layer": [_bars(), *_words(), row_names()],
    }
    return chart_svg(key, title, alt, spec)


def shares_legend(title: str, classes: Sequence[ShareClass]) -> Legend:
    """The classes in words, for the figure's legend."""
    return Legend(title, tuple(LegendEntry(one.key, one.colour, one.words) for one in classes))


def _segments(row: ShareRow, classes: Sequence[ShareClass], width: float) -> list[Spec]:
    """Where each class starts and ends (0 to 1), with its words where the segment is wide enough."""
    whole = sum(row.values)
    if not whole:
        return [{"start": 0, "end": 1, "at": 0.5, "words": printable(row.words[0]), "fill": HATCH, "ink": INK}]
    segments = []
    start = 0.0
    for value, words, one in zip(row.values, row.words, classes, strict=True):
        share = value / whole
        fits = text_width(words, SIZE) + 6 <= share * width
        shown = printable(words) if fits else ""
        middle = start + share / 2
        segments.append(
            {"start": start, "end": start + share, "at": middle, "words": shown, "fill": one.colour}
            | {"ink": text_on(one.colour)}
        )
        start += share
    return segments


def _bars() -> Spec:
    """Segments parted by white and edged in grey, so that pale classes keep their limits."""
    edge = {"type": "bar", "stroke": MUTED, "strokeWidth": 0.8}
    return {"mark": edge, "encoding": {"x2": {"field": "end"}, "color": _as_given("fill")}}


def _words() -> list[Spec]:
    """The words in the middle of each segment, on a white halo where the segment is hatched."""
    face = {"type": "text", "fontWeight": 600}
    text = {"x": {"field": "at", "type": "quantitative"}, "text": {"field": "words"}}
    halo = {
        "transform": [{"filter": f"datum.fill === '{HATCH}'"}],
        "mark": {**face, "stroke": PAPER, "strokeWidth": 5, "strokeJoin": "round"},
        "encoding": text,
    }
    return [halo, {"mark": face, "encoding": {**text, "color": _as_given("ink")}}]


def _as_given(field: str) -> Spec:
    """A colour read from the data."""
    return {"field": field, "type": "nominal", "scale": None}
