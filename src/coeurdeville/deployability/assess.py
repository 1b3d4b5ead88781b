"""From what can be had to the verdict, by the resolver that runs follow too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from coeurdeville.deployability.provider import Offer, Place, Provider
from coeurdeville.deployability.resolver import Forecast, State, resolve, stand_ins
from coeurdeville.deployability.verdict import CellState, Reason, Verdict, Why
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.services.catalogue import AnyService

Relevant = tuple[tuple[Provider, ...], ...]
"""What can be had of each layer that matters to a service, in the order of `matters`."""


class Assessor:
    """Verdicts, each worked out once: the same providers of the layers that matter give the same verdict.

    So a changed entry works out the cells that ask for its layer, and no other.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, bool, Relevant], Verdict] = {}

    def verdict(self, service: AnyService, offer: Offer, *, held: bool = False) -> Verdict:
        """The verdict on a service where this can be had; `held` as in `assess`."""
        key = service.slug, held, tuple(offer.get(kind, ()) for kind in matters(service))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = assess(service, offer, held=held)
        return found

    def __len__(self) -> int:
        """How many verdicts were worked out."""
        return len(self._known)


@cache
def matters(service: AnyService) -> tuple[DataKind, ...]:
    """The layers that a service asks for, and those that can stand for them."""
    asked: Mapping[str, DataKind] = service.layers
    return tuple(dict.fromkeys(kind for wanted in asked.values() for kind in stand_ins(wanted)))


def assess(service: AnyService, offer: Offer, *, held: bool = False) -> Verdict:
    """What can be done with an offer: what is sure first, then what would be if every doubt were lifted.

    Parameters
    ----------
    held
        Count on the files of the town alone: what a run of today does, and what one that was kept did.
    """
    asked: Mapping[str, DataKind] = service.layers
    files = _first(service, offer, lambda one: one.sure and one.place is Place.FILE)
    sure = files if held else _first(service, offer, lambda one: one.sure)
    forecast = resolve(service, sure.keys())
    hoped = resolve(service, [kind for kind in matters(service) if offer.get(kind)])
    reasons = [
        _reason(kind, name in service.needs, forecast.use.get(name), hoped.use.get(name), sure, offer)
        for name, kind in asked.items()
    ]
    blocking, every = forecast.blockers(service)
    lost = tuple(service.indicators[name].title for name in forecast.lost)
    runs = forecast.state is not State.BLOCKED
    return Verdict(_state(forecast, hoped), tuple(reasons), () if runs else tuple(blocking), every, lost,
                   resolve(service, files.keys()).state)  # fmt: skip


def _first(service: AnyService, offer: Offer, counts: Callable[[Provider], bool]) -> dict[DataKind, Provider]:
    """Layer -> the best way to have it, where it counts."""
    best = ((kind, next(iter(offer.get(kind, ())), None)) for kind in matters(service))
    return {kind: one for kind, one in best if one is not None and counts(one)}


def _state(forecast: Forecast[DataKind], hoped: Forecast[DataKind]) -> CellState:
    if forecast.state is State.BLOCKED:
        return CellState.BLOCKED if hoped.state is State.BLOCKED else CellState.TO_CHECK
    return CellState.POSSIBLE if forecast.state is State.RUNS else CellState.DEGRADED


def _reason(
    wanted: DataKind, need: bool, taken: DataKind | None, hoped: DataKind | None, sure: Mapping[DataKind, Provider],
    offer: Offer,
) -> Reason:  # fmt: skip
    if taken is not None:
        return Reason(Why.HAD if taken is wanted else Why.STANDS_IN, wanted, need, sure[taken])
    if hoped is not None:
        provider = offer[hoped][0]
        return Reason(Why.ASKABLE if provider.sure else Why.DOUBTED, wanted, need, provider)
    return Reason(Why.ABSENT, wanted, need)
