import numpy as np
import pytest
import shapely
from shapely.geometry import Point, box

from coeurdeville.core.missing import Missing
from coeurdeville.territories.communes import commune_of
from coeurdeville.territories.referentiel import Referentiel
from coeurdeville.territories.territory import Ground, Territory, territory_of

POINTS = shapely.points([[50.0, 50.0], [100.0, 50.0], [150.0, 50.0], [900.0, 50.0]])


def test_with_an_outline_points_are_held_edge_included() -> None:
    town = Territory("00001", "Villefort", 2154, outline=box(0, 0, 100, 100))
    assert town.ground is Ground.OUTLINE
    assert town.holds(POINTS).tolist() == [True, True, False, False]
    assert town.area() == 10_000


def test_an_outline_counts_more_than_the_circle() -> None:
    town = Territory("00001", "Villefort", 2154, outline=box(0, 0, 100, 100), point=Point(50, 50), radius_m=5000)
    assert town.holds(POINTS).tolist() == [True, True, False, False]


def test_without_outline_the_circle_is_used_and_there_is_no_area() -> None:
    town = Territory("00001", "Villefort", 2154, point=Point(50, 50), radius_m=100)
    assert town.ground is Ground.CIRCLE
    assert town.holds(POINTS).tolist() == [True, True, True, False]
    assert isinstance(town.area(), Missing)


def test_on_unknown_ground_every_point_is_held() -> None:
    town = Territory("00001", "Villefort", 2154)
    assert town.ground is Ground.UNKNOWN
    assert town.holds(POINTS).all()


@pytest.mark.parametrize(
    "town",
    [
        Territory("00001", "Villefort", 2154, outline=box(0, 0, 100, 100)),
        Territory("00001", "Villefort", 2154, point=Point(50, 50), radius_m=100),
    ],
)
def test_empty_and_absent_points_are_not_held(town: Territory) -> None:
    assert town.holds(np.array([Point(), None, Point(50, 50)], dtype=object)).tolist() == [False, False, True]
    assert town.holds(np.array([], dtype=object)).tolist() == []


@pytest.mark.parametrize("half", [{"point": Point(0, 0)}, {"radius_m": 100.0}])
def test_point_and_radius_go_together(half: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="go together"):
        Territory("00001", "Villefort", 2154, **half)


@pytest.mark.parametrize(("code", "departement"), [("00001", "00"), ("2A004", "2A"), ("97411", "974")])
def test_departement_is_read_in_the_code(code: str, departement: str) -> None:
    assert Territory(code, "Villefort", 2154).departement == departement


def test_a_member_of_the_programme_has_its_point_in_its_projection(france: Referentiel) -> None:
    town = territory_of(commune_of("02691", france))
    assert (town.name, town.crs, town.departement, town.epci) == ("Saint-Quentin", 2154, "02", "200071892")
    assert (town.population, town.population_year) == (52813, 2023)
    assert town.point is not None
    hall = Point(718_600, 6_972_100)
    assert town.point.distance(hall) < 3000
    assert town.holds(np.array([hall, Point(652_000, 6_862_000)])).tolist() == [True, False]


def test_an_overseas_member_is_placed_overseas(france: Referentiel) -> None:
    town = territory_of(commune_of("97414", france))
    assert town.crs == 2975
    assert town.point is not None
    assert 330_000 < town.point.x < 350_000
    assert 7_640_000 < town.point.y < 7_660_000


def test_a_commune_outside_the_programme_has_no_point_but_takes_an_outline(few: Referentiel) -> None:
    commune = commune_of("17168", few)
    assert territory_of(commune).ground is Ground.UNKNOWN
    assert territory_of(commune, box(0, 0, 10, 10)).area() == 100
