"""Figures by zone as one wide table for each zoning: a row a zone, a column an indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coeurdeville.core import french
from coeurdeville.core.missing import Missing
from coeurdeville.reports.subject import Chapter
from coeurdeville.services.contract.declaration import Breakdown, Indicator
from coeurdeville.services.contract.service import Service
from coeurdeville.services.risks.flood_scenarios import scenario

Cell = float | str | Missing | None
"""A figure, the first category of a breakdown, why there is none; None when the service says nothing of the zone."""


@dataclass(frozen=True)
class ZoneColumn:
    """One indicator of one service, for one of the values that the service tells apart."""

    service: Service[..., Any]
    name: str
    """Of the indicator, in the code."""
    by: str = ""
    first: bool = False
    """It is a breakdown, of which only the most frequent category stands here."""

    @property
    def indicator(self) -> Indicator:
        """What it measures, with its unit."""
        return self.service.indicators[self.name]

    @property
    def key(self) -> str:
        """Name in a file: `patrimoine_arbore_arbres_en_place`."""
        return column_key(self.service, self.indicator.title, self.by, "en tête" if self.first else "")

    @property
    def title(self) -> str:
        """What is read: `Bâtiments exposés, crue centennale`."""
        by = f", {scenario(self.by).label}" if self.by else ""
        return f"{self.indicator.title}{by}{' (en tête)' if self.first else ''}"

    @property
    def unit(self) -> str:
        """Empty for a category."""
        return "" if self.first else self.indicator.unit


@dataclass(frozen=True)
class ZoneTable:
    """What is known of the zones of one zoning."""

    zoning: str
    """What a zone is called: `quartier`."""
    zones: tuple[str, ...]
    columns: tuple[ZoneColumn, ...]
    cells: tuple[tuple[Cell, ...], ...]
    """One row a zone, in the order of `zones`."""

    def of(self, service: Service[..., Any]) -> dict[ZoneColumn, list[Cell]]:
        """The columns of one service with their cells."""
        return {
            column: [row[rank] for row in self.cells]
            for rank, column in enumerate(self.columns)
            if column.service is service
        }


def column_key(service: Service[..., Any], *words: str) -> str:
    """A name for a column of a file, plain lower case: the service, then what is measured."""
    return "_".join(french.slug(word).replace("-", "_") for word in (service.slug, *words) if word)


def zone_tables(chapters: Sequence[Chapter]) -> list[ZoneTable]:
    """One table for each zoning that a service was given by, in the order in which they are met."""
    zonings = dict.fromkeys(zoning for chapter in chapters for zoning in chapter.told.zonings)
    return [_table(zoning, [one for one in chapters if zoning in one.told.zonings]) for zoning in zonings]


def _table(zoning: str, chapters: Sequence[Chapter]) -> ZoneTable:
    zones = tuple(dict.fromkeys(zone for chapter in chapters for zone in chapter.told.zonings[zoning]))
    columns, values = [], []
    for chapter in chapters:
        told = chapter.told.zonings[zoning]
        for column in _columns(chapter.service, told):
            columns.append(column)
            values.append([_cell(told.get(zone, {}).get(column.by), column.name) for zone in zones])
    return ZoneTable(zoning, zones, tuple(columns), tuple(zip(*values, strict=True)))


def _columns(service: Service[..., Any], told: Mapping[str, Mapping[str, Any]]) -> Iterator[ZoneColumn]:
    figures = [(by, one) for zone in told.values() for by, one in zone.items()]
    for by in dict.fromkeys(by for by, _ in figures):
        for name in service.indicators:
            first = any(isinstance(getattr(one, name), Breakdown) for other, one in figures if other == by)
            yield ZoneColumn(service, name, by, first)


def _cell(figures: Any, name: str) -> Cell:
    if figures is None:
        return None
    figure: float | Missing | Breakdown = getattr(figures, name)
    if isinstance(figure, Breakdown):
        top = figure.top()
        return top[0] if top else None
    return figure
