"""From degrees to a valid layer."""

import numpy as np
import pandas as pd
import pytest
import shapely

from coeurdeville.core.licences import LICENCES
from coeurdeville.core.problems import Refused
from coeurdeville.layers.buildings import Buildings
from coeurdeville.layers.occurrences import Occurrences
from coeurdeville.layers.vegetation import Vegetation
from coeurdeville.sources.contract.making import UNSAID, make
from coeurdeville.territories.projections import WGS84, to_crs
from coeurdeville.territories.territory import Territory


def degrees(*shapes: shapely.Geometry | None) -> np.ndarray:
    """Shapes of Lambert-93 in degrees."""
    return shapely.transform(np.array(shapes, dtype=object), lambda xy: to_crs(xy, 2154, WGS84))


HERE = shapely.box(601_000, 6_601_000, 601_010, 6_601_020)


def test_layer_is_in_the_projection_of_the_territory(town: Territory) -> None:
    made = make(Buildings, pd.DataFrame({"height": [6]}), degrees(HERE), town)
    assert made.crs == 2154
    assert made.frame.area.iloc[0] == pytest.approx(200, rel=1e-4)


def test_numbers_outside_their_bounds_become_unknown(town: Territory) -> None:
    frame = pd.DataFrame({"height": [6, -1, 900, "haut"], "floors": [1, 2, 3, None]})
    made = make(Buildings, frame, degrees(HERE, HERE, HERE, HERE), town)
    assert made.frame["height"].tolist()[0] == 6
    assert made.frame["height"].isna().tolist() == [False, True, True, True]
    assert made.frame["floors"].isna().tolist() == [False, False, False, True]


def test_shapes_that_cannot_be_used_are_counted(town: Territory) -> None:
    shapes = degrees(HERE, None, shapely.Point(601_000, 6_601_000))
    made = make(Buildings, pd.DataFrame(index=range(3)), shapes, town, left_out=("Le reste.",))
    assert (made.origin.read, made.origin.kept) == (3, 1)
    assert made.origin.assumptions == ("Le reste.", "2\u00a0objets sans géométrie utilisable, non pris.")


def test_objects_beyond_the_extent_are_not_taken_and_are_no_loss(town: Territory) -> None:
    across = shapely.box(601_990, 6_601_000, 602_030, 6_601_010)
    made = make(Buildings, pd.DataFrame(index=range(2)), degrees(HERE, across), town, extent=town.outline)
    assert len(made) == 1
    assert made.extent == town.outline
    assert made.origin.assumptions == ()


def test_areas_may_be_cut_at_the_extent(town: Territory) -> None:
    forest = shapely.box(590_000, 6_601_000, 600_100, 6_601_100)
    made = make(Vegetation, pd.DataFrame({"kind": ["Bois"]}), degrees(forest), town, extent=town.outline, cut=True)
    assert made.frame.area.iloc[0] == pytest.approx(100 * 100, rel=0.05)
    assert made.shapes[0].within(shapely.buffer(town.outline, 0.001))


def test_licence_is_the_declared_one_unless_it_is_said(town: Territory) -> None:
    frame, shapes = pd.DataFrame({"taxon": ["1"]}), degrees(shapely.Point(601_000, 6_601_000))
    assert make(Occurrences, frame, shapes, town).origin.licence is UNSAID
    assert make(Occurrences, frame, shapes, town, licence=LICENCES["cc0"]).origin.licence is LICENCES["cc0"]


@pytest.mark.parametrize("shapes", [degrees(), degrees(None), degrees(shapely.box(0, 6_000_000, 1, 6_000_001))])
def test_nothing_to_take_is_refused(town: Territory, shapes: np.ndarray) -> None:
    with pytest.raises(Refused, match="Valombre") as refused:
        make(Buildings, pd.DataFrame(index=range(len(shapes))), shapes, town, extent=town.outline)
    assert refused.value.problems[0].code == "source-sans-objet"
