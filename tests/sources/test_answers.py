"""Pages put end to end; answers that are not in the documented form."""

from typing import Any

import pytest
import shapely

from coeurdeville.core.problems import Refused
from coeurdeville.sources.geojson import reduced, require, table_of
from coeurdeville.sources.paging import every


def pages_of(size: int, total: int, announced: int | None = None) -> Any:
    def page_from(rank: int) -> tuple[list[dict[str, Any]], int]:
        return [{"n": n} for n in range(rank, min(rank + size, total))], total if announced is None else announced

    return page_from


@pytest.mark.parametrize("total", [0, 1, 4, 5, 6, 11])
def test_every_object_comes_once_in_order(total: int) -> None:
    assert [one["n"] for one in every(pages_of(5, total), 100)] == list(range(total))


def test_too_many_are_refused_and_not_taken_in_part() -> None:
    with pytest.raises(Refused, match="101\u00a0objets") as refused:
        every(pages_of(5, 101), 100)
    assert refused.value.problems[0].code == "trop-d-objets"


def test_as_many_as_the_limit_are_taken() -> None:
    assert len(every(pages_of(30, 100), 100)) == 100


def test_page_that_does_not_come_is_refused() -> None:
    with pytest.raises(Refused, match="9\u00a0objets et n’en donne que 7") as refused:
        every(pages_of(5, 7, announced=9), 100)
    assert refused.value.problems[0].code == "page-manquante"


@pytest.mark.parametrize("content", [None, [], "oui", {"count": "3", "results": {}}])
def test_answer_of_another_form_names_all_that_lacks(content: Any) -> None:
    with pytest.raises(Refused) as refused:
        require(content, count=int, results=list)
    (problem,) = refused.value.problems
    assert problem.code == "reponse-inattendue"
    assert "« count »" in problem.message.replace("\u00a0", " ")
    assert "« results »" in problem.message.replace("\u00a0", " ")


def test_feature_keeps_only_what_is_read() -> None:
    feature = {"type": "Feature", "id": "a.1", "geometry": None, "properties": {"nom": "A", "agent": "B"}}
    assert reduced(feature, ("nom", "code")) == {"type": "Feature", "geometry": None, "properties": {"nom": "A"}}


def test_table_has_every_column_and_a_hole_where_nothing_is_said() -> None:
    point = {"type": "Point", "coordinates": [1.5, 46.5, 120.0]}
    frame, shapes = table_of(
        [{"geometry": point, "properties": {"nom": "A"}}, {"geometry": None, "properties": {"code": "2"}}],
        ("nom", "code"),
    )
    assert frame["nom"].tolist()[0] == "A"
    assert frame.isna().to_numpy().tolist() == [[False, True], [True, False]]
    assert shapes[0] == shapely.Point(1.5, 46.5)
    assert shapes[1] is None


def test_shape_that_is_not_one_is_a_hole() -> None:
    broken = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}
    _, shapes = table_of([{"geometry": broken, "properties": {}}], ())
    assert shapes[0] is None
