"""One sort of errors: each thing to mend with its count, its first places, how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from coeurdeville.core.french import NBSP, agree, listing, number, plural
from coeurdeville.reports.escaping import escaped
from coeurdeville.schemas.legible import legible
from coeurdeville.schemas.messages import EXTRA_CELL, MISSING_CELL
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.reporting.conformity import Sort
from coeurdeville.schemas.reporting.points import OF_HEADER, Point

PLACES = 20
"""Places that are shown of each point."""
FREQUENT = 3
"""Values that are said to come the most often."""


def sort(one: Sort, anchor: str, schema: TableSchema) -> str:
    """The sort under its title; its code is for programs, which read the table of errors."""
    named = one.code in OF_HEADER and len({point.cure for point in one.points}) == 1
    points = _names(one.points) if named else "".join(_point(point, one.code, schema) for point in one.points)
    return f'<div class="sort" id="{anchor}"><h3>{escaped(one.title)}</h3>{points}</div>'


def _names(points: Sequence[Point]) -> str:
    """Columns whose names are wrong, then how to mend them all."""
    said = "".join(f"<li>{escaped(point.message)}</li>" for point in points)
    return f'<div class="point plain"><div><ul class="names">{said}</ul>{_cure(points[0])}</div></div>'


def _point(point: Point, code: str, schema: TableSchema) -> str:
    count = f"<strong>{number(point.count)}</strong> <span>{_unit(point, code)}</span>" if len(point.rows) else ""
    described = "" if code == MISSING_CELL.code else _said_by(schema, point)
    return (
        f'<div class="point{"" if count else " plain"}"><p class="count">{count}</p>'
        f"<div><h4>{escaped(point.message)}</h4>{_cure(point)}"
        f"{described}{_frequent(point)}{_places(point)}</div></div>"
    )


def _cure(point: Point) -> str:
    return f'<p class="cure"><span>Pour corriger{NBSP}:</span> {escaped(point.cure)}</p>'


def _unit(point: Point, code: str) -> str:
    """What the count counts: cells of a column, or rows."""
    rows = len(np.unique(point.rows)) if code in (MISSING_CELL.code, EXTRA_CELL.code) else point.count
    if point.count > rows:
        return f"cellules, sur {plural(rows, 'ligne')}"
    return agree(point.count, "cellule" if point.field else "ligne")


def _said_by(schema: TableSchema, point: Point) -> str:
    """The column as the schema describes it."""
    field = schema.field(point.field)
    if field is None or not field.description.strip():
        return ""
    return f'<p class="small">Ce que dit le schéma{NBSP}: {escaped(" ".join(field.description.split()))}</p>'


def _frequent(point: Point) -> str:
    """Which values come again: mended once, they are mended everywhere."""
    most = Counter(point.values).most_common(FREQUENT + 1) if len(point.values) else []
    again = [(value, times) for value, times in most[:FREQUENT] if times > 1 and value]
    if not again:
        return ""
    if len(most) == 1:
        return f"<p>Toujours la même valeur{NBSP}: {_value(most[0][0])}.</p>"
    said = listing([f"{_value(value)} ({number(times)}{NBSP}fois)" for value, times in again])
    return f"<p>{agree(len(again), 'Valeur la plus fréquente', 'Valeurs les plus fréquentes')}{NBSP}: {said}.</p>"


def _places(point: Point) -> str:
    """The first places, as a list of values; of rows alone where nothing, or always the same, is written."""
    shown = list(point.places(PLACES))
    if not shown:
        return ""
    others = len(point.rows) - len(shown)
    more = f"et {plural(others, 'autre')}" if others else ""
    if len(set(point.values)) < 2:
        return f'<p class="rows">{_rows([row for row, _ in shown], more)}</p>'
    items = "".join(f"<li><span>ligne{NBSP}{number(row)}</span> {_value(value)}</li>" for row, value in shown)
    rest = f'<li class="more">{more}</li>' if more else ""
    return f'<ul class="places">{items}{rest}</ul>'


def _rows(rows: Iterable[int], more: str) -> str:
    numbers = [number(row) for row in rows]
    said = f"{', '.join(numbers)} {more}" if more else listing(numbers)
    return f"{agree(len(numbers), 'Ligne')} {said}."


def _value(value: str) -> str:
    return f'<span class="value-read">{escaped(legible(value))}</span>' if value else "<em>vide</em>"
