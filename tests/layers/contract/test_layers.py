"""A layer that exists is valid, read-only, and its parts add up."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from coeurdeville.core.missing import Missing
from coeurdeville.core.problems import Refused
from coeurdeville.core.provenance import Origin
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.table import SeriesLayer, TableLayer
from coeurdeville.layers.contract.vector import AREA, POINT, VectorLayer

HERE = Origin("essai")


class Benches(VectorLayer):
    id, title, geometry = "benches", "Bancs", POINT
    columns = (Column("seats", "int", "Places", minimum=0, maximum=20), Column("wood", "str", "Bois"))


class Lawns(VectorLayer):
    id, title, geometry = "lawns", "Pelouses", AREA


class Prices(TableLayer):
    id, title = "prices", "Prix"
    columns = (Column("price", "float", "Prix", "€", required=True), Column("what", "str", "Objet"))


class Levels(SeriesLayer):
    id, title = "levels", "Niveaux"
    columns = (Column("date", "date", "Jour", required=True), Column("station", "str", "Station"))


def benches(places: list[tuple[float, float]], crs: int = 2154, **columns: object) -> Benches:
    frame = gpd.GeoDataFrame(columns, geometry=[shapely.Point(place) for place in places], crs=crs)
    return Benches(frame, origin=HERE)


def refused(make: object) -> list[str]:
    with pytest.raises(Refused) as error:
        make()  # type: ignore[operator]
    return [problem.code for problem in error.value.problems]


def test_every_problem_of_a_layer_is_said_at_once() -> None:
    shapes = [shapely.Point(0, 0), shapely.LineString([(0, 0), (1, 1)]), None]
    frame = gpd.GeoDataFrame({"seats": [1, 99, 2], "wood": [1, 2, 3]}, geometry=shapes, crs=4326)
    assert refused(lambda: Benches(frame, origin=HERE)) == [
        "couche-invalide",
        "projection-non-metrique",
        "geometrie-inattendue",
        "geometrie-invalide",
        "hors-bornes",
        "type-inattendu",
    ]


def test_invalid_and_empty_shapes_are_counted() -> None:
    bow = shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
    frame = gpd.GeoDataFrame(geometry=[bow, shapely.Polygon(), shapely.box(0, 0, 1, 1)], crs=2154)
    with pytest.raises(Refused) as error:
        Lawns(frame, origin=HERE)
    assert error.value.problems[1].count == 2


def test_undeclared_columns_do_not_travel() -> None:
    assert list(benches([(0, 0)], seats=[1], agent=["M. Dupont"]).frame) == ["seats", "geometry"]


def test_writing_to_the_frame_or_shapes_never_reaches_the_layer() -> None:
    layer = benches([(0, 0), (1, 1)], seats=[1, 2])
    before = layer.fingerprint()
    frame = layer.frame
    frame["seats"] = 9
    frame.loc[0, "geometry"] = shapely.Point(5, 5)
    layer.shapes[0] = None
    assert layer.fingerprint() == before


def test_the_data_given_may_change_afterwards() -> None:
    given_frame = gpd.GeoDataFrame({"seats": [1]}, geometry=[shapely.Point(0, 0)], crs=2154)
    layer = Benches(given_frame, origin=HERE)
    before = layer.fingerprint()
    given_frame["seats"] = 5
    given_frame.loc[0, "seats"] = 6
    assert layer.fingerprint() == before


def test_fingerprint_changes_with_anything_that_matters_and_nothing_else() -> None:
    box = shapely.box(0, 0, 9, 9)
    frame = gpd.GeoDataFrame({"seats": [1.0, None], "wood": ["pin", None]}, geometry=gpd.points_from_xy([0, 1], [0, 1]),
                             crs=2154)  # fmt: skip
    layers = [
        Benches(frame, origin=HERE),
        Benches(frame.assign(seats=[1.0, 2.0]), origin=HERE),
        Benches(frame.assign(wood=["pin", "if"]), origin=HERE),
        Benches(frame.drop(columns="wood"), origin=HERE),
        Benches(frame.translate(1e-6, 0).to_frame("geometry").assign(seats=frame["seats"], wood=frame["wood"]),
                origin=HERE),
        Benches(frame.set_crs(3857, allow_override=True), origin=HERE),
        Benches(frame, origin=HERE, extent=box),
        Benches(frame.iloc[::-1], origin=HERE),
    ]  # fmt: skip
    prints = [layer.fingerprint() for layer in layers]
    assert len(set(prints)) == len(prints)
    assert Benches(frame.assign(agent="x"), origin=Origin("autre")).fingerprint() == prints[0]
    assert all(len(one) == 16 and int(one, 16) >= 0 for one in prints)


def test_clip_keeps_whole_objects_and_cuts_the_extent() -> None:
    lawn = gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 4, 4), shapely.box(10, 10, 11, 11)], crs=2154)
    layer = Lawns(lawn, origin=HERE, extent=shapely.box(0, 0, 20, 20))
    part = layer.clip(shapely.box(3, 3, 30, 5))
    assert [shape.area for shape in part.shapes] == [16.0]
    assert part.extent.equals(shapely.box(3, 3, 20, 5))
    assert Lawns(lawn, origin=HERE).clip(shapely.box(0, 0, 1, 1)).extent.equals(shapely.box(0, 0, 1, 1))
    assert layer.clip(shapely.box(50, 50, 60, 60)).extent.is_empty


def test_within_holds_the_limit_and_judges_by_an_inner_point() -> None:
    assert len(benches([(0, 0), (1, 1), (2, 2)]).within(shapely.box(0, 0, 1, 1))) == 2
    lawn = gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 10, 1)], crs=2154)
    assert len(Lawns(lawn, origin=HERE).within(shapely.box(0, 0, 4, 1))) == 0
    assert len(Lawns(lawn, origin=HERE).within(shapely.box(0, 0, 6, 1))) == 1


def test_an_object_on_a_limit_goes_to_the_first_zone() -> None:
    zones = {"ouest": shapely.box(0, 0, 1, 1), "est": shapely.box(1, 0, 2, 1)}
    parts = benches([(1, 0.5), (1.5, 0.5), (9, 9)]).split(zones)
    assert {name: len(part) for name, part in parts.items()} == {"ouest": 1, "est": 1}
    assert list(benches([(1, 0.5)]).split(dict(reversed(zones.items())))["est"].shapes) == [shapely.Point(1, 0.5)]
    assert benches([(1, 0.5)]).split({}) == {}
    assert len(benches([]).split(zones)["est"]) == 0


places = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=30)
boxes = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(1, 3)), max_size=5)


@given(places, boxes)
def test_split_is_a_partition_of_what_the_zones_hold(
    points: list[tuple[int, int]], squares: list[tuple[int, int, int]]
) -> None:
    layer = benches(points)
    zones = {f"z{k}": shapely.box(x, y, x + side, y + side) for k, (x, y, side) in enumerate(squares)}
    parts = layer.split(zones)
    rows = [row for part in parts.values() for row in part.frame.index]
    assert len(rows) == len(set(rows))
    assert list(parts) == list(zones)
    ground = shapely.union_all(list(zones.values()))
    assert sorted(rows) == sorted(layer.within(ground).frame.index)
    seen: set[int] = set()
    for name, part in parts.items():
        alone = set(layer.within(zones[name]).frame.index) - seen
        assert set(part.frame.index) == alone
        seen |= alone


def test_parts_keep_origin_and_need_no_second_check() -> None:
    part = benches([(0, 0), (5, 5)], seats=[1, 2]).within(shapely.box(0, 0, 1, 1))
    assert part.origin is HERE
    assert isinstance(part, Benches)
    assert part.crs == 2154


def test_total_and_share_leave_unknown_values_out() -> None:
    layer = benches([(0, 0), (1, 1), (2, 2), (3, 3)], seats=[2.0, 4.0, 6.0, None])
    assert layer.total("seats") == 12
    assert layer.share("seats", at_least=4) == pytest.approx(200 / 3)
    assert layer.share("seats", at_least=4, at_most=4) == pytest.approx(100 / 3)
    assert layer.share("seats", at_most=2, weight="seats") == pytest.approx(100 * 2 / 12)
    assert layer.filled("seats") == 75


def test_what_was_not_measured_is_missing_and_never_zero() -> None:
    layer = benches([(0, 0)], seats=[None])
    assert layer.total("seats") == Missing("«\u00a0Places\u00a0» n’est pas renseigné")
    assert layer.total("wood") == Missing("«\u00a0Bois\u00a0» n’est pas renseigné")
    assert layer.share("wood") == Missing("«\u00a0Bois\u00a0» n’est pas renseigné")
    assert layer.share("seats") == Missing("aucun objet à juger")
    assert layer.without_rows().total("seats") == 0
    assert layer.without_rows().filled("seats") == 0
    assert layer.filled("wood") == 0
    assert not layer.has("seats")


def test_rows_are_told_apart_by_the_values_of_a_column() -> None:
    layer = benches([(0, 0), (1, 1), (2, 2)], wood=["pin", "if", None])
    assert layer.values_of("wood") == ["if", "pin"]
    assert len(layer.where("wood", "pin")) == 1
    assert len(layer.where("wood", "orme")) == 0


def test_a_table_has_no_place() -> None:
    table = Prices(pd.DataFrame({"price": [1.0], "agent": ["x"]}), origin=HERE)
    box = shapely.box(0, 0, 1, 1)
    assert table.clip(box) is table
    assert table.within(box) is table
    assert table.split({"z": box}) == {}
    assert list(table.frame) == ["price"]
    assert refused(lambda: Prices(pd.DataFrame({"what": ["x"]}), origin=HERE)) == ["couche-invalide", "colonne-absente"]


@pytest.mark.parametrize(
    ("dates", "stations", "accepted"),
    [
        (["2026-01-01", "2026-01-02"], None, True),
        (["2026-01-02", "2026-01-01"], None, False),
        (["2026-01-01", "2026-01-01"], None, False),
        (["2026-01-01", "2026-01-01"], ["a", "b"], True),
        (["2026-01-02", "2026-01-02", "2026-01-01"], ["a", "b", "a"], False),
        ([], None, True),
    ],
)
def test_dates_of_a_series_increase_within_each_station(
    dates: list[str], stations: list[str] | None, accepted: bool
) -> None:
    frame = pd.DataFrame({"date": pd.to_datetime(dates)})
    if stations:
        frame["station"] = stations
    if accepted:
        assert len(Levels(frame, origin=HERE)) == len(dates)
    else:
        assert refused(lambda: Levels(frame, origin=HERE)) == ["couche-invalide", "dates-desordonnees"]


def test_a_series_with_a_wrong_column_is_not_also_called_disordered() -> None:
    frame = pd.DataFrame({"date": ["hier", "avant-hier"]})
    assert refused(lambda: Levels(frame, origin=HERE)) == ["couche-invalide", "type-inattendu"]


def test_shapes_are_an_array_of_objects() -> None:
    assert benches([(0, 0)]).shapes.dtype == np.dtype(object)
