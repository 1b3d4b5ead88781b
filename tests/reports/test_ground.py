"""The window of a town's maps."""

import numpy as np
import pytest
import shapely

from coeurdeville.reports.ground import LEAST, Ground
from coeurdeville.territories.territory import Territory

SPOT = np.array([shapely.Point(50, 50)] * 6, dtype=object)


@pytest.mark.parametrize("outline", [None, shapely.box(-5000, -5000, 5000, 5000)])
def test_observations_on_one_spot_are_shown_with_the_ground_around(outline: shapely.Polygon | None) -> None:
    frame = Ground(Territory("00001", "Essai", 2154, outline=outline), {}).frame(SPOT)
    assert frame.east - frame.west == pytest.approx(LEAST)


def test_a_town_without_anything_to_show_is_shown_whole() -> None:
    outline = shapely.box(0, 0, 5000, 5000)
    frame = Ground(Territory("00001", "Essai", 2154, outline=outline), {}).frame([])
    assert frame.east - frame.west > 5000
