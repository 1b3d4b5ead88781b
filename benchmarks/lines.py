"""One line of a benchmark: ours, the peer's, how many times faster, what is promised, whether both found the same."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import numpy as np

HEADER = f"{'':50}{'ours':>10}{'peer':>10}{'ratio':>9}   {'promised':16}{'outputs':>26}"


@dataclass(frozen=True)
class Line:
    """What was measured, and what the project promises of it."""

    title: str
    ours: float = 0.0
    """Median, in `unit`."""
    peer: float = 0.0
    """Median of the peer; 0 without peer."""
    unit: str = "s"
    faster: float = 0.0
    """Times faster than the peer that we promise to be; 0 without promise."""
    most: float = 0.0
    """What `ours` must stay under; 0 without promise."""
    least: float = 0.0
    """What `ours` must reach; 0 without promise."""
    apart: float | None = None
    """Largest difference between the two outputs; None where there is nothing to compare."""
    allowed: float = 0.0
    """Difference under which outputs are the same: rounding, or the error that a measure announces."""
    skipped: str = ""
    """Why it was not measured."""

    @property
    def differs(self) -> bool:
        """Whether outputs are not the same: then the speed says nothing."""
        return self.apart is not None and not self.apart <= self.allowed

    @property
    def promised(self) -> bool:
        """Whether something is promised of it."""
        return bool(self.faster or self.most or self.least)

    @property
    def kept(self) -> bool:
        """Whether every promise is kept."""
        quick = not self.faster or self.peer >= self.faster * self.ours
        return quick and (not self.most or self.ours < self.most) and self.ours >= self.least

    def __str__(self) -> str:
        if self.skipped:
            return f"{self.title:50}skipped: {self.skipped}"
        peer, ratio = (f"{self.peer:.3f}", f"{self.peer / self.ours:.1f}x") if self.peer else ("", "")
        ours = f"{self.ours:.3f} {self.unit}" if self.unit == "s" else f"{self.ours:.0f} {self.unit}"
        return f"{self.title:50}{ours:>10}{peer:>10}{ratio:>9}   {self._promised():16}{self._outputs():>26}"

    def _promised(self) -> str:
        promises = [f">= {self.faster:g}x"] * bool(self.faster) + [f"< {self.most:g} {self.unit}"] * bool(self.most)
        promises += [f">= {self.least:g} {self.unit}"] * bool(self.least)
        return ", ".join(promises) + ("" if self.kept else " MISSED")

    def _outputs(self) -> str:
        if self.apart is None:
            return ""
        if self.differs:
            return f"DIFFER by {self.apart:.1e}"
        return f"same within {self.apart:.0e}" if self.apart else "identical"


def race(
    title: str, ours: Callable[[], Any], peer: Callable[[], Any], *, rounds: int = 3, faster: float = 0.0,
    allowed: float = 1e-9,
) -> Line:  # fmt: skip
    """Both in turn, so that a busy machine slows both; each gives an array of the same shape."""
    seconds = []
    for _ in range(rounds):
        mine, found = timed(ours)
        theirs, expected = timed(peer)
        seconds.append((mine, theirs))
    mine, theirs = np.median(seconds, axis=0)
    return Line(title, mine, theirs, faster=faster, apart=difference(found, expected), allowed=allowed)


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds, and what came out; what others left in memory is cleared first, as each would run alone."""
    gc.collect()
    start = perf_counter()
    found = work()
    return perf_counter() - start, found


def difference(found: Any, expected: Any) -> float:
    """The largest, two infinities being equal; NaN, which is never allowed, where one only is."""
    other = found != expected
    with np.errstate(invalid="ignore"):
        return float(np.abs(found[other] - expected[other]).max(initial=0.0))
