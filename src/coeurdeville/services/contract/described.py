"""A service that is described and not computed: a charter, a practice of publishing, a computation yet to be written.

One file for each, `services/decrits/<slug>.toml`. It stands in the matrix beside the services that are computed, and
answers to the same names: what it needs, what improves it, the figures that it would give.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from coeurdeville.inventory.donnee import Cooperation
from coeurdeville.inventory.vocabulaire import Forme, Nature
from coeurdeville.layers.catalogue import DataKind, kind_named
from coeurdeville.services.contract.declaration import Indicator, Theme

FOLDER = Path(__file__).parents[1] / "decrits"


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


KEYS = {"id", "titre", "question", "theme", "sorte", "il_faut", "mieux_avec", "chiffres", "contraintes", "capacites",
        "experiences", "cooperations", "source"}  # fmt: skip


EXPERIENCE = {"qui": "who", "commune": "commune", "quand": "when", "source": "source", "resultat": "result",
              "jours": "days"}  # fmt: skip
"""Key of the TOML file -> field."""


def read_described(path: Path) -> Described:
    """The service of a file.

    Raises
    ------
    TypeError
        For a key that is unknown or lacks, a figure that requires what the service does not ask for; `Refused` and
        `ValueError` for a layer or a code that does not exist: mistakes of the project, not of a user.
    """
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    if wrong := told.keys() ^ KEYS:
        raise TypeError(f"{path.name}: unknown or lacking keys {', '.join(sorted(wrong))}")
    found = Described(
        told["id"], path.stem, told["titre"], told["question"], Theme(told["theme"]), Sort(told["sorte"]),
        needs=_layers(told["il_faut"]), improvements=_layers(told["mieux_avec"]),
        indicators={f"figure_{rank}": _figure(one) for rank, one in enumerate(told["chiffres"], start=1)},
        constraints=tuple(told["contraintes"]), capacities=tuple(Capacity(one) for one in told["capacites"]),
        experiences=tuple(_experience(one, path.name) for one in told["experiences"]),
        cooperations=tuple(_cooperation(one) for one in told["cooperations"]), source=told["source"],
    )  # fmt: skip
    for figure in found.indicators.values():
        if alien := set(figure.requires) - found.layers.keys():
            raise TypeError(f"{path.name}: « {figure.title} » requires {', '.join(sorted(alien))}, not asked for")
    return found


def _layers(slugs: list[str]) -> dict[str, DataKind]:
    found = (kind_named(slug) for slug in slugs)
    return {kind.id: kind for kind in found}


def _figure(told: dict[str, Any]) -> Indicator:
    requires = tuple(kind_named(slug).id for slug in told.get("demande", ()))
    return Indicator(told["titre"], told["unite"], requires=requires)


def _experience(told: dict[str, Any], file: str) -> Experience:
    if unknown := told.keys() - EXPERIENCE.keys():
        raise TypeError(f"{file}: unknown keys of an experience {', '.join(sorted(unknown))}")
    return Experience(**{EXPERIENCE[key]: value for key, value in told.items()})


def _cooperation(told: dict[str, Any]) -> Cooperation:
    nature = Nature(told["nature"]) if "nature" in told else None
    forme = Forme(told["forme"]) if "forme" in told else None
    return Cooperation(**{**told, "forme": forme, "nature": nature})
