"""A fictional town of any size, the same for the same seed, with what is true of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import shapely

from coeurdeville.demo.climate import draw_weather
from coeurdeville.demo.frames import layer, placed
from coeurdeville.demo.ground import Ground, fitting_ground
from coeurdeville.demo.names import town_name
from coeurdeville.demo.nature import nature_layers
from coeurdeville.demo.sensors import draw_stations, draw_temperatures
from coeurdeville.demo.settlement import floods_of, hamlets_of, settle, settlement_layers
from coeurdeville.demo.truth import Truth

SMALLEST = 50
"""Fewest buildings of a town."""


@dataclass(frozen=True)
class DemoTown:
    """A fictional town: `layers` by id (GeoDataFrame or DataFrame, canonical columns) and what is true of them.

    Ids: outline, districts, buildings, roads, flood_zones, population, facilities, trees, green_spaces, vegetation,
    water, occurrences, species_status, daily_climate, temperature_stations, temperature_sensors.
    """

    name: str
    code: str
    """Fictional INSEE code, in the département « 00 » that does not exist."""
    seed: int
    outline: shapely.Polygon
    layers: Mapping[str, Any]
    truth: Truth


def make_town(*, buildings: int = 20_000, seed: int = 1, name: str | None = None, code: str = "00001") -> DemoTown:
    """A town of exactly `buildings` buildings, in EPSG:2154, in the middle of the English Channel.

    Same arguments, same town, to the last bit on one machine. Trees come at about 1.1 per building, green spaces at
    about one per fifty. `name` is the one that goes with the code in `names.TOWNS` unless given.

    Raises
    ------
    ValueError
        Under 50 buildings, or a code that is not « 00 » and three digits from 001.
    """
    if buildings < SMALLEST:
        raise ValueError(f"a town has at least {SMALLEST} buildings, not {buildings}")
    if not (len(code) == 5 and code.isdigit() and code.startswith("00") and int(code)):
        raise ValueError(f"a fictional code goes from 00001 to 00999, not {code}")
    ground = fitting_ground(buildings, seed, code)
    layers, truth = furnished(ground)
    name = name or town_name(code)
    outline = layer(ground, [ground.outline], name=[name], code=[code])
    return DemoTown(name, code, seed, outline.geometry.iloc[0], MappingProxyType({"outline": outline, **layers}), truth)


def furnished(ground: Ground) -> tuple[dict[str, Any], Truth]:
    """Every layer but the outline, and the truth of the town."""
    built = settle(ground)
    living, trees, species = nature_layers(ground, built)
    weather, law = draw_weather(ground.plan)
    stations = draw_stations(ground.plan)
    temperatures, island = draw_temperatures(ground.plan, stations)
    measured = {
        "daily_climate": weather,
        "temperature_stations": placed(ground, stations),
        "temperature_sensors": temperatures,
    }
    truth = Truth(
        trees=trees,
        hamlets=hamlets_of(ground, built),
        floods=floods_of(ground, built),
        species=species,
        climate=law,
        heat_island=island,
        buildings=len(built.town),
        dwellings=int(built.size.dwellings.sum()),
        people=int(built.homes.people.sum()),
        households=int(built.homes.households.sum()),
    )
    return {**settlement_layers(ground, built), **living, **measured}, truth
