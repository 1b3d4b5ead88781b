"""A summer of air temperature at some stations of the town, with a heat island that is known because it is put in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from coeurdeville.demo.chance import stream
from coeurdeville.demo.plan import Plan

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

START, END = "2025-06-15T00", "2025-08-31T23"
"""First and last hour, UTC."""


@dataclass(frozen=True)
class HeatIsland:
    """What was put in: excess over the fields, °C, when all of it is there (22 h to 5 h) and in mid-afternoon."""

    night: float
    """At the church, where all is built."""
    day: float
    stations: dict[str, float]
    """Share of the excess at each station: 1 at the church, 0 in the fields."""


def draw_stations(plan: Plan) -> "gpd.GeoDataFrame":
    """`station`, `kind` (urbain, rural) and points: more stations in a larger town, three in the fields."""
    import geopandas as gpd

    rng = stream(plan.seed, "stations")
    town = int(np.clip(plan.buildings // 1200, 4, 18))
    distance = np.append(np.linspace(0.02, 0.98, town) * plan.radius, plan.edge + np.array([60, 150, 250]))
    turn = rng.uniform(0, 2 * np.pi) + 2.4 * np.arange(len(distance))
    names = [f"T{rank:02d}" for rank in range(1, len(distance) + 1)]
    kinds = np.where(distance < plan.edge, "urbain", "rural").astype(object)
    points = shapely.points(distance * np.cos(turn), distance * np.sin(turn))
    return gpd.GeoDataFrame({"station": names, "kind": kinds}, geometry=points)


def draw_temperatures(plan: Plan, stations: "gpd.GeoDataFrame") -> tuple["pd.DataFrame", HeatIsland]:
    """Hourly `station`, `time` (UTC), `temperature` (°C), and the heat island behind them.

    Every station follows the same weather; the excess is whole from 22 h to 5 h, least at 15 h, and fades as the
    square of the distance to the church. Each measure has an error of 0.2 °C.
    """
    import pandas as pd

    rng = stream(plan.seed, "sensors")
    time = pd.date_range(START, END, freq="h", unit="s")
    hour = time.hour.to_numpy()
    share = np.clip(1 - (shapely.distance(stations.geometry.to_numpy(), shapely.Point(0, 0)) / plan.radius) ** 2, 0, 1)
    shares = dict(zip(stations["station"], share.round(3).tolist(), strict=True))
    island = HeatIsland(round(rng.uniform(2.4, 3.8), 1), round(rng.uniform(0.2, 0.6), 1), shares)
    days = np.repeat(
        20 + 3.5 * np.convolve(rng.normal(0, 1, len(time) // 24 + 4), [0.5, 0.5, 0.5, 0.5, 0.5], "valid"), 24
    )
    weather = days[: len(time)] + 5.5 * np.cos(2 * np.pi * (hour - 15) / 24)
    excess = np.where((hour >= 22) | (hour <= 5), island.night, island.day + (island.night - island.day) * fade(hour))
    values = weather + share.round(3)[:, None] * excess + rng.normal(0, 0.2, (len(share), len(time)))
    columns = {
        "station": np.repeat(stations["station"].to_numpy(dtype=object), len(time)),
        "time": np.tile(time.to_numpy(), len(share)),
        "temperature": values.ravel().round(2),
    }
    return pd.DataFrame(columns), island


def fade(hour: np.ndarray) -> np.ndarray:
    """Part of the night's excess that is left at each hour of the day: all at 5 h and 22 h, none at 15 h."""
    return np.where(hour < 15, np.clip((15 - hour) / 10, 0, 1), np.clip((hour - 15) / 7, 0, 1)) ** 2
