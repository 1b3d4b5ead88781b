"""What floods cost, from the user's own damage functions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from coeurdeville.layers.damage_functions import DamageFunctions
from coeurdeville.statistics.damage import Floats, annual_damage, share_destroyed

FEWEST = 3
"""Scenarios with a return period and a depth under which no yearly damage is given."""


def cost(depth: Floats, functions: DamageFunctions) -> Floats:
    """Cost [€/m²] at each depth [m], straight between the points of the user's function, nothing under its first."""
    curve = functions.frame.sort_values("depth")
    most = max(float(curve["cost"].max()), 1e-9)
    return most * share_destroyed(depth, np.c_[curve["depth"], curve["cost"] / most])


def period_of(zones: Any) -> float | None:
    """Return period [years] of a scenario, when all its zones give the same."""
    if "return_period" not in zones or zones["return_period"].isna().any() or zones["return_period"].nunique() != 1:
        return None
    return float(zones["return_period"].iloc[0])


def yearly_damage(priced: Sequence[tuple[float, Floats]]) -> Floats | None:
    """Average damage a year [€] of each building, from return periods [years] and the damages [€] of each.

    The trapezoid is linear: that of a sum is the sum of each. None under `FEWEST` periods, and when two scenarios
    have the same one: which of them to take is not known.
    """
    periods = [period for period, _ in priced]
    if len(periods) < FEWEST or len(set(periods)) < len(periods):
        return None
    weights = np.array([annual_damage(periods, one) for one in np.eye(len(periods))], dtype=np.float64)
    return weights @ np.stack([damage for _, damage in priced])
