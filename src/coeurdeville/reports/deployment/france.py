"""The map of one service: a mark for each commune, its state by shape and colour, the few names that matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely

from coeurdeville.core.french import capital, listing, number, plural, spaced
from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.verdict import CellState
from coeurdeville.reports.deployment.alone import WIDER, alone
from coeurdeville.reports.deployment.marks import disc, drawn
from coeurdeville.reports.deployment.names import beside
from coeurdeville.reports.deployment.points import LEFT, SIDE, LonLat, Window, windows
from coeurdeville.reports.deployment.voices import voice
from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.fonts import text_width
from coeurdeville.reports.map_frame import TENTHS, Frame
from coeurdeville.reports.map_labels import Box
from coeurdeville.reports.map_layers import Areas
from coeurdeville.reports.map_scale import scale_bar
from coeurdeville.reports.palette import GROUND, INK, LINE, MUTED, PAPER
from coeurdeville.reports.svg_words import naming, title_and_description

GROUND_NOTE = (
    "Un point par commune ; le fond clair entoure ces points, ce n’est pas un contour de la France. Outre-mer, chaque "
    "cadre a sa propre échelle."
)
"""Under a map: what the pale ground is."""
RADIUS, HALO = 42, 52
"""Tenths of a pixel: a mark, and the white disc under it."""
AROUND = 20_000.0
"""Metres around the communes that the ground of the map shows."""
NAMED = (CellState.PROVEN, CellState.POSSIBLE)
MANY = 40
"""Communes that run in full, beyond which no name is written."""
CORSICA = ("2A", "2B")
LEGEND = 78
"""Pixels under the map."""


def map_svg(
    title: str, cells: Sequence[Cell], points: Mapping[str, LonLat], names: Mapping[str, str], *,
    key: str = "carte", legend: bool = True,
) -> str:  # fmt: skip
    """The cells of one service on a map of France; cells whose commune has no point are told, not drawn.

    `points` gives degrees by Insee code, as `programme_points()`; `names` what to write beside the communes where it
    runs in full, the table of the page telling all. `legend` is for a file of its own: it has the typeface inside too.
    """
    shown = [cell for cell in cells if cell.commune in points]
    parts = windows({cell.commune: points[cell.commune] for cell in shown})
    ground = "".join(map(ground_of, parts))
    marks = "".join(_marks(shown, parts, state) for state in reversed(CellState))
    metropole = parts[0].frame
    height = metropole.height + (LEGEND if legend else 0)
    content = f"{ground}{scale_of(metropole)}{marks}{_names(shown, parts, names)}"
    if legend:
        content += _legend(cells, len(cells) - len(shown), metropole.width, metropole.height)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {metropole.width * TENTHS} {height * TENTHS}" '
        f'width="{metropole.width}" height="{height}" {naming(key)}>'
        f"{title_and_description(key, title, map_alt(cells, points, names))}{content}</svg>"
    )
    return alone(svg) if legend else svg


def map_alt(cells: Sequence[Cell], points: Mapping[str, LonLat], names: Mapping[str, str]) -> str:
    """What the map shows, in words: how many communes in each state, the few where nothing lacks."""
    counts = Counter(cell.state for cell in cells)
    said = listing([f"{state.label} dans {plural(counts[state], 'commune')}" for state in CellState if counts[state]])
    full = [names.get(cell.commune, cell.commune) for cell in cells if cell.state in NAMED]
    told = f" {voice(cells[0].service).full} : {listing(full)}." if 0 < len(full) <= MANY else ""
    return spaced(f"Carte de France, un point par commune. {capital(said)}.{told}{unplaced(cells, points)}")


def unplaced(cells: Sequence[Cell], points: Mapping[str, LonLat]) -> str:
    """How many communes have no point, in a sentence that follows another; empty when all have one."""
    count = sum(cell.commune not in points for cell in cells)
    if not count:
        return ""
    return f" {plural(count, 'commune')} hors du programme, sans point sur la carte."


def scale_of(frame: Frame) -> str:
    """Clear of the overseas frames."""
    return f'<g transform="translate({LEFT * TENTHS} 0)">{scale_bar(frame)}</g>'


def ground_of(part: Window) -> str:
    """What the communes spread over: no outline of the country is drawn, only the ground around the points."""
    frame = part.frame
    if part.name:
        x, y, side = (round(one * TENTHS) for one in (part.left, part.top, SIDE))
        return (
            f'<rect x="{x}" y="{y}" width="{side}" height="{side}" fill="{GROUND["town"]}" stroke="{LINE}" '
            f'stroke-width="10"/><text x="{x + side // 2}" y="{y - 35}" font-size="110" text-anchor="middle" '
            f'fill="{INK}">{part.name}</text>'
        )
    rest = f'<rect width="{frame.width * TENTHS}" height="{frame.height * TENTHS}" fill="{GROUND["outside"]}"/>'
    if len(part.points) < 4:
        return rest
    continent = [point for code, point in part.points.items() if code[:2] not in CORSICA]
    island = [point for code, point in part.points.items() if code[:2] in CORSICA]
    lands = np.array([_land(those) for those in (continent, island) if those], dtype=object)
    return rest + Areas(lands, GROUND["town"], LINE, 1).svg(frame, "")


def _land(points: Sequence[Any]) -> Any:
    """A shape around points that lie on one land."""
    around = shapely.union_all(shapely.buffer(points, AROUND))
    return shapely.union(shapely.concave_hull(shapely.multipoints(points), ratio=0.2).buffer(AROUND), around)


def _marks(cells: Sequence[Cell], parts: Sequence[Window], state: CellState) -> str:
    codes = [cell.commune for cell in cells if cell.state is state]
    centres = [xy for part in parts for xy in part.drawn(codes)]
    if not centres:
        return ""
    halos = "".join(f"M{x} {y}{disc(HALO)}" for x, y in centres)
    return f'<path fill="{PAPER}" fill-opacity=".8" d="{halos}"/>{drawn(state, RADIUS, centres)}'


def _names(cells: Sequence[Cell], parts: Sequence[Window], names: Mapping[str, str]) -> str:
    """Names of the metropole where it runs in full, clear of marks, frames and scale; none when there are many."""
    metropole = parts[0]
    here = [cell for state in NAMED for cell in cells if cell.state is state and cell.commune in metropole.points]
    if not 0 < len(here) <= MANY:
        return ""
    marks = (xy for part in parts for xy in part.drawn([cell.commune for cell in cells]))
    taken: list[Box] = [(x / TENTHS - 4, y / TENTHS - 4, x / TENTHS + 4, y / TENTHS + 4) for x, y in marks]
    taken.append((0, 0, LEFT - 4, metropole.frame.height))
    wanted = [(names.get(cell.commune, cell.commune), metropole.drawn([cell.commune])[0]) for cell in here]
    return "".join(name.svg() for name in beside(wanted, taken, metropole.frame))


def _legend(cells: Sequence[Cell], outside: int, width: int, top: int) -> str:
    """Marks, words and counts on one or two lines."""
    counts = Counter(cell.state for cell in cells)
    x, y, written = 8.0, top + 24.0, []
    for state in CellState:
        said = f"{state.label} ({number(counts[state])})"
        wide = WIDER * text_width(said, 13) + 34
        if x + wide > width:
            x, y = 8.0, y + 22
        written.append(drawn(state, 65, [(round((x + 7) * TENTHS), round((y - 4.5) * TENTHS))]))
        written.append(_text(x + 19, y, said, 13, INK))
        x += wide
    if outside:
        said = f"{plural(outside, 'commune')} hors du programme, sans point"
        written.append(_text(8, y + 22, said, 12, MUTED))
    return "".join(written)


def _text(x: float, y: float, words: str, size: float, colour: str) -> str:
    """A line of text, all in pixels."""
    left, base, high = (round(one * TENTHS) for one in (x, y, size))
    return f'<text x="{left}" y="{base}" font-size="{high}" fill="{colour}">{escaped(words)}</text>'
