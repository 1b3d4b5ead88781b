"""What the town says of itself, found again by another way."""

import numpy as np
import pytest
import shapely


def zones(town, scenario):
    frame = town.layers["flood_zones"]
    return frame[frame["scenario"] == scenario]


@pytest.mark.parametrize("scenario", ["frequent", "moyen", "extreme"])
def test_flooded_buildings_are_those_that_meet_a_zone(town, scenario):
    frame = town.layers["buildings"]
    wet = shapely.intersects(frame.geometry.to_numpy(), zones(town, scenario).union_all())
    truth = town.truth.floods[scenario]
    assert (truth.buildings, truth.dwellings) == (wet.sum(), frame["dwellings"][wet].sum())
    assert truth.buildings == sum(truth.hazards.values()) > 0
    points = town.layers["facilities"].geometry.to_numpy()
    assert truth.facilities == shapely.intersects(points, zones(town, scenario).union_all()).sum()


@pytest.mark.parametrize("scenario", ["frequent", "moyen", "extreme"])
def test_worst_hazard_is_the_deepest_class_met(town, scenario):
    frame, left, found = zones(town, scenario), town.layers["buildings"].geometry.to_numpy(), {}
    for hazard in ("très fort", "fort", "modéré", "faible"):
        if (frame["hazard"] == hazard).any():
            met = shapely.intersects(left, frame[frame["hazard"] == hazard].union_all())
            found[hazard], left = int(met.sum()), left[~met]
    assert found == town.truth.floods[scenario].hazards


def test_flood_zones_are_nested_and_never_overlap(town):
    frequent, moyen, extreme = (zones(town, name).union_all() for name in ("frequent", "moyen", "extreme"))
    assert frequent.difference(moyen).area < 1e-3
    assert moyen.difference(extreme).area < 1e-3
    assert frequent.area < moyen.area < extreme.area
    assert zones(town, "extreme").area.sum() == pytest.approx(extreme.area)


def test_deeper_classes_have_deeper_water(town):
    limits = {"faible": (0, 0.5), "modéré": (0.5, 1), "fort": (1, 2), "très fort": (2, 4)}
    for hazard, group in town.layers["flood_zones"].groupby("hazard"):
        low, high = limits[hazard]
        assert group["depth"].between(low, high).all()


def test_planted_species_are_those_of_the_layer(town):
    trees = town.layers["trees"]
    for rank, counts in (("species", "species"), ("genus", "genera"), ("family", "families")):
        assert trees[rank].value_counts().to_dict() == getattr(town.truth.trees, counts)
    assert town.truth.trees.trees == len(trees)


def test_stages_follow_years_of_planting(town):
    newest = town.layers["trees"].groupby("stage")["planted"].max()
    assert newest.to_dict() == {"jeune": 2024, "jeune adulte": 2013, "adulte": 1997, "mature": 1960}


def test_hamlets_keep_their_promises_by_brute_force(town):
    frame = town.layers["buildings"]
    trees = town.layers["trees"].geometry.to_numpy()
    grown = town.layers["vegetation"]
    wood = grown[grown["kind"] == "arborée"].union_all()
    canopy = wood | shapely.union_all(town.layers["trees"].buffer(town.layers["trees"]["crown_radius"]).to_numpy())
    parks = town.layers["green_spaces"]
    parks = parks[parks.area >= 5000].geometry.to_numpy()
    for hamlet in town.truth.hamlets:
        homes = frame.iloc[list(hamlet.homes)]
        assert homes["dwellings"].sum() == hamlet.dwellings == (homes["dwellings"] > 0).sum()
        for home in homes.geometry:
            third = np.sort(shapely.distance(trees, home))[2]
            assert third < 5 if hamlet.three else third > 100
            around = home.centroid.buffer(100)
            share = around.intersection(canopy).area / around.area
            assert share > 0.5 if hamlet.thirty else share < 0.15
            assert share == 0 if not (hamlet.three or hamlet.thirty) else share > 0
            nearest = shapely.distance(parks, home).min()
            assert nearest < 250 if hamlet.three_hundred else nearest > 380


def test_people_of_the_squares_are_those_of_the_town(town):
    squares = town.layers["population"]
    assert squares["people"].sum() == town.truth.people
    assert squares["households"].sum() == town.truth.households <= town.truth.dwellings
    assert (squares["people"] >= squares["households"]).all()
    assert set(squares.area) == {40_000}
    lived = town.layers["buildings"].query("dwellings > 0").centroid
    assert town.truth.dwellings == town.layers["buildings"]["dwellings"].sum()
    assert shapely.intersects(squares.union_all(), lived.to_numpy()).mean() > 0.97


def test_recorded_species_come_from_the_pool(town):
    truth, records = town.truth.species, town.layers["occurrences"]
    assert truth.pool["chance"].sum() == pytest.approx(1)
    seen = records.groupby("taxon").size()
    assert truth.pool.set_index("taxon")["recorded"].loc[seen.index].eq(seen).all()
    assert truth.recorded == len(seen) < truth.richness
    unseen = truth.pool[~truth.pool["taxon"].isin(records["taxon"])]
    assert truth.coverage == pytest.approx(1 - unseen["chance"].sum())


def test_rare_species_are_recorded_as_often_as_their_chance_says(town):
    from scipy.stats import chisquare

    pool = town.truth.species.pool
    n = pool["recorded"].sum()
    common = pool[pool["chance"] * n >= 5]
    rest = n - common["recorded"].sum(), n * (1 - common["chance"].sum())
    observed, expected = [*common["recorded"], rest[0]], [*(common["chance"] * n), rest[1]]
    assert chisquare(observed, expected).pvalue > 1e-4


def test_warming_put_in_is_found_by_least_squares(town):
    frame, law = town.layers["daily_climate"], town.truth.climate
    yearly = ((frame["tmin"] + frame["tmax"]) / 2).groupby(frame["date"].dt.year).mean()
    slope, error = np.polyfit(yearly.index - 2010, yearly, 1, cov=True)[0][0], yearly.std() / 45
    assert slope * 10 == pytest.approx(law.warming, abs=40 * error)
    assert yearly.mean() == pytest.approx(law.mean, abs=0.25)
    assert frame["date"].diff().dropna().dt.days.eq(1).all()
    assert (frame["tmin"] < frame["tmax"]).all()


def test_heat_island_put_in_is_found_at_night(town):
    frame, island = town.layers["temperature_sensors"], town.truth.heat_island
    hour = frame["time"].dt.hour
    night = frame[(hour >= 22) | (hour <= 5)].groupby("station")["temperature"].mean()
    rural = [station for station, share in island.stations.items() if share == 0]
    assert len(rural) == 3
    for station, share in island.stations.items():
        assert night[station] - night[rural].mean() == pytest.approx(share * island.night, abs=0.05)
