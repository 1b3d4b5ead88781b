"""A fictional town of four square kilometres, and the answers that the sources get there."""

from pathlib import Path

import pytest
import shapely

from coeurdeville.net.net import Net
from coeurdeville.territories.territory import Territory

RECORDED = Path(__file__).parents[1] / "recorded"


@pytest.fixture
def town() -> Territory:
    """Valombre, in Lambert-93."""
    return Territory("00001", "Valombre", 2154, shapely.box(600_000, 6_600_000, 602_000, 6_602_000))


@pytest.fixture
def recorded() -> Net:
    """Answers written by hand in the form that each source documents; every name in them is invented."""
    return Net.replay(RECORDED)
