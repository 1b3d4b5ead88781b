"""The map of one service as a figure: the drawing, the marks with their words and counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coeurdeville.core.french import number, spaced
from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.summary import Summary
from coeurdeville.deployability.verdict import CellState
from coeurdeville.reports.deployment.france import GROUND_NOTE, map_svg, unplaced
from coeurdeville.reports.deployment.marks import mark
from coeurdeville.reports.deployment.points import LonLat
from coeurdeville.reports.deployment.service_page import finding
from coeurdeville.reports.deployment.sliding import sliding


def service_map(told: Summary, cells: Sequence[Cell], names: Mapping[str, str], points: Mapping[str, LonLat]) -> str:
    """`names` and `points` are by Insee code; a commune without point is counted, and said."""
    drawn = map_svg(finding(told), cells, points, names, legend=False)
    picture = sliding(drawn, "france", "Carte de France")
    entries = "".join(f"<li>{mark(state)}{state.label} ({number(told.counts[state])})</li>" for state in CellState)
    note = spaced(f"{GROUND_NOTE}{unplaced(cells, points)}")
    return f'<figure>{picture}<figcaption><div class="legend"><ul>{entries}</ul></div>{note}</figcaption></figure>'
