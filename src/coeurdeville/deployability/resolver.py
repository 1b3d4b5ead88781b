"""One answer to « can it run here? », for the forecast and for the run alike."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from coeurdeville.core.french import NBSP, listing, quoted
from coeurdeville.core.missing import Missing
from coeurdeville.core.problems import Kind, Problem
from coeurdeville.layers.contract.adapter import ADAPTERS
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.services.contract.service import Service

SERVICE_BLOCKED = Kind(
    "service-bloque",
    "Le service « {title} » ne peut pas être calculé : il manque {missing}.",
    "Ajouter au moins cette donnée : coeurdeville ville ajouter <ville> <fichier> --couche {slug}.",
)


class State(StrEnum):
    """What a service can do with what there is."""

    RUNS = "possible"
    DEGRADED = "partiel"
    """An improvement is missing: the figures that require it are Missing, the others are given."""
    BLOCKED = "bloqué"
    """A need is missing, or no figure would be left."""


@dataclass(frozen=True)
class Forecast:
    """What a run would use, lack and lose; the run itself follows it to the letter."""

    state: State
    use: dict[str, type[Layer]]
    """Argument -> layer taken: the one asked, or the one that stands for it."""
    missing: dict[str, type[Layer]]
    """Argument -> layer that is not there, nor anything to stand for it."""
    lost: dict[str, Missing]
    """Figures that will not be given, and why."""

    def blockers(self, service: Service[..., Any]) -> tuple[list[type[Layer]], bool]:
        """What to bring first, and whether all of it is needed: missing needs, else any one of the improvements."""
        needs = [kind for name, kind in self.missing.items() if name in service.signature.needs]
        if needs:
            return needs, True
        wanted = {name for figure in self.lost for name in service.indicators[figure].requires}
        return [kind for name, kind in self.missing.items() if name in wanted], False

    def problem(self, service: Service[..., Any]) -> Problem:
        """Why it is blocked, and what to bring first."""
        kinds, every = self.blockers(service)
        said = listing([f"«{NBSP}{kind.title}{NBSP}»" for kind in kinds], "et" if every else "ou")
        return SERVICE_BLOCKED(title=service.title, missing=said, slug=kinds[0].slug)


def resolve(service: Service[..., Any], available: Collection[type[Layer]]) -> Forecast:
    """Forecast of a service from the kinds of layers that a territory has."""
    use, missing = {}, {}
    for name, wanted in service.layers.items():
        found = standing_for(wanted, available)
        if found:
            use[name] = found
        else:
            missing[name] = wanted
    lost = {
        figure: Missing(f"il manque la donnée {listing([quoted([missing[name].title]) for name in lacking])}")
        for figure, indicator in service.indicators.items()
        if (lacking := [name for name in indicator.requires if name in missing])
    }
    answers = {figure for figure, indicator in service.indicators.items() if not indicator.base}
    blocked = missing.keys() & service.signature.needs.keys() or answers <= lost.keys()
    state = State.BLOCKED if blocked else State.DEGRADED if missing else State.RUNS
    return Forecast(state, use, missing, lost)


def standing_for(wanted: type[Layer], available: Collection[type[Layer]]) -> type[Layer] | None:
    """The layer itself when it is there, else the first declared one that can stand for it."""
    return next((kind for kind in (wanted, *ADAPTERS.get(wanted, ())) if kind in available), None)
