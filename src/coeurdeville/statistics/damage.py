"""What floods cost: share of a value destroyed by a depth of water, and damage of an average year."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from coeurdeville.core.missing import Missing

Floats = NDArray[np.float64]
Convention = Literal["trapezoid", "lower-step"]
FEWEST = 3
"""Scenarios below which the curve between them is not known well enough to be summed (`cgdd_2018`)."""


@dataclass(frozen=True)
class Impact:
    """Damage of events to goods, in the unit of the goods' value."""

    by_event: Floats
    """Total of each event, shape `(e,)`."""
    yearly_by_good: Floats
    """Average per year of each good, shape `(g,)`."""
    yearly: float
    """Average per year, all goods together."""


def annual_damage(periods: ArrayLike, damages: ArrayLike, convention: Convention = "trapezoid") -> float | Missing:
    """Average damage per year, in the unit of `damages`: the area under damage against yearly frequency.

    `trapezoid`: between two scenarios the damage is the mean of both, the French convention (`cgdd_2018`).
    `lower-step`: it is that of the more frequent one, as when each scenario is an event with its own
    frequency; lower, by a third or more with few scenarios, so the convention goes with the figure. In both, floods
    rarer than the rarest scenario cost what it costs, and floods more frequent than the most frequent cost
    nothing: a scenario without damage in the list says where damage begins.

    Under three scenarios of distinct periods, or with an unknown damage: Missing. Order does not matter. A period
    under one year, a negative damage, or one period with two damages: ValueError.

    Parameters
    ----------
    periods
        Return periods in years, shape `(k,)`.
    damages
        Damage of each scenario, shape `(k,)`.
    """
    years, damage = _scenarios(periods, damages)
    if len(years) < FEWEST:
        return Missing("il faut au moins trois scénarios avec leur période de retour")
    if not np.isfinite(damage).all():
        return Missing("le dommage d’un scénario n’est pas connu")
    frequency = 1 / years
    between = (damage[:-1] + damage[1:]) / 2 if convention == "trapezoid" else damage[:-1]
    return float((between * -np.diff(frequency)).sum() + damage[-1] * frequency[-1])


def share_destroyed(depth: ArrayLike, curve: ArrayLike) -> Floats:
    """Share (0 to 1) of a value destroyed under `depth` metres of water, straight between the points of a curve.

    Under the curve's first depth, nothing; beyond its last, as at its last. An unknown depth (NaN) gives NaN. A curve
    whose depths do not increase, or whose shares leave 0 to 1: ValueError.

    Parameters
    ----------
    curve
        Depth [m] and share of each point, shape `(k, 2)`.
    """
    metres, share = np.asarray(curve, dtype=np.float64).T
    if (np.diff(metres) <= 0).any() or (share < 0).any() or (share > 1).any():
        raise ValueError("depths of a damage curve increase, and its shares lie between 0 and 1")
    return np.asarray(np.interp(np.asarray(depth, dtype=np.float64), metres, share, left=0.0), dtype=np.float64)


def impact(matrix: ArrayLike, frequency: ArrayLike) -> Impact:
    """Totals of a table of damages by event and good, shape `(e, g)`.

    `frequency` is how often each event happens by itself in a year, shape `(e,)`: not the frequency of being
    exceeded, which is the inverse of a return period.
    """
    damage, often = np.asarray(matrix, dtype=np.float64), np.asarray(frequency, dtype=np.float64)
    by_good = often @ damage
    return Impact(damage.sum(axis=1), by_good, float(by_good.sum()))


def own_frequency(periods: ArrayLike) -> Floats:
    """How often per year each scenario happens without the next rarer one, from increasing return periods [years]."""
    exceeded = 1 / np.asarray(periods, dtype=np.float64)
    return np.asarray(exceeded - np.append(exceeded[1:], 0.0), dtype=np.float64)


def _scenarios(periods: ArrayLike, damages: ArrayLike) -> tuple[Floats, Floats]:
    """Scenarios from the most frequent to the rarest, each period once."""
    years, damage = np.asarray(periods, dtype=np.float64), np.asarray(damages, dtype=np.float64)
    if not (years >= 1).all() or (damage < 0).any():
        raise ValueError("return periods are years from 1 up, damages are not negative")
    order = np.argsort(years)
    years, damage = years[order], damage[order]
    if (np.diff(years) == 0).any():
        raise ValueError("one return period has two damages")
    return years, damage
