"""What type a column is, from all that is written in it: the part of a field that its cells decide."""

from __future__ import annotations

from coeurdeville.schemas.proposing.columns import Shared
from coeurdeville.schemas.proposing.infer_numbers import day, quantity, year
from coeurdeville.schemas.proposing.infer_places import pair, place
from coeurdeville.schemas.proposing.infer_texts import closed_list, code, official, yes_no
from coeurdeville.schemas.proposing.inferred import Inferred, Judge

JUDGES: tuple[Judge, ...] = (place, official, pair, yes_no, year, quantity, day, closed_list, code)
"""In the order in which they are asked: the more telling first."""


def infer(shared: Shared) -> Inferred:
    """The first type that fits nearly all cells; a text when none does, or when nothing is written."""
    cells = shared.cells
    if not len(cells):
        return Inferred("string")
    found = (judge(cells, shared) for judge in JUDGES)
    return next((one for one in found if one is not None), Inferred("string", str(cells.iloc[0])))
