"""One answer to « can it run here? », for the forecast and for the run alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from coeurdeville.core.french import NBSP, listing, quoted
from coeurdeville.core.missing import Missing
from coeurdeville.core.problems import Kind, Problem
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.layers.contract.adapter import ADAPTERS
from coeurdeville.services.contract.declaration import Indicator

SERVICE_BLOCKED = Kind(
    "service-bloque",
    "Le service « {title} » ne peut pas être calculé : il manque {missing}.",
    "Ajouter au moins cette donnée : coeurdeville ville ajouter <ville> <fichier> --couche {slug} ; "
    "ou voir qui la diffuse : coeurdeville source liste --couche {slug}.",
)
K = TypeVar("K", bound=DataKind)
K_co = TypeVar("K_co", bound=DataKind, covariant=True)


class Asking(Protocol[K_co]):
    """What asks for layers: a service, computed or described."""

    @property
    def title(self) -> str:
        """What users read."""

    @property
    def needs(self) -> Mapping[str, K_co]:
        """Layers without which there is nothing, by argument."""

    @property
    def layers(self) -> Mapping[str, K_co]:
        """Needs, then improvements, by argument."""

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """The figures, each with the improvements that it requires; none for a practice."""


class State(StrEnum):
    """What a service can do with what there is."""

    RUNS = "possible"
    DEGRADED = "partiel"
    """An improvement is missing: the figures that require it are Missing, the others are given."""
    BLOCKED = "bloqué"
    """A need is missing, or no figure would be left."""


@dataclass(frozen=True)
class Forecast(Generic[K]):
    """What a run would use, lack and lose; the run itself follows it to the letter."""

    state: State
    use: dict[str, K]
    """Argument -> layer taken: the one asked, or the one that stands for it."""
    missing: dict[str, K]
    """Argument -> layer that is not there, nor anything to stand for it."""
    lost: dict[str, Missing]
    """Figures that will not be given, and why."""

    def blockers(self, service: Asking[K]) -> tuple[list[K], bool]:
        """What to bring first, and whether all of it is needed: missing needs, else any one of the improvements."""
        needs = [kind for name, kind in self.missing.items() if name in service.needs]
        if needs:
            return needs, True
        wanted = {name for figure in self.lost for name in service.indicators[figure].requires}
        return [kind for name, kind in self.missing.items() if name in wanted], False

    def problem(self, service: Asking[K]) -> Problem:
        """Why it is blocked, and what to bring first."""
        kinds, every = self.blockers(service)
        said = listing([f"«{NBSP}{kind.title}{NBSP}»" for kind in kinds], "et" if every else "ou")
        return SERVICE_BLOCKED(title=service.title, missing=said, slug=kinds[0].slug)


def resolve(service: Asking[K], available: Collection[K]) -> Forecast[K]:
    """Forecast of a service from the kinds of layers that a territory has."""
    use: dict[str, K] = {}
    missing: dict[str, K] = {}
    for name, wanted in service.layers.items():
        found = standing_for(wanted, available)
        if found is not None:
            use[name] = found
        else:
            missing[name] = wanted
    lost = {
        figure: Missing(f"il manque la donnée {listing([quoted([missing[name].title]) for name in lacking])}")
        for figure, indicator in service.indicators.items()
        if (lacking := [name for name in indicator.requires if name in missing])
    }
    return Forecast(_state(service, missing, lost), use, missing, lost)


def either(service: Asking[K]) -> tuple[K, ...]:
    """The improvements of which one at least is needed: without any, no figure is left; none when needs suffice."""
    found = resolve(service, tuple(service.needs.values()))
    return tuple(found.blockers(service)[0]) if found.state is State.BLOCKED else ()


def standing_for(wanted: K, available: Collection[K]) -> K | None:
    """The layer itself when it is there, else the first declared one that can stand for it."""
    return next((kind for kind in stand_ins(wanted) if kind in available), None)


def stand_ins(wanted: K) -> tuple[K, ...]:
    """The layer itself, then those that can stand for it, in the order of preference."""
    return (wanted, *ADAPTERS.get(wanted, ()))  # type: ignore[arg-type]


def _state(service: Asking[K], missing: Mapping[str, K], lost: Mapping[str, Missing]) -> State:
    answers = {figure for figure, indicator in service.indicators.items() if not indicator.base}
    if missing.keys() & service.needs.keys() or (answers and answers <= lost.keys()):
        return State.BLOCKED
    return State.DEGRADED if missing else State.RUNS
