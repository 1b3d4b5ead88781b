"""The same town for the same seed, of any size, and nowhere on land."""

import time

import numpy as np
import pandas as pd
import pytest
import shapely

from coeurdeville.demo import DemoTown, make_town

LAYERS = {
    "outline", "districts", "buildings", "roads", "flood_zones", "population", "facilities", "trees", "green_spaces",
    "vegetation", "water", "occurrences", "species_status", "daily_climate", "temperature_stations",
    "temperature_sensors",
}  # fmt: skip


def fingerprint(town: DemoTown) -> dict[str, bytes]:
    """The bytes of every layer, geometry and values."""
    found = {}
    for name, frame in town.layers.items():
        table = pd.DataFrame(frame).copy()
        if "geometry" in table:
            table["geometry"] = shapely.to_wkb(frame.geometry.to_numpy())
        found[name] = table.to_csv().encode()
    return found


def test_town_has_every_layer_with_rows_in_metres(town):
    assert set(town.layers) == LAYERS
    assert all(len(frame) for frame in town.layers.values())
    assert {frame.crs.to_epsg() for frame in town.layers.values() if hasattr(frame, "crs")} == {2154}


def test_same_seed_gives_the_same_bytes():
    assert fingerprint(make_town(buildings=200, seed=3)) == fingerprint(make_town(buildings=200, seed=3))


def test_another_seed_gives_another_town():
    one, other = fingerprint(make_town(buildings=200, seed=3)), fingerprint(make_town(buildings=200, seed=4))
    assert all(one[name] != other[name] for name in LAYERS - {"outline", "species_status", "temperature_stations"})
    assert one["outline"] != other["outline"]


@pytest.mark.parametrize(
    ("buildings", "seed"),
    [(50, 1), (51, 2), (75, 3), (120, 4), (200, 5), (333, 6), (800, 8), (2000, 9), (5000, 10)],
)
def test_any_size_is_exact_and_quick(buildings, seed):
    start = time.perf_counter()
    town = make_town(buildings=buildings, seed=seed)
    assert time.perf_counter() - start < 20
    assert len(town.layers["buildings"]) == town.truth.buildings == buildings
    assert (town.layers["buildings"]["dwellings"] > 0).sum() > buildings / 3
    assert len(town.layers["trees"]) > 30
    assert len(town.layers["facilities"]) >= 7


def test_every_small_size_is_exact():
    assert [len(make_town(buildings=size, seed=size).layers["buildings"]) for size in range(50, 60)] == [*range(50, 60)]


def test_too_small_a_town_is_refused():
    with pytest.raises(ValueError, match="at least 50"):
        make_town(buildings=49)


@pytest.mark.parametrize("code", ["02691", "1", "00000", "0001a"])
def test_a_code_that_could_be_real_is_refused(code):
    with pytest.raises(ValueError, match="fictional code"):
        make_town(buildings=50, code=code)


def test_name_goes_with_the_code_unless_given():
    assert make_town(buildings=50).name == "Valmorin-sur-Aune"
    assert make_town(buildings=50, code="00002").name == "Vernoise-le-Pont"
    assert make_town(buildings=50, name="Essai").layers["outline"]["name"].tolist() == ["Essai"]


def test_towns_of_different_codes_stand_apart():
    outlines = [make_town(buildings=50, code=f"{code:05d}").outline for code in range(1, 13)]
    first, second = np.triu_indices(len(outlines), 1)
    assert shapely.distance(np.array(outlines)[first], np.array(outlines)[second]).min() > 5000


def test_town_stands_in_the_english_channel(town):
    west, south, east, north = town.layers["outline"].to_crs(4326).total_bounds
    assert -5 < west < east < -3
    assert 48.9 < south < north < 49.6


def test_layers_cannot_be_replaced(town):
    with pytest.raises(TypeError):
        town.layers["trees"] = None
