"""From measured objects to figures: the one way, whatever the zone; each figure on the ground where it is known."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from coeurdeville.core.missing import Missing
from coeurdeville.deployability.resolver import Forecast
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.runs.result import TOWN, Row
from coeurdeville.services.contract.declaration import Breakdown
from coeurdeville.services.contract.service import Service
from coeurdeville.territories.territory import Territory

Zonings = Mapping[str, Mapping[str, BaseGeometry]]
"""What a zone is called (`quartier`) -> zone -> its ground."""
NOT_COVERED = Missing("hors de l’étendue des données")


def sum_up(
    service: Service[..., Any],
    objects: TableLayer,
    territory: Territory,
    zonings: Zonings,
    known: Known,
    chosen: Mapping[str, Any],
) -> Iterator[Row]:
    """Figures of the town, with their bands, then of each zone of each zoning."""
    values = (objects.values_of(service.by) if service.by else []) or [""]
    sums = _Sums(service, known, values, {name: chosen[name] for name in service.thresholds},
                 _bands(service, chosen), objects.without_rows())  # fmt: skip
    yield from sums.rows(TOWN, territory.name, territory.outline, objects, bands=True)
    for zoning, zones in zonings.items():
        for zone, part in objects.split(zones).items():
            yield from sums.rows(zoning, zone, zones[zone], part)


def _bands(service: Service[..., Any], chosen: Mapping[str, Any]) -> dict[str, list[float]]:
    """The other values of each threshold at which figures are wanted; none beyond what was measured."""
    return {
        name: [at for at in param.band if at != chosen[name] and at <= chosen.get(param.within, math.inf)]
        for name, param in service.thresholds.items()
    }


@dataclass(frozen=True)
class Known:
    """Where figures are known: the ground of a zone, less what is outside the extents that they depend on."""

    service: Service[..., Any]
    forecast: Forecast[type[Layer]]
    extents: Mapping[str, BaseGeometry | None]

    def grounds(self, zone: BaseGeometry | None) -> Iterator[tuple[BaseGeometry | None, float | None, list[str]]]:
        """Ground, share [%] of the zone that it makes, and the figures known on it; None: the whole, uncut."""
        together: dict[tuple[str, ...], list[str]] = {}
        for figure, indicator in self.service.indicators.items():
            names = {*self.service.signature.needs, *indicator.requires}
            cutting = tuple(sorted(name for name in names if self.extents.get(name) is not None))
            together.setdefault(cutting, []).append(figure)
        for cutting, figures in together.items():
            if zone is None:
                yield None, None, figures
                continue
            ground = zone
            for name in cutting:
                ground = shapely.intersection(ground, self.extents[name])
            whole = not cutting or math.isclose(ground.area, zone.area, rel_tol=1e-9)
            yield (None, 100.0, figures) if whole else (ground, 100 * ground.area / zone.area, figures)


@dataclass(frozen=True)
class _Sums:
    """The one way to go from objects to figures, whatever the zone."""

    service: Service[..., Any]
    known: Known
    values: list[str]
    thresholds: Mapping[str, Any]
    bands: Mapping[str, list[float]]
    nothing: TableLayer

    def rows(
        self, zoning: str, zone: str, shape: BaseGeometry | None, objects: TableLayer, *, bands: bool = False
    ) -> Iterator[Row]:
        for ground, covered, names in self.known.grounds(shape):
            here = objects if ground is None else objects.within(ground)
            for by in self.values:
                part = here.where(self.service.by, by) if self.service.by else here
                figures = self._judge(part, {})
                for name in names:
                    figure = NOT_COVERED if covered == 0 else self._figure(figures, name)
                    yield from _as_rows(Row(zoning, zone, name, None, by=by, covered=covered), figure)
                if bands:
                    yield from self._band_rows(
                        part, figures, names, Row(zoning, zone, "", None, by=by, covered=covered)
                    )

    def _band_rows(self, part: TableLayer, usual: Any, names: list[str], row: Row) -> Iterator[Row]:
        """The figures that change at the other values of a threshold."""
        for threshold, others in self.bands.items():
            for value in others:
                figures = self._judge(part, {threshold: value})
                for name in names:
                    figure = self._figure(figures, name)
                    if figure != self._figure(usual, name):
                        yield from _as_rows(replace(row, indicator=name, at=f"{threshold}={value:g}"), figure)

    def _judge(self, part: TableLayer, changed: Mapping[str, Any]) -> Any:
        if not len(part) and not changed:
            return self._of_nothing
        return self._summary(part, **{**self.thresholds, **changed})

    @cached_property
    def _of_nothing(self) -> Any:
        """Figures of a zone without objects, the same for all: most squares of a town are empty."""
        return self._summary(self.nothing, **self.thresholds)

    @property
    def _summary(self) -> Any:
        return self.service.summary

    def _figure(self, figures: Any, name: str) -> float | Breakdown | Missing:
        figure = self.known.forecast.lost.get(name) or getattr(figures, name)
        if isinstance(figure, Missing):
            return figure
        parts = [value for _, value in figure.parts] if isinstance(figure, Breakdown) else [figure]
        if not parts or any(not math.isfinite(value) for value in parts):
            raise ValueError(f"{self.service.id}.{name} is {figure!r}: say why with Missing(…)")
        return figure if isinstance(figure, Breakdown) else float(figure)


def _as_rows(row: Row, figure: float | Breakdown | Missing) -> Iterator[Row]:
    if isinstance(figure, Missing):
        yield replace(row, missing=figure.reason)
    elif isinstance(figure, Breakdown):
        yield from (replace(row, category=name, value=value) for name, value in figure.parts)
    else:
        yield replace(row, value=figure)
