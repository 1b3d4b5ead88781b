"""Objects of a rectangle, against all of them looked at one by one."""

import json
import math
import random
from typing import Any

import pytest
import shapely

from coeurdeville.core.problems import Refused
from coeurdeville.reports.editions import Edition

SERVICE, LAYER = "regle-3-30-300", "mesure"
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def objects(edition: Edition) -> list[tuple[Any, Box]]:
    """Each object of the file with its own rectangle."""
    document = json.loads((edition.folder / f"carte-{SERVICE}-{LAYER}.geojson").read_bytes())
    return [(one, shapely.from_geojson(json.dumps(one["geometry"])).bounds) for one in document["features"]]


def asked(edition: Edition, box: Box | None, limit: int = 1000, offset: int = 0) -> tuple[int, list[Any]]:
    found = edition.features(SERVICE, LAYER, box, limit, offset)
    assert found is not None
    return found.total, [json.loads(piece) for piece in found.pieces]


def naive(objects: list[tuple[Any, Box]], box: Box) -> list[Any]:
    west, south, east, north = box
    return [one for one, (w, s, e, n) in objects if not (w > east or e < west or s > north or n < south)]


def test_any_rectangle(edition: Edition, objects: list[tuple[Any, Box]]) -> None:
    west, south, east, north = shapely.total_bounds([shapely.box(*box) for _, box in objects])
    draw = random.Random(1)
    counts = set()
    for _ in range(60):
        xs = sorted(draw.uniform(west, east) for _ in range(2))
        ys = sorted(draw.uniform(south, north) for _ in range(2))
        box = (xs[0], ys[0], xs[1], ys[1])
        expected = naive(objects, box)
        assert asked(edition, box) == (len(expected), expected)
        counts.add(len(expected))
    assert len(counts) > 20


@pytest.mark.parametrize("rank", [0, 7, -1])
def test_a_rectangle_that_only_touches(rank: int, edition: Edition, objects: list[tuple[Any, Box]]) -> None:
    one, (west, south, east, north) = objects[rank]
    for touching in (
        (east, north, east + 1, north + 1),
        (west - 1, south - 1, west, south),
        (east, south, east, south),
    ):
        assert one in asked(edition, touching)[1]
    beyond = math.nextafter(east, math.inf), math.nextafter(north, math.inf)
    assert one not in asked(edition, (*beyond, east + 1, north + 1))[1]


def test_pages_follow_each_other(edition: Edition, objects: list[tuple[Any, Box]]) -> None:
    every = [one for one, _ in objects]
    assert asked(edition, None) == (len(every), every)
    pages = [asked(edition, None, 7, offset)[1] for offset in range(0, len(every), 7)]
    assert [one for page in pages for one in page] == every
    assert asked(edition, None, 7, len(every)) == (len(every), [])
    assert asked(edition, None, 0) == (len(every), [])
    assert asked(edition, (10, 10, 11, 11)) == (0, [])


@pytest.mark.parametrize("box", [(3, 45, 2, 46), (2, 46, 3, 45), (math.nan, 45, 3, 46), (2, 45, math.inf, 46)], ids=str)
def test_what_is_no_rectangle_is_refused(box: Box, edition: Edition) -> None:
    with pytest.raises(Refused) as refused:
        edition.features(SERVICE, LAYER, box)
    assert [one.code for one in refused.value.problems] == ["emprise-invalide"]


def test_what_is_not_there_is_none(edition: Edition) -> None:
    assert edition.features("autre", LAYER) is None
    assert edition.features(SERVICE, "autre") is None


def test_counts_are_not_negative(edition: Edition) -> None:
    with pytest.raises(ValueError, match="count objects"):
        edition.features(SERVICE, LAYER, None, -1)
    with pytest.raises(ValueError, match="count objects"):
        edition.features(SERVICE, LAYER, None, 1, -1)
