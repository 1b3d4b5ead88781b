"""Olemps' BD TOPO: buildings with their dwellings, wooded areas, recounted with geopandas on the raw file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest

from coeurdeville.runs.measure import measure
from coeurdeville.runs.result import TOWN, Result, figures_of
from coeurdeville.services.climate.three_thirty_three_hundred import three_thirty_three_hundred

pytestmark = pytest.mark.real
FOLDER = "towns/12174-olemps-bdtopo"


@pytest.fixture(scope="module")
def result(mirror: Path, real_town: Callable[..., Any]) -> Result:
    files = (
        (mirror / FOLDER / "BATIMENT.shp", "batiments"),
        (mirror / FOLDER / "ZONE_DE_VEGETATION.shp", "vegetation"),
    )
    town, offre = real_town("12174", *files)
    return measure(three_thirty_three_hundred, offre.couches, town)


@pytest.fixture(scope="module")
def homes(mirror: Path) -> Any:
    """Raw buildings in the commune, with the dwellings known, else one where people may live."""
    raw = gpd.read_file(mirror / FOLDER / "BATIMENT.shp", encoding="utf-8").to_crs(2154)
    outlines = gpd.read_file(mirror / "reference/contours_1000m/communes-1000m-12.geojson")
    outline = outlines[outlines["code"] == "12174"].to_crs(2154).union_all()
    raw = raw[raw.representative_point().within(outline)]
    lived = raw["USAGE1"].isin(["Résidentiel", "Indifférencié"]) & (raw.area >= 40)
    raw["homes"] = raw["NB_LOGTS"].where(raw["NB_LOGTS"].notna(), np.where(lived, 1.0, 0.0))
    return raw[raw["homes"] > 0]


def test_dwellings_are_those_of_the_raw_file(result: Result, homes: Any) -> None:
    said = figures_of(three_thirty_three_hundred, next(iter(result.rows_of(TOWN).values())))[""]
    assert result.objects is not None
    assert (len(result.objects), said.dwellings) == (len(homes), homes["homes"].sum())
    assert 1000 < said.dwellings < 3000


def test_wooded_ground_around_homes(result: Result, homes: Any, mirror: Path) -> None:
    green = gpd.read_file(mirror / FOLDER / "ZONE_DE_VEGETATION.shp", encoding="utf-8").to_crs(2154)
    wooded = green[~green["NATURE"].isin(["Lande ligneuse", "Vigne"])].make_valid().union_all()
    some = homes.iloc[::20]
    discs = some.centroid.buffer(100, quad_segs=64)
    expected = (100 * discs.intersection(wooded).area / discs.area).to_numpy()
    assert result.objects is not None
    found = gpd.GeoDataFrame(result.objects.frame)
    nearest = some.set_geometry(some.representative_point()).sjoin_nearest(found[["canopy", "geometry"]])
    assert nearest.groupby(level=0)["canopy"].first().to_numpy() == pytest.approx(expected, abs=0.3)


def test_what_is_missing_is_said(result: Result) -> None:
    assert result.state == "partiel"
    assert result.lacked == ("trees", "green_spaces", "roads")
    assert [use.found for use in result.used] == ["buildings", "vegetation"]
    assert result.used[1].origin.proxy
