"""The map of a whole matrix: a mark for each commune, larger and darker as more of the services run there for sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from coeurdeville.core.french import capital, listing, number, plural, spaced
from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.verdict import CellState
from coeurdeville.reports.deployment.france import GROUND_NOTE, HALO, ground_of, scale_of, unplaced
from coeurdeville.reports.deployment.marks import disc, drawn
from coeurdeville.reports.deployment.overview import SURE, Overview
from coeurdeville.reports.deployment.points import LonLat, Window, windows
from coeurdeville.reports.deployment.sliding import sliding
from coeurdeville.reports.map_frame import TENTHS
from coeurdeville.reports.palette import PAPER, RAMPS
from coeurdeville.reports.svg_words import naming, title_and_description

LIMITS = (0.25, 0.5)
"""Shares of the services, above which a commune is of the next class; none at all is a class of its own."""
CLASSES = ("aucun", "jusqu’au quart", "du quart à la moitié", "plus de la moitié")
RADII = (42, 26, 36, 46)
"""Tenths of a pixel, by class."""
FILLS = (RAMPS["biodiversite"][2], RAMPS["biodiversite"][3], RAMPS["biodiversite"][4])
"""From the second class on; the first is the cross of what is blocked."""
TITLE = "Part des services affichés qui tournent, ou auraient leurs données, à coup sûr"


def class_of(cells: Sequence[Cell]) -> int:
    """Rank of the class of a commune, by the share of its cells that are sure."""
    sure = sum(one.state in SURE for one in cells)
    return 0 if not sure else 1 + sum(sure > limit * len(cells) for limit in LIMITS)


def reach_map(seen: Overview, points: Mapping[str, LonLat], key: str = "carte") -> str:
    """A figure: the drawing, its legend with counts; what it shows is in the last columns of the table.

    The ground is that of all the points, be they of communes that are shown or not: a part is seen where it is.
    """
    classes = {place.code: class_of(cells) for place, cells in zip(seen.places, seen.rows, strict=True)}
    parts = windows(points)
    frame = parts[0].frame
    marks = "".join(_marks(rank, [code for code, one in classes.items() if one == rank], parts) for rank in range(4))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.width * TENTHS} {frame.height * TENTHS}" '
        f'width="{frame.width}" height="{frame.height}" {naming(key)}>'
        f"{title_and_description(key, TITLE, _alt(classes))}{''.join(map(ground_of, parts))}{scale_of(frame)}"
        f"{marks}</svg>"
    )
    away = unplaced([row[0] for row in seen.rows], points)
    shown = sliding(svg, "france", "Carte de France")
    return (
        f"<figure>{shown}<figcaption>{_legend(classes)}<p>{spaced(GROUND_NOTE)}{spaced(away)}</p></figcaption></figure>"
    )


def _marks(rank: int, codes: Sequence[str], parts: Sequence[Window]) -> str:
    centres = [xy for part in parts for xy in part.drawn(codes)]
    if not centres:
        return ""
    if rank == 0:
        return drawn(CellState.BLOCKED, RADII[0], centres)
    halos, discs = (
        "".join(f"M{x} {y}{disc(radius)}" for x, y in centres) for radius in (RADII[rank] + HALO - 42, RADII[rank])
    )
    return f'<path fill="{PAPER}" fill-opacity=".8" d="{halos}"/><path fill="{FILLS[rank - 1]}" d="{discs}"/>'


def _alt(classes: Mapping[str, int]) -> str:
    counts = Counter(classes.values())
    said = [f"{word} dans {plural(counts[rank], 'commune')}" for rank, word in enumerate(CLASSES) if counts[rank]]
    return spaced(f"Carte de France, un point par commune. {capital(listing(said))}.")


def _legend(classes: Mapping[str, int]) -> str:
    counts = Counter(classes.values())
    entries = "".join(f"<li>{_swatch(rank)}{word} ({number(counts[rank])})</li>" for rank, word in enumerate(CLASSES))
    return f'<div class="legend"><p>{TITLE}</p><ul>{entries}</ul></div>'


def _swatch(rank: int) -> str:
    inside = (
        drawn(CellState.BLOCKED, 6.5)
        if rank == 0
        else (f'<path fill="{FILLS[rank - 1]}" d="M0 0{disc(RADII[rank] / 7)}"/>')
    )
    return f'<svg class="mark" viewBox="-8 -8 16 16" aria-hidden="true">{inside}</svg>'
