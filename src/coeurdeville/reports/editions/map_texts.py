"""What is read of an object of an interactive map when it is touched: what the map measures, and nothing else."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from coeurdeville.core import french
from coeurdeville.layers.contract.column import Column
from coeurdeville.reports.subject import Chapter
from coeurdeville.services.contract.page import ObjectMap, ZoneMap

BEYOND = "au-delà de la portée du calcul"
NOT_KNOWN = "non calculé"
EXACT = 10.0
"""Under this, a measure is given with one decimal."""


def zone_texts(wanted: ZoneMap, zones: Sequence[str]) -> list[str]:
    """The row of each zone in the table under the map; its name alone for those that the table leaves out."""
    labels = [column.label for column in wanted.table.columns[1:]]
    rows = {row[0]: _row(labels, row) for row in wanted.table.rows}
    return [rows.get(zone, f"{zone}.") for zone in zones]


def object_texts(chapter: Chapter, wanted: ObjectMap) -> list[str]:
    """The measure of each object, with its unit."""
    column = next(one for one in chapter.service.signature.result.columns if one.name == wanted.column)
    values = chapter.objects[wanted.column].to_numpy(dtype=float)
    known, place = np.unique(np.where(values < EXACT, np.round(values, 1), np.round(values)), return_inverse=True)
    texts = np.array([f"{column.title}\u00a0: {_worded(value, column)}." for value in known.tolist()], dtype=object)
    said: list[str] = texts[place].tolist()
    return said


def _row(labels: Sequence[str], row: Sequence[str]) -> str:
    """`Centre. Arbres : 1 744 ; Genre : tilleul.`"""
    cells = "\u202f; ".join(f"{label}\u00a0: {cell}" for label, cell in zip(labels, row[1:], strict=True))
    return f"{row[0]}. {cells}."


def _worded(value: float, column: Column) -> str:
    if math.isnan(value):
        return NOT_KNOWN
    if math.isinf(value):
        return BEYOND
    digits = 1 if value < EXACT and column.dtype == "float" else 0
    return french.quantity(value, column.unit, digits)
