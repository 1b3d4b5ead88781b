"""Part of a matrix: the services of a theme, the communes of a place or of a size, what is in one state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coeurdeville.deployability.matrix import Cell, Matrix
from coeurdeville.deployability.verdict import CellState
from coeurdeville.inventory.observatoire.parts import BANDS
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.territories.commune import Commune

REGION = "R"
"""Before the code of a région, as perimeters write it: those of départements overlap."""
SIZES = dict(zip(("petites", "moyennes", "grandes"), BANDS, strict=True))
"""What users write -> words of the band, least and greatest population, both within."""


@dataclass(frozen=True)
class Selection:
    """What is kept; nothing said keeps everything."""

    theme: Theme | None = None
    service: str = ""
    """Slug of the only service."""
    place: str = ""
    """Code of a département, or of a région after `R`."""
    size: str = ""
    """A key of `SIZES`."""
    state: CellState | None = None
    """Only the communes and the services that have a cell in this state, the rest being kept as said above."""


def selected(matrix: Matrix, kept: Selection, communes: Mapping[str, Commune]) -> Matrix:
    """The matrix of what is kept, perhaps of no commune or of no service; its verdicts are not worked out again.

    `communes` tells where a commune is and how large; one that it does not hold is of no place and of no size.
    """
    services = tuple(
        one for one in matrix.services if kept.theme in (None, one.theme) and kept.service in ("", one.slug)
    )
    codes = [code for code in matrix.communes if _keeps(kept, communes.get(code))]
    part = replace(matrix, communes=codes, services=services)
    return part if kept.state is None else _in_state(part, kept.state)


def _keeps(kept: Selection, commune: Commune | None) -> bool:
    if not kept.place and not kept.size:
        return True
    return commune is not None and _is_in(kept.place, commune) and _is_of_size(kept.size, commune)


def _is_in(place: str, commune: Commune) -> bool:
    return place in ("", commune.departement.code, f"{REGION}{commune.region.code}")


def _is_of_size(size: str, commune: Commune) -> bool:
    if not size:
        return True
    _, least, most = SIZES[size]
    return commune.population is not None and least <= commune.population <= most


def _in_state(part: Matrix, state: CellState) -> Matrix:
    cells = [one for row in _rows(part) for one in row if one.state is state]
    codes, slugs = {one.commune for one in cells}, {one.service.slug for one in cells}
    return replace(
        part,
        communes=[code for code in part.communes if code in codes],
        services=tuple(one for one in part.services if one.slug in slugs),
    )


def _rows(part: Matrix) -> Sequence[tuple[Cell, ...]]:
    return tuple(part.rows()) if part.services else ()
