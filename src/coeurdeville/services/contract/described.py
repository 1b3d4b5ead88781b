"""A service that is described and not computed: a charter, a practice of publishing, a computation yet to be written.

One file for each, `services/decrits/<slug>.toml`. It stands in the matrix beside the services that are computed, and
answers to the same names: what it needs, what improves it, the figures that it would give.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coeurdeville.inventory.donnee import Cooperation
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.services.contract.declaration import Indicator, Theme


class Sort(StrEnum):
    """What a service is, among the four of the call."""

    NEW = "application-nouvelle"
    ENRICHED = "service-enrichi"
    DATA = "donnees-nouvelles"
    PRACTICE = "bonne-pratique"

    @property
    def label(self) -> str:
        """What users read."""
        return _SORTS[self]


class Capacity(StrEnum):
    """What a town must have at hand, besides data."""

    GIS = "sig"
    PARTNER = "partenaire"
    FIELD = "terrain"
    """Somebody who goes and surveys."""
    LEGAL = "juridique"

    @property
    def label(self) -> str:
        """What users read."""
        return _CAPACITIES[self]


_SORTS = {
    Sort.NEW: "application nouvelle",
    Sort.ENRICHED: "enrichissement d’un service existant",
    Sort.DATA: "données nouvelles pour un diagnostic ou une décision",
    Sort.PRACTICE: "bonne pratique de publication",
}
_CAPACITIES = {
    Capacity.GIS: "quelqu’un qui manie un SIG",
    Capacity.PARTNER: "un partenaire",
    Capacity.FIELD: "un relevé de terrain",
    Capacity.LEGAL: "un avis juridique",
}


@dataclass(frozen=True)
class Experience:
    """Who ran it, as it was recorded."""

    who: str
    """The town, as it is named."""
    commune: str
    """Its Insee code; empty when it is not one commune."""
    when: str
    """`2022-2023`."""
    source: str
    """Address of what tells it."""
    result: str = ""
    """What was published of its results; empty when nothing was found."""
    days: float | None = None
    """Working days of the town's staff; None when nobody recorded them."""


@dataclass(frozen=True)
class Described:
    """A service known by its needs."""

    id: str
    """The identifier that its computation has, or would have."""
    slug: str
    title: str
    question: str
    """What it answers."""
    theme: Theme
    sort: Sort
    needs: dict[str, DataKind]
    """Argument -> layer; the argument is the identifier of the layer."""
    improvements: dict[str, DataKind]
    indicators: dict[str, Indicator]
    """Figures that it would give, and which layers each requires; empty for a practice."""
    constraints: tuple[str, ...]
    """French sentences: what makes it impossible or useless somewhere."""
    capacities: tuple[Capacity, ...]
    experiences: tuple[Experience, ...]
    cooperations: tuple[Cooperation, ...]
    source: str
    """Address of what describes it, or key of a reference of `docs/references.bib`."""

    @property
    def layers(self) -> dict[str, DataKind]:
        """Needs, then improvements, by argument."""
        return {**self.needs, **self.improvements}

    def __hash__(self) -> int:
        return hash(self.slug)
