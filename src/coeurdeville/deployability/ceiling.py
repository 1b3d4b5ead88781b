"""The best confidence that a run could have, as far as can be told before it is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from coeurdeville.core.french import listing
from coeurdeville.deployability.provider import Place, Provider
from coeurdeville.deployability.verdict import Verdict, Why
from coeurdeville.deployability.words import named
from coeurdeville.layers.contract.raster import RasterLayer

FRESH = 5.0
"""Age [years] under which data are recent: the rule of runs."""


@dataclass(frozen=True)
class Ceiling:
    """A grade that the run will not pass, and why not higher. The run may still lower it: holes, estimated values."""

    grade: Literal["A", "B", "C"]
    reasons: tuple[str, ...]


def ceiling(verdict: Verdict, today: date) -> Ceiling | None:
    """The grade by the rule of runs, on what is known before the data are read; None when it does not run for sure.

    A source is asked on the day of the run: its answer is recent.
    """
    if not verdict.runs:
        return None
    taken = [one for one in verdict.reasons if one.why in (Why.HAD, Why.STANDS_IN)]
    used = [(one.why, one.provider) for one in taken if one.provider is not None]
    files = [one for _, one in used if one.place is Place.FILE]
    undated = [named(one.layer) for one in files if one.vintage is None]
    old = [_dated(one) for one in files if one.vintage is not None and one.vintage.age(today) > FRESH]
    proxies = [named(one.layer) for why, one in used if why is Why.STANDS_IN and not _exact(one)]
    said = [f"sans date : {listing(undated)}"] if undated else []
    said += [f"plus de cinq ans : {listing(old)}"] if old else []
    aged = bool(said)
    said += [f"{listing(proxies)} en remplacement d’une donnée absente"] if proxies else []
    return Ceiling("C" if proxies else "B" if aged else "A", tuple(said))


def _dated(provider: Provider) -> str:
    return f"{named(provider.layer)} ({provider.vintage})"


def _exact(provider: Provider) -> bool:
    """A grid of measures tells the layer itself; anything else stands for it by approximation."""
    return isinstance(provider.layer, type) and issubclass(provider.layer, RasterLayer)
