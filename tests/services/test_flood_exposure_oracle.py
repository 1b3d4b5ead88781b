"""Exposition aux inondations against geopandas overlays, the metrics case of CLIMADA, and numpy's trapezoid."""

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from coeurdeville.core.missing import Missing
from coeurdeville.core.provenance import Origin
from coeurdeville.layers.buildings import Buildings
from coeurdeville.layers.damage_functions import DamageFunctions
from coeurdeville.layers.facilities import Facilities
from coeurdeville.layers.flood_zones import FloodZones
from coeurdeville.layers.population import Population
from coeurdeville.services.risks.flood_exposure import Exposed, figures, flood_exposure

ORIGIN = Origin("Essai")
CORNER = np.array([700_000.0, 6_600_000.0])
PERIODS = {"fréquent": 10.0, "moyen": 100.0, "extrême": 1000.0}


@pytest.fixture(scope="module")
def town() -> dict[str, gpd.GeoDataFrame]:
    """300 turned footprints, 30 overlapping zones of three scenarios, 25 cells, 60 facilities."""
    rng = np.random.default_rng(11)
    places = rng.uniform(0, 1000, (300, 2)) + CORNER
    turned = [shapely.affinity.rotate(shapely.box(x, y, x + 12, y + 9), a) for (x, y), a in
              zip(places, rng.uniform(0, 90, 300), strict=True)]  # fmt: skip
    centres = shapely.points(rng.uniform(0, 1000, (30, 2)) + CORNER)
    corners = np.mgrid[0:1000:200, 0:1000:200].reshape(2, -1) + CORNER[:, np.newaxis]
    return {
        "buildings": _frame(turned, dwellings=rng.integers(0, 6, 300).astype(float)),
        "zones": _frame(shapely.buffer(centres, rng.uniform(30, 150, 30)), scenario=[*PERIODS] * 10,
                        return_period=[*PERIODS.values()] * 10, depth=rng.uniform(0.1, 4, 30)),
        "cells": _frame(shapely.box(*corners, *(corners + 200)), people=rng.integers(0, 200, 25).astype(float)),
        "facilities": _frame(shapely.points(rng.uniform(0, 1000, (60, 2)) + CORNER), kind=["école"] * 60),
    }  # fmt: skip


@pytest.fixture(scope="module")
def exposed(town: dict[str, gpd.GeoDataFrame]) -> Exposed:
    curve = pd.DataFrame({"depth": [0.0, 1.0, 4.0], "cost": [0.0, 100.0, 250.0]})
    return flood_exposure(
        Buildings(town["buildings"], origin=ORIGIN),
        FloodZones(town["zones"], origin=ORIGIN),
        Population(town["cells"], origin=ORIGIN),
        Facilities(town["facilities"], origin=ORIGIN),
        DamageFunctions(curve, origin=ORIGIN),
    )


@pytest.mark.parametrize("scenario", PERIODS)
def test_figures_are_those_of_a_geopandas_overlay(town: dict[str, Any], exposed: Exposed, scenario: str) -> None:
    said = figures(exposed.where("scenario", scenario))
    buildings = town["buildings"].assign(number=range(300))
    zones = town["zones"][town["zones"]["scenario"] == scenario]
    wet = buildings.sjoin(zones)["number"].unique()
    cut = buildings.overlay(zones.dissolve()[["geometry"]], how="intersection")
    assert len(wet) > 20
    assert said.buildings == len(wet)
    assert said.dwellings == buildings["dwellings"].iloc[wet].sum()
    assert said.wet_area == pytest.approx(cut.area.sum())
    assert said.facilities == town["facilities"].sjoin(zones).index.nunique()
    assert said.people == pytest.approx(_people(town, wet))
    assert said.damage == pytest.approx(_damage(buildings, zones, cut))


def test_yearly_damage_is_the_trapezoid_of_numpy(exposed: Exposed) -> None:
    said = {name: figures(exposed.where("scenario", name)) for name in PERIODS}
    frequency = np.array([0.0, *sorted(1 / period for period in PERIODS.values())])
    damage = [said[name].damage for name in ("extrême", "extrême", "moyen", "fréquent")]
    assert said["moyen"].yearly_damage == pytest.approx(np.trapezoid(damage, frequency))


def test_metrics_case_of_climada() -> None:
    """Damages [[1, 0, 1], [2, 2, 0]] by event and good give 2 and 4 by event, 1.2, 0.2 and 1 a year by good."""
    homes = [shapely.box(20 * n, 0, 20 * n + 1, 1) for n in range(3)]
    around = shapely.buffer(np.array(homes), 2)
    zones = _frame(around[[0, 2, 0, 1]], scenario=["a", "a", "b", "b"], depth=[1.0, 1.0, 2.0, 2.0])
    found = flood_exposure(
        Buildings(_frame(homes, dwellings=[1.0] * 3), origin=ORIGIN),
        FloodZones(zones, origin=ORIGIN),
        damage_functions=DamageFunctions(pd.DataFrame({"depth": [0.0, 2.0], "cost": [0.0, 2.0]}), origin=ORIGIN),
    )
    assert [figures(found.where("scenario", name)).damage for name in "ab"] == [2, 4]
    matrix = np.stack([found.where("scenario", name).frame["damage"] for name in "ab"])
    assert [1, 0.1] @ matrix == pytest.approx([1.2, 0.2, 1])
    assert isinstance(figures(found).yearly_damage, Missing), "two events without return period say nothing of a year"


def _people(town: dict[str, Any], wet: Any) -> float:
    """Each cell's people by dwelling, counted on the dwellings that are wet."""
    inner = town["buildings"].set_geometry(town["buildings"].representative_point()).assign(number=range(300))
    held = inner.sjoin(town["cells"].assign(cell=range(25))).drop_duplicates("number").set_index("number")
    per_home = held["people"] / held.groupby("cell")["dwellings"].transform("sum")
    return float((per_home * held["dwellings"])[held.index.intersection(wet)].sum())


def _damage(buildings: Any, zones: Any, cut: Any) -> float:
    deepest = buildings.sjoin(zones).groupby("number")["depth"].max()
    cost = np.interp(deepest.loc[cut["number"]], [0, 1, 4], [0, 100, 250])
    return float((cost * cut.area.to_numpy()).sum())


def _frame(shapes: Any, **columns: Any) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(columns, geometry=list(shapes), crs=2154)
