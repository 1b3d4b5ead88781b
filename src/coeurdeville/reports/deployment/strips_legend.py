"""How the picture of the matrix tells a state: the height of a bar as well as its colour, and its word below."""

from __future__ import annotations

from coeurdeville.core.french import plural, spaced
from coeurdeville.deployability.verdict import CellState
from coeurdeville.reports.deployment.marks import COLOURS
from coeurdeville.reports.deployment.overview import SORTS, Overview
from coeurdeville.reports.palette import INK, LINE, MUTED

HEIGHTS = {
    CellState.PROVEN: 15,
    CellState.POSSIBLE: 12,
    CellState.DEGRADED: 9,
    CellState.TO_CHECK: 5,
    CellState.BLOCKED: 1,
}
"""Pixels: a state is told by its height as well as by its colour."""
LEGEND = 76
"""Pixels at the foot of the drawing."""


def legend(seen: Overview, height: int, width: int) -> str:
    """At the foot of a drawing of that size: the five bars, their words, how many cells of each sort of services."""
    top = height - LEGEND + 10
    drawn = [f'<path d="M0 {top}h{width}" stroke="{LINE}"/>']
    for rank, state in enumerate(CellState):
        x = width * rank / len(CellState)
        drawn += [swatch(state, x, top + 24), _line(state.label, x, top + 24, 12.5, INK)]
        for below, sort in enumerate(SORTS, start=1):
            said = f"{sort}s : {plural(seen.counts_of(sort)[state], 'case')}"
            drawn.append(_line(spaced(said), x, top + 24 + 16 * below, 12, MUTED))
    return "".join(drawn)


def _line(words: str, x: float, y: float, size: float, colour: str) -> str:
    """A line of the legend, right of its bar."""
    return f'<text x="{x + 22:g}" y="{y:g}" font-size="{size:g}" fill="{colour}">{words}</text>'


def swatch(state: CellState, x: float, base: float) -> str:
    """The bar of a state, standing on `base`."""
    high = HEIGHTS[state]
    return f'<rect x="{x:g}" y="{base - high:g}" width="16" height="{high}" fill="{COLOURS[state]}"/>'
