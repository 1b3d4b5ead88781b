"""Curves with their interval: rarefaction (what effort would still find), trends over years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from coeurdeville.reports.chart_svg import Spec, chart_svg
from coeurdeville.reports.escaping import printable
from coeurdeville.reports.palette import LINE

HEIGHT = 260
"""Pixels down."""


@dataclass(frozen=True)
class Curve:
    """One line, named at its end."""

    label: str
    colour: str
    x: Sequence[float]
    y: Sequence[float]
    low: Sequence[float] = ()
    """Lower bound of the interval at each `x`; none when there is no interval."""
    high: Sequence[float] = ()
    observed_until: float | None = None
    """Beyond this `x` the line is dashed: extrapolated, not observed. A dot stands there."""


@dataclass(frozen=True)
class Axis:
    """What an axis measures, in words with its unit."""

    words: str
    kind: Literal["count", "year"] = "count"
    """A year has no thin space; a count does."""
    from_zero: bool = True


def curves(key: str, title: str, alt: str, lines: Sequence[Curve], *, x: Axis, y: Axis) -> str:
    """The chart. The words of `y` stand above the axis, those of `x` below, each line's at its end."""
    values = [point for line in lines for point in _points(line)]
    across = _axis(x) | {"title": printable(x.words), "titleAnchor": "end", "titlePadding": 8}
    down = _axis(y) | {"domain": False, "grid": True, "labelPadding": 6} | _title_above(y.words)
    spec: Spec = {
        "data": {"values": values},
        "height": HEIGHT,
        "encoding": {
            "x": {"field": "x", "type": "quantitative", "axis": across, "scale": _scale(x)},
            "color": {"field": "colour", "type": "nominal", "scale": None},
        },
        "layer": [_band(), *_lines(y, down), _ends()],
    }
    return chart_svg(key, title, alt, spec)


def _points(line: Curve) -> list[Spec]:
    """Rows for Vega-Lite: the point where observation ends belongs to both parts, so that the line is whole."""
    last = len(line.x) - 1
    limit = line.observed_until
    points = []
    for place, (x, y) in enumerate(zip(line.x, line.y, strict=True)):
        point: Spec = {"x": x, "y": y, "colour": line.colour, "label": printable(line.label), "end": place == last}
        if line.low and line.high:
            point |= {"low": line.low[place], "high": line.high[place]}
        if limit is None or x <= limit:
            points.append({**point, "part": "observed"})
        if limit is not None and x >= limit:
            points.append({**point, "part": "beyond", "knee": x == limit})
    return points


def _axis(axis: Axis) -> Spec:
    """Few round figures, as many digits as they need, whole in French."""
    format_ = {"format": "d"} if axis.kind == "year" else {}
    return {"domain": True, "domainColor": LINE, "tickCount": 5, "labelFlush": False, **format_}


def _scale(axis: Axis) -> Spec:
    return {"zero": axis.from_zero, "nice": axis.kind == "count"}


def _title_above(words: str) -> Spec:
    return {"title": printable(words), "titleAngle": 0, "titleAlign": "left", "titleX": 0, "titleY": -12}


def _band() -> Spec:
    """The interval, pale."""
    y = {"field": "low", "type": "quantitative"}
    return {
        "transform": [{"filter": "isValid(datum.low)"}],
        "mark": {"type": "area", "opacity": 0.2},
        "encoding": {"y": y, "y2": {"field": "high"}, "detail": [{"field": "label"}, {"field": "part"}]},
    }


def _lines(y: Axis, axis: Spec) -> list[Spec]:
    """The observed part whole, what is beyond dashed, a dot at the limit."""
    down = {"field": "y", "type": "quantitative", "scale": _scale(y), "axis": axis}
    dashes = {"condition": {"test": "datum.part === 'beyond'", "value": [6, 4]}, "value": [1, 0]}
    line = {
        "mark": {"type": "line", "strokeWidth": 2.5},
        "encoding": {"y": down, "detail": [{"field": "label"}, {"field": "part"}], "strokeDash": dashes},
    }
    knee = {
        "transform": [{"filter": "datum.knee"}],
        "mark": {"type": "point", "filled": True, "size": 70, "opacity": 1},
        "encoding": {"y": down},
    }
    return [line, knee]


def _ends() -> Spec:
    """Each line's name at its end, in its colour."""
    return {
        "transform": [{"filter": "datum.end"}],
        "mark": {"type": "text", "align": "left", "dx": 6, "fontWeight": 600},
        "encoding": {"y": {"field": "y", "type": "quantitative"}, "text": {"field": "label"}},
    }
