"""Thirty years of daily weather, with a warming that is known because it is put in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from coeurdeville.demo.chance import stream
from coeurdeville.demo.plan import Plan

if TYPE_CHECKING:
    import pandas as pd

FIRST, LAST = "1996-01-01", "2025-12-31"


@dataclass(frozen=True)
class Weather:
    """The law from which the series is drawn."""

    mean: float
    """Mean of the daily mean temperature at the middle of the thirty years, °C."""
    season: float
    """Half the difference between summer and winter, °C; the warmest day is 25 July."""
    range: float
    """Mean difference between the day's maximum and minimum, °C."""
    warming: float
    """Rise of both temperatures, °C per decade, linear."""
    memory: float
    """Correlation of one day's departure with the next day's."""
    spread: float
    """Standard deviation of departures, °C."""
    wet: float
    """Probability of rain after a dry day; after a wet day it is `wet + 0.3`."""
    rain: float
    """Mean rain of a wet day, mm."""


def draw_weather(plan: Plan) -> tuple["pd.DataFrame", Weather]:
    """Daily `date`, `tmin`, `tmax` (°C) and `rain` (mm), and the law behind them."""
    import pandas as pd
    from scipy.signal import lfilter

    rng = stream(plan.seed, "climate")
    law = Weather(
        round(rng.uniform(11.2, 12.4), 2),
        round(rng.uniform(7.2, 8.2), 2),
        round(rng.uniform(8.2, 9.4), 2),
        round(rng.uniform(0.3, 0.5), 2),
        0.75,
        3.1,
        round(rng.uniform(0.22, 0.28), 2),
        round(rng.uniform(4.6, 5.4), 2),
    )
    date = pd.date_range(FIRST, LAST, unit="s")
    n = len(date)
    decades = (np.arange(n) - (n - 1) / 2) / 3652.5
    season = np.cos(2 * np.pi * (date.day_of_year.to_numpy() - 206) / 365.25)
    shock = rng.normal(0, law.spread * np.sqrt(1 - law.memory**2), n)
    mean = law.mean + law.season * season + law.warming * decades + lfilter([1], [1, -law.memory], shock)
    gap = np.maximum(1.5, law.range + 1.8 * season + rng.normal(0, 1.6, n))
    wet = wet_days(n, law.wet, rng)
    amount = np.where(wet, np.maximum(0.2, rng.gamma(0.75, law.rain / 0.75, n)), 0.0)
    columns = {
        "date": date,
        "tmin": (mean - gap / 2).round(1),
        "tmax": (mean + gap / 2).round(1),
        "rain": amount.round(1),
    }
    return pd.DataFrame(columns), law


def wet_days(count: int, wet: float, rng: np.random.Generator) -> np.ndarray:
    """Which days are wet: a chain in which rain calls for rain."""
    luck = rng.random(count).tolist()
    days, yesterday = np.zeros(count, dtype=bool), False
    for day, chance in enumerate(luck):
        yesterday = chance < wet + 0.3 * yesterday
        days[day] = yesterday
    return days
