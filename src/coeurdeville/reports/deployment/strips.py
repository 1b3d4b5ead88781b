"""The matrix as a picture for a report: a line for each service, a bar for each commune, taller as it runs better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from coeurdeville.core.french import number
from coeurdeville.deployability.verdict import CellState
from coeurdeville.reports.deployment.alone import WIDER
from coeurdeville.reports.deployment.marks import COLOURS
from coeurdeville.reports.deployment.overview import Overview, sort_of
from coeurdeville.reports.deployment.places import Place
from coeurdeville.reports.deployment.strips_legend import HEIGHTS, LEGEND, legend, swatch
from coeurdeville.reports.deployment.strips_words import alt, title
from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.fonts import text_width
from coeurdeville.reports.palette import INK, MUTED, THEMES, TINT
from coeurdeville.reports.svg_words import naming, title_and_description
from coeurdeville.reports.wording import THEME_WORDS

ROW, THEME, LEFT, BARS, COUNTS, TOP, GAP = 21, 26, 398, 488, 170, 128, 3
"""Pixels: a service, a theme, names, bars, counts, names of régions, between two régions.

Names have room for a viewer that writes them wider.
"""
APART = 18
"""Pixels along the top between two slanted names, so that their lines do not touch."""
SORT = 55
"""Pixels kept after the name of a service for its sort."""
OVERSEAS = "Outre-mer"
"""Régions of a few communes each, under one name."""


def picture(seen: Overview, key: str = "matrice") -> str:
    """The drawing, with its legend, in pixels of its own size."""
    xs = _columns(seen.places)
    content = "".join((*_regions(seen.places, xs), *_lines(seen, xs)))
    height = TOP + len(seen.services) * ROW + len(seen.themes) * THEME + LEGEND
    width = LEFT + BARS + COUNTS
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f"{naming(key)}>{title_and_description(key, title(seen), alt(seen))}{content}"
        f"{legend(seen, height, width)}</svg>"
    )


def _columns(places: Sequence[Place]) -> list[float]:
    """Left side of each commune, and the right side of the last."""
    groups = [len(tuple(group)) for _, group in groupby(places, key=_group)]
    step = (BARS - GAP * (len(groups) - 1)) / len(places)
    xs, x = [], float(LEFT)
    for size in groups:
        xs += [x + step * rank for rank in range(size)]
        x += step * size + GAP
    return [*xs, x - GAP]


def _group(place: Place) -> str:
    return OVERSEAS if place.overseas else place.region


def _regions(places: Sequence[Place], xs: Sequence[float]) -> Iterator[str]:
    """Slanted names above, each joined to the middle of its communes."""
    start, last = 0, 0.0
    for name, group in groupby(places, key=_group):
        size = len(tuple(group))
        right = xs[start + size] - (GAP if start + size < len(places) else 0)
        middle = (xs[start] + right) / 2
        at = max(middle, last + APART)
        last, start = at, start + size
        yield (
            f'<path d="M{middle:.1f} {TOP - 3}L{at:.1f} {TOP - 10}" stroke="{MUTED}" fill="none"/>'
            f'<text x="{at:.1f}" y="{TOP - 13}" transform="rotate(-38 {at:.1f} {TOP - 13})" font-size="11" '
            f'fill="{INK}">{escaped(_short(name))}</text>'
        )


def _short(name: str, room: float = 132, size: float = 11) -> str:
    """The name, or its beginning when it is longer than its room, in pixels of the typeface."""
    if text_width(name, size) <= room:
        return name
    cut = name
    while cut and text_width(f"{cut}…", size) > room:
        cut = cut[:-1]
    return f"{cut.rstrip(' -')}…"


def _lines(seen: Overview, xs: Sequence[float]) -> Iterator[str]:
    """Themes and their services, with the bars of each."""
    y, theme = float(TOP), None
    for rank, service in enumerate(seen.services):
        if service.theme is not theme:
            theme, y = service.theme, y + THEME
            yield (
                f'<text x="0" y="{y - 7:g}" font-size="13" font-weight="700" fill="{THEMES[theme.value]}">'
                f"{THEME_WORDS[theme.value]}</text>{_heads(y) if y == TOP + THEME else ''}"
            )
        y += ROW
        weight = 600 if sort_of(service) == "calculé" else 400
        yield (
            f'<rect x="{LEFT}" y="{y - 18:g}" width="{BARS}" height="16" fill="{TINT}"/>'
            f'<text x="0" y="{y - 5:g}" font-size="13" font-weight="{weight}" fill="{INK}">'
            f"{escaped(_short(service.title, (LEFT - SORT) / WIDER, 13))}"
            f'<tspan font-size="11" font-weight="400" fill="{MUTED}"> {sort_of(service)}</tspan></text>'
        )
        states = [row[rank].state for row in seen.rows]
        yield from _bars(states, seen.places, xs, y - 2)
        yield from _counts(seen, rank, y - 5)


def _bars(states: Sequence[CellState], places: Sequence[Place], xs: Sequence[float], base: float) -> Iterator[str]:
    """One path for each state: neighbours of the same région and state are one bar."""
    paths: dict[CellState, str] = {}
    start = 0
    for (state, _), group in groupby(zip(states, map(_group, places), strict=True)):
        size = len(tuple(group))
        end = start + size
        gap = GAP if end < len(places) and _group(places[end]) != _group(places[end - 1]) else 0
        wide, high = xs[end] - gap - xs[start], HEIGHTS[state]
        bar = f"M{xs[start]:.1f} {base:g}v{-high}h{wide:.1f}v{high}z"
        paths[state] = paths.get(state, "") + bar
        start = end
    for state, path in paths.items():
        yield f'<path fill="{COLOURS[state]}" d="{path}"/>'


def _heads(y: float) -> str:
    """Small bars over the five columns of counts."""
    return "".join(swatch(state, x - 16, y - 6) for state, x in zip(CellState, _count_places(), strict=True))


def _counts(seen: Overview, rank: int, y: float) -> Iterator[str]:
    for state, x in zip(CellState, _count_places(), strict=True):
        value = seen.summaries[rank].counts[state]
        said, colour = (number(value), INK) if value else ("–", MUTED)
        yield f'<text x="{x:g}" y="{y:g}" font-size="12" text-anchor="end" fill="{colour}">{said}</text>'


def _count_places() -> list[float]:
    """Right side of each column of counts."""
    step = COUNTS / len(CellState)
    return [LEFT + BARS + step * (rank + 1) for rank in range(len(CellState))]
