"""Poitiers' flood zone over the demo's buildings, La Rochelle's four hazard levels over a grid, against geopandas."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from coeurdeville.demo import make_town
from coeurdeville.runs.measure import measure
from coeurdeville.runs.result import TOWN, Result, figures_of
from coeurdeville.services.risks.flood_exposure import flood_exposure

pytestmark = pytest.mark.real
LEVELS = {
    "aléa 1 faible": "xynthia_20cm_alea_faible_wgs84.geojson",
    "aléa 2 modéré": "xynthia_20cm_alea_modere.geojson",
    "aléa 3 fort": "xynthia_20cm_alea_fort_wgs84.geojson",
    "aléa 4 très fort": "xynthia_20cm_alea_tres_fort_wgs84.geojson",
}


def test_poitiers_medium_flood(mirror: Path, real_town: Callable[..., Any], tmp_path: Path) -> None:
    file = mirror / "towns/86194-poitiers-inondation/zone_inondable.geojson"
    zones, outline = gpd.read_file(file).to_crs(2154), _outline(mirror, "86194")
    buildings = _moved_to(_centre(zones, outline), make_town(buildings=600, seed=2).layers["buildings"])
    town, offre = real_town(
        "86194", (_written(buildings, tmp_path / "bati.gpkg"), "batiments"), (file, "zones-inondables")
    )
    result = measure(flood_exposure, offre.couches, town)
    assert list(_said(result)) == ["02 moyen"]
    _compare(_said(result)["02 moyen"], buildings, zones, outline)


def test_la_rochelle_hazard_levels(mirror: Path, real_town: Callable[..., Any], tmp_path: Path) -> None:
    levels = {name: gpd.read_file(mirror / "towns/17300-la-rochelle" / file) for name, file in LEVELS.items()}
    zones = pd.concat([level[["geometry"]].assign(scenario=name) for name, level in levels.items()]).to_crs(2154)
    outline, buildings = _outline(mirror, "17300"), _grid(zones.total_bounds)
    town, offre = real_town("17300", (_written(buildings, tmp_path / "bati.gpkg"), "batiments"),
                            (_written(zones, tmp_path / "alea.gpkg"), "zones-inondables"))  # fmt: skip
    said = _said(measure(flood_exposure, offre.couches, town))
    _compare(said.pop("tous niveaux d’aléa"), buildings, zones, outline)
    assert list(said) == list(LEVELS)
    for name, figures in said.items():
        _compare(figures, buildings, zones[zones["scenario"] == name], outline)


def _compare(said: Any, buildings: Any, zones: Any, outline: Any) -> None:
    here = buildings[buildings.representative_point().within(outline)].reset_index(drop=True)
    zones = gpd.GeoDataFrame(geometry=zones.make_valid()).clip(shapely.box(*here.total_bounds).buffer(100))
    wet = here.sjoin(zones).index.unique()
    cut = here.overlay(gpd.GeoDataFrame(geometry=[zones.union_all()], crs=2154).explode(), keep_geom_type=True)
    assert len(wet) > 10
    assert said.buildings == len(wet)
    assert said.share == pytest.approx(100 * len(wet) / len(here))
    assert said.dwellings == here["dwellings"].loc[wet].sum()
    assert said.wet_area == pytest.approx(cut.area.sum(), rel=1e-4)


def _centre(zones: Any, outline: Any) -> Any:
    """A place in the middle of the water of the town."""
    return zones.make_valid().intersection(outline).union_all().representative_point()


def _moved_to(place: Any, buildings: Any) -> Any:
    west, south, east, north = buildings.total_bounds
    return buildings.set_geometry(buildings.translate(place.x - (west + east) / 2, place.y - (south + north) / 2))


def _grid(bounds: Any) -> gpd.GeoDataFrame:
    """A house every 80 m, with one to five dwellings."""
    west, south, east, north = bounds
    x, y = np.mgrid[west:east:80, south:north:80].reshape(2, -1)
    dwellings = np.random.default_rng(4).integers(1, 6, len(x))
    return gpd.GeoDataFrame({"dwellings": dwellings}, geometry=shapely.box(x, y, x + 12, y + 9), crs=2154)


def _written(frame: Any, path: Path) -> Path:
    frame.to_file(path, driver="GPKG")
    return path


def _outline(mirror: Path, code: str) -> Any:
    outlines = gpd.read_file(mirror / f"reference/contours_1000m/communes-1000m-{code[:2]}.geojson")
    return outlines[outlines["code"] == code].to_crs(2154).union_all()


def _said(result: Result) -> dict[str, Any]:
    return figures_of(flood_exposure, next(iter(result.rows_of(TOWN).values())))
