"""What a run leaves: figures in rows, measured objects, and all that must be cited with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from coeurdeville.core.missing import Missing
from coeurdeville.core.provenance import Origin
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.services.contract.declaration import Breakdown
from coeurdeville.services.contract.service import Service

TOWN = "commune"
"""The zoning that has one zone, the town itself."""


@dataclass(frozen=True)
class Row:
    """One figure, or one part of a breakdown, of one zone."""

    zoning: str
    zone: str
    indicator: str
    value: float | None
    """None when it is missing; `missing` then says why."""
    missing: str = ""
    by: str = ""
    """The value that the service tells apart, such as a scenario."""
    category: str = ""
    """The part of a breakdown."""
    at: str = ""
    """The other value of a parameter at which it was also computed, as `seen=15`."""
    covered: float | None = 100.0
    """Share [%] of the zone on which it is known; None when the outline is not known."""


@dataclass(frozen=True)
class Use:
    """A layer that a run used."""

    argument: str
    wanted: str
    """Id of the layer that the service asks for."""
    found: str
    """Id of the layer that was taken: the same, or the one that stands for it."""
    title: str
    origin: Origin
    near_edge: float = 0.0
    """Share [%] of the objects whose reach leaves the extent of this layer."""
    partial: bool = False
    """It stops at an extent that may leave some of the town out, how much is not known: the outline is not."""


@dataclass(frozen=True)
class Result:
    """One service on one territory."""

    key: str
    service: str
    territory: str
    state: str
    rows: tuple[Row, ...]
    used: tuple[Use, ...]
    lacked: tuple[str, ...] = ()
    """Ids of the layers that were missing."""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    objects: TableLayer | None = None
    """Measured objects of the town; None once read back from the store, which keeps them apart."""

    def rows_of(self, zoning: str) -> dict[str, list[Row]]:
        """Zone -> its rows, usual parameters only, in the order of computation."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            if row.zoning == zoning and not row.at:
                found.setdefault(row.zone, []).append(row)
        return found

    def covered(self) -> float | None:
        """The smallest share of the town on which a figure that is given is known; None without outline.

        When no figure is given, that of those that are missing.
        """
        town = [row for row in self.rows if row.zoning == TOWN]
        shares = [row.covered for row in [row for row in town if row.value is not None] or town]
        known = [share for share in shares if share is not None]
        return min(known) if known and len(known) == len(shares) else None

    def partial(self) -> bool:
        """Whether the data may leave out a share of the town that is not known."""
        return any(use.partial for use in self.used)


def figures_of(service: Service[..., Any], rows: list[Row]) -> dict[str, Any]:
    """By value told apart -> the service's own dataclass of figures, as its words expect them."""
    by: dict[str, dict[str, Any]] = {}
    for row in rows:
        figures = by.setdefault(row.by, {})
        if row.value is None:
            figures[row.indicator] = Missing(row.missing)
        elif row.category:
            figures[row.indicator] = Breakdown((*getattr(figures.get(row.indicator), "parts", ()),
                                                (row.category, row.value)))  # fmt: skip
        else:
            figures[row.indicator] = row.value
    assert service.figures_type is not None
    return {value: service.figures_type(**figures) for value, figures in by.items()}
