"""A verdict as lines of text, for who reads it in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coeurdeville.core.french import NARROW, NBSP, number, plural
from coeurdeville.core.problems import Problem
from coeurdeville.schemas.legible import legible
from coeurdeville.schemas.reporting.conformity import Conformity, Sort
from coeurdeville.schemas.reporting.points import Point

PLACES = 5
"""Places that are shown of each point; the other reports show more, and all of them."""

WIDTH = 40
"""Characters of a value."""


def lines(conformity: Conformity) -> Iterator[str]:
    """The verdict first, then each thing to mend, then what is only worth looking at, then what could not be judged."""
    yield f"{conformity.sentence} {conformity.extent}".rstrip()
    for one in conformity.errors:
        yield from _sort(one)
    if conformity.warnings:
        yield from ("", f"À vérifier, sans que cela rende le fichier non conforme{NBSP}:")
        for one in conformity.warnings:
            yield from _sort(one)
    yield from _said("À savoir sur cette vérification", conformity.notes)
    yield from _said("Le schéma est lui-même fautif", conformity.faults)


def _sort(sort: Sort) -> Iterator[str]:
    yield ""
    yield f"{sort.title} [{sort.code}]"
    width = max(len(_count(point)) for point in sort.points)
    margin = " " * (width + 3)
    for point, after in zip(sort.points, (*sort.points[1:], None), strict=True):
        yield f"  {_count(point).rjust(width)} {point.message}"
        if places := _places(point):
            yield f"{margin}{places}"
        if after is None or after.cure != point.cure:
            yield f"{margin}→ {point.cure}"


def _count(point: Point) -> str:
    """How many places; a dash for what is said of the header."""
    return f"{number(point.count)} ×" if len(point.rows) else "–"


def _places(point: Point) -> str:
    shown = [_place(row, value) for row, value in point.places(PLACES)]
    others = len(point.rows) - len(shown)
    rest = f" et {plural(others, 'autre')}" if others > 0 else ""
    return f"{f'{NARROW}; '.join(shown)}{rest}"


def _place(row: int, value: str) -> str:
    said = f"ligne{NBSP}{number(row)}"
    return f"{said}{NBSP}: «{NBSP}{legible(value, WIDTH)}{NBSP}»" if value else said


def _said(title: str, problems: Iterable[Problem]) -> Iterator[str]:
    found = list(problems)
    if found:
        yield from ("", f"{title}{NBSP}:")
    for one in found:
        yield f"  {legible(one.message, 1000)}"
        yield f"    → {one.cure}"
