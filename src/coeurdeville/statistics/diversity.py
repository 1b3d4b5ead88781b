"""How varied a set of individuals is, from the number of each kind.

Every function takes counts, shape `(s,)`: individuals of each species, genus or family. Zeros change nothing. A
set without any individual has no diversity: NaN, to be told as missing by the caller.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def shares(counts: ArrayLike) -> Floats:
    """Share (0 to 1) of each kind that is there, largest first; none without individuals. Negative: ValueError."""
    amount = np.asarray(counts, dtype=np.float64)
    if (amount < 0).any():
        raise ValueError("counts are numbers of individuals: none can be negative")
    present = np.sort(amount[amount > 0])[::-1]
    return np.asarray(present / present.sum(), dtype=np.float64)


def largest_share(counts: ArrayLike) -> float:
    """Share [%] of the most frequent kind.

    The 10-20-30 rule asks for at most 10 % of one species, 20 % of one genus, 30 % of one family
    (`santamour_1990`).
    """
    share = shares(counts)
    return float(100 * share[0]) if len(share) else float("nan")


def shannon(counts: ArrayLike) -> float:
    """Shannon's entropy in nats, `-sum p ln p`: 0 when all are of one kind, `ln s` when `s` kinds are equal."""
    share = shares(counts)
    return float(-(share * np.log(share)).sum()) + 0.0 if len(share) else float("nan")


def simpson(counts: ArrayLike) -> float:
    """Chance (0 to 1) that two individuals drawn with replacement are of different kinds, `1 - sum p²`."""
    share = shares(counts)
    return float(1 - (share**2).sum()) if len(share) else float("nan")


def pielou(counts: ArrayLike) -> float:
    """Evenness (0 to 1), Shannon's entropy over its maximum `ln s`; NaN with a single kind, which is neither."""
    kinds = len(shares(counts))
    return shannon(counts) / float(np.log(kinds)) if kinds > 1 else float("nan")


def hill(counts: ArrayLike, order: float) -> float:
    """Hill number: how many equally frequent kinds would be as diverse (`hill_1973`).

    Order 0 is the number of kinds, 1 the exponential of Shannon's entropy, 2 the inverse of `sum p²`; the higher the
    order, the less rare kinds weigh. Any order from 0 up, whole or not.
    """
    share = shares(counts)
    if len(share) == 0:
        return float("nan")
    if order == 1:
        return float(np.exp(-(share * np.log(share)).sum()))
    return float((share**order).sum() ** (1 / (1 - order)))
