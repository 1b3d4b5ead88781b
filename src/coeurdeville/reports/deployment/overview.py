"""The matrix walked once: its cells in the order in which they are shown, its counts, its summaries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from coeurdeville.core.french import plain
from coeurdeville.deployability.matrix import Cell, Matrix
from coeurdeville.deployability.summary import Summary, summary
from coeurdeville.deployability.verdict import CellState
from coeurdeville.reports.deployment.places import Place, places
from coeurdeville.services.catalogue import AnyService
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.services.contract.described import Described
from coeurdeville.territories.commune import Commune

SURE = (CellState.PROVEN, CellState.POSSIBLE, CellState.DEGRADED)
"""States in which a service runs for sure, or has its data, in full or without an improvement."""
SORTS = ("calculé", "décrit")
"""A described service never runs: nothing computes it."""


@dataclass(frozen=True)
class Overview:
    """Towns by services, both sorted."""

    places: tuple[Place, ...]
    services: tuple[AnyService, ...]
    """By theme; in a theme, those that are computed first."""
    rows: tuple[tuple[Cell, ...], ...]
    """Cells of each place, in the order of the services."""
    summaries: tuple[Summary, ...]
    """Of each service."""

    @property
    def counts(self) -> Counter[CellState]:
        """Cells in each state."""
        return sum((self.counts_of(sort) for sort in SORTS), Counter())

    def counts_of(self, sort: str) -> Counter[CellState]:
        """Cells of the services of one sort in each state."""
        return sum((one.counts for one in self.summaries if sort_of(one.service) == sort), Counter())

    @property
    def regions(self) -> tuple[tuple[str, int, int], ...]:
        """Name of each région, its first place and how many it has."""
        found, start = [], 0
        for name, group in groupby(self.places, key=lambda one: one.region):
            count = len(tuple(group))
            found.append((name, start, count))
            start += count
        return tuple(found)

    @property
    def themes(self) -> tuple[tuple[Theme, int], ...]:
        """Each theme that has services, and how many."""
        counted = Counter(one.theme for one in self.services)
        return tuple((theme, counted[theme]) for theme in Theme if counted[theme])

    def column(self, rank: int) -> tuple[Cell, ...]:
        """The cells of one service."""
        return tuple(row[rank] for row in self.rows)


def overview(matrix: Matrix, communes: Mapping[str, Commune]) -> Overview:
    """The matrix as it is shown. A matrix without commune or without service shows nothing: `ValueError`."""
    if not matrix.communes or not matrix.services:
        raise ValueError("a matrix to show has at least one commune and one service")
    order = sorted(range(len(matrix.services)), key=lambda rank: _order(matrix.services[rank]))
    found = {row[0].commune: tuple(row[rank] for rank in order) for row in matrix.rows()}
    shown = places(found, communes)
    rows = tuple(found[one.code] for one in shown)
    summaries = tuple(summary(column) for column in zip(*rows, strict=True))
    return Overview(shown, tuple(matrix.services[rank] for rank in order), rows, summaries)


def _order(service: AnyService) -> tuple[int, bool, str]:
    return list(Theme).index(service.theme), isinstance(service, Described), plain(service.title)


def sort_of(service: AnyService) -> str:
    """`calculé` by code of the project, or `décrit` by its needs alone."""
    return "décrit" if isinstance(service, Described) else "calculé"
