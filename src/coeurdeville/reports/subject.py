"""What a diagnostic is about: a town, what became of each service, and the data there were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from coeurdeville.core.problems import Problem
from coeurdeville.core.provenance import Origin
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.supply import Supplies
from coeurdeville.runs.confidence import Confidence, confidence
from coeurdeville.runs.diagnose import Outcome
from coeurdeville.runs.result import TOWN, Result, figures_of
from coeurdeville.runs.store import Store
from coeurdeville.runs.zonings import Quarters
from coeurdeville.services.contract.page import QUARTER, Page, Told
from coeurdeville.services.contract.service import Service
from coeurdeville.territories.communes import commune_of
from coeurdeville.territories.referentiel import read_referentiel
from coeurdeville.territories.territory import Territory


@dataclass(frozen=True)
class Chapter:
    """One service that ran: its result, its page, its confidence, its objects."""

    service: Service[..., Any]
    result: Result
    page: Page
    told: Told[Any]
    confidence: Confidence
    objects: Any
    """Frame of the measured objects."""


@dataclass(frozen=True)
class Subject:
    """Everything that a diagnostic is written from."""

    town: Territory
    place: str
    """Name and département: `Redon (Ille-et-Vilaine)`."""
    today: date
    outcomes: Sequence[Outcome]
    on_offer: Supplies
    donnees: Mapping[type[Layer], Sequence[Donnee]]
    """The inventory entries of each layer."""
    problems: Mapping[str, Sequence[Problem]]
    """Entry -> what its reading had to say."""
    quarters: Quarters | None
    store: Store
    population_source: str
    """Who counted the inhabitants: `Insee, code officiel géographique 2026`."""
    contour: Origin | None = None
    """Where the outline comes from; None when there is none."""
    told: Sequence[Donnee] = ()
    """The entries without file: who holds what the town does not have."""

    def chapters(self) -> list[Chapter]:
        """Services that ran, in the order of the catalogue."""
        return [self._chapter(one.service, one.result) for one in self.outcomes if one.result is not None]

    def _chapter(self, service: Service[..., Any], result: Result) -> Chapter:
        told = told_of(service, result, self.town)
        objects = result.objects.frame if result.objects is not None else self.store.objects(service.id, result.key)
        return Chapter(service, result, service.tell(told), told, confidence(result, self.today), objects)

    @property
    def approached_quarters(self) -> str:
        """What was supposed of the quarters; empty when they were given."""
        origin = self.quarters.origin if self.quarters else None
        return origin.assumptions[-1] if origin and origin.proxy else ""


def told_of(service: Service[..., Any], result: Result, town: Territory) -> Told[Any]:
    """The figures of a result, as the words of its service expect them."""
    zonings = dict.fromkeys(row.zoning for row in result.rows if row.zoning != TOWN)
    whole = next(iter(result.rows_of(TOWN).values()))
    return Told(
        town=town,
        by=figures_of(service, whole),
        zonings={
            zoning: {zone: figures_of(service, rows) for zone, rows in result.rows_of(zoning).items()}
            for zoning in sorted(zonings, key=lambda name: name != QUARTER)
        },
        covered=result.covered(),
        partial=result.partial(),
        given=frozenset(use.argument for use in result.used),
        parameters=result.parameters,
        band=_band(result),
    )


def _band(result: Result) -> dict[str, dict[str, float]]:
    """Indicator -> other value of a threshold -> figure of the town there."""
    found: dict[str, dict[str, float]] = {}
    for row in result.rows:
        if row.zoning == TOWN and row.at and row.value is not None and not row.by:
            found.setdefault(row.indicator, {})[row.at.partition("=")[2]] = row.value
    return found


def place_of(town: Territory) -> str:
    """`Redon (Ille-et-Vilaine)`; a fictional town says that it is."""
    if town.departement == "00":
        return f"{town.name} (ville fictive)"
    return f"{town.name} ({commune_of(town.code).departement.nom})"


def population_source(town: Territory) -> str:
    """Who counted the inhabitants."""
    return "population fictive" if town.departement == "00" else read_referentiel().edition.citation
