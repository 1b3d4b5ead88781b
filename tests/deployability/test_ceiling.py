"""The best grade that a run could have, by the rule of runs, before the data are read."""

from datetime import date
from typing import Any

import pytest

from coeurdeville.core.licences import LOV2
from coeurdeville.core.vintage import Vintage
from coeurdeville.deployability.assess import assess
from coeurdeville.deployability.ceiling import ceiling
from coeurdeville.deployability.provider import Doubt, Place, Provider
from coeurdeville.layers.buildings import Buildings
from coeurdeville.layers.canopy_height import CanopyHeight
from coeurdeville.layers.vegetation import Vegetation
from coeurdeville.services.climate.three_thirty_three_hundred import three_thirty_three_hundred
from tests.deployability.conftest import KINDS, Give, Ground, Water, offer_of

TODAY = date(2026, 11, 25)


def file(kind: Any, vintage: str) -> Provider:
    return Provider(kind, Place.FILE, "f", "Titre", "Qui", LOV2, vintage=Vintage.parse(vintage))


@pytest.mark.parametrize(
    ("vintage", "grade", "reasons"),
    [
        ("2026", "A", ()),
        ("25/11/2021", "A", ()),
        ("2020", "B", ("plus de cinq ans : « Sol » (2020)",)),
        ("", "B", ("sans date : « Sol »",)),
    ],
)
def test_age_lowers_once(cool: Any, give: Give, vintage: str, grade: str, reasons: tuple[str, ...]) -> None:
    best = ceiling(assess(cool, offer_of(file(Ground, vintage), *map(give, KINDS[1:]))), TODAY)
    assert best is not None
    assert best.grade == grade
    assert tuple(one.replace("\u00a0", " ") for one in best.reasons) == reasons


def test_two_reasons_of_age_count_once_like_in_runs(cool: Any, give: Give) -> None:
    best = ceiling(assess(cool, offer_of(file(Ground, ""), file(Water, "2001"), *map(give, KINDS[2:]))), TODAY)
    assert best is not None
    assert (best.grade, len(best.reasons)) == ("B", 2)


@pytest.mark.parametrize(("stands", "grade"), [(Vegetation, "C"), (CanopyHeight, "A")])
def test_what_stands_for_a_layer_is_a_proxy_unless_it_is_a_grid_of_measures(
    give: Give, stands: Any, grade: str
) -> None:
    best = ceiling(assess(three_thirty_three_hundred, offer_of(give(Buildings), give(stands))), TODAY)
    assert best is not None
    assert best.grade == grade


def test_no_grade_for_what_does_not_run_for_sure(cool: Any, give: Give) -> None:
    assert ceiling(assess(cool, offer_of(give(Ground), give(Water, Doubt.READER))), TODAY) is None
