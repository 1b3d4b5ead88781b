"""The spreading month after month."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.safestring import SafeString

from coeurdeville.core.french import MONTHS, capital, of, plural, spaced
from coeurdeville.deployability.verdict import CellState
from coeurdeville.programme.adoptions.mois import Mois
from coeurdeville.reports.deployment.marks import COLOURS
from coeurdeville.reports.palette import INK, MUTED
from coeurdeville.reports.svg_words import naming, title_and_description
from coeurdeville.web.public.town.markup import safe

WIDTH, PANEL, UP, END, ROOM = 560, 92, 54, 50, 40
"""Pixels: the drawing, a chart with its words, its highest step, what is kept for the last figure, for a year."""
TITLE = "Projets, adoptions et services déployés, au fil des mois"
NAMES = (("Projets commencés", COLOURS[CellState.POSSIBLE]), ("Adoptions dites", COLOURS[CellState.TO_CHECK]),
         ("Services déployés", COLOURS[CellState.PROVEN]))  # fmt: skip


def lignes(mois: Sequence[Mois]) -> list[tuple[str, int, int, int]]:
    """Month in words, projects begun, adoptions said, services deployed: each as it stood at the end of the month."""
    return [(f"{MONTHS[one.dernier.month - 1]} {one.dernier.year}", *_three(one)) for one in mois]


def courbes(mois: Sequence[Mois]) -> SafeString:
    """Three small charts on one scale, one under the other; empty with fewer than two months."""
    if len(mois) < 2:
        return SafeString("")
    totals = list(zip(*map(_three, mois), strict=True))
    top = max(1, *(max(values) for values in totals))
    panels = "".join(_panel(rank, values, top) for rank, values in enumerate(totals))
    height = PANEL * len(NAMES) + 24
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f"{naming('mois')}>{title_and_description('mois', TITLE, _alt(mois))}{panels}{_years(mois, height)}</svg>"
    )
    return safe(f"<figure>{svg}</figure>")


def _panel(rank: int, values: Sequence[int], top: int) -> str:
    """Steps over the months, what they count, and where they end."""
    name, colour = NAMES[rank]
    base, step = PANEL * (rank + 1) - 6, (WIDTH - END) / len(values)
    steps = "".join(f"V{base - round(UP * value / top, 1)}h{step:.2f}" for value in values)
    last = base - round(UP * values[-1] / top, 1)
    return (
        f'<text x="0" y="{base - UP - 10}" font-size="14" fill="{INK}">{name}</text>'
        f'<path fill="{colour}" fill-opacity=".25" stroke="{colour}" stroke-width="1.5" d="M0 {base}{steps}V{base}z"/>'
        f'<text x="{WIDTH - END + 8}" y="{last + 5}" font-size="15" font-weight="600" fill="{colour}">'
        f"{values[-1]}</text>"
    )


def _years(mois: Sequence[Mois], height: int) -> str:
    """The first month of each year, under the charts."""
    step = (WIDTH - END) / len(mois)
    days = [one.dernier for one in mois]
    told = [(rank, last.year) for rank, last in enumerate(days) if last.month == 1 or rank == 0]
    kept = [one for one, following in zip(told, [*told[1:], None], strict=True)
            if following is None or (following[0] - one[0]) * step > ROOM]  # fmt: skip
    return "".join(f'<text x="{rank * step:.1f}" y="{height - 4}" font-size="13" fill="{MUTED}">{year}</text>'
                   for rank, year in kept)  # fmt: skip


def _alt(mois: Sequence[Mois]) -> str:
    (first, *_), (last, projects, adoptions, deployed) = lignes([mois[0], mois[-1]])
    return spaced(
        f"{capital(of(first))} à {last} : "
        f"{plural(projects, 'projet')}, {plural(adoptions, 'adoption')}, dont {plural(deployed, 'service déployé')}."
    )


def _three(one: Mois) -> tuple[int, int, int]:
    return one.commences, one.adoptions, one.deployees
