"""Types drawn from cells."""

from collections.abc import Callable
from typing import Any

import pytest

from coeurdeville.schemas.proposing.columns import Shared
from coeurdeville.schemas.proposing.inference import infer

POINT = '{"type": "Point", "coordinates": [3, 49]}'
Make = Callable[..., Shared]


@pytest.mark.parametrize(
    ("name", "cells", "kind", "example"),
    [
        ("places", ["4", "6", "8"], "integer", "6"),
        ("surface", ["1 200,5", "30", "45,25"], "number", "45.25"),
        ("note", ["2020", "1999"], "integer", "2009"),
        ("annee_pose", ["2020", "1999"], "year", "2020"),
        ("pose", ["12/05/2026", "2026-05-13"], "date", "2026-05-12"),
        ("instant", ["2026-05-12T14:00:00Z"], "datetime", "2026-05-12T14:00:00Z"),
        ("ouvert", ["Oui", "non"], "boolean", "oui"),
        ("ouvert", ["oui", "oui"], "string", "oui"),
        ("ouvert", ["0", "1"], "boolean", "oui"),
        ("longitude", ["3.28", "3.3"], "number", "3.28"),
        ("geo_point_2d", ["49.84,3.28", "49.85, 3.29"], "geopoint", "3.28,49.84"),
        ("geo_point_2d", ["3.28,49.84"], "geopoint", "3.28,49.84"),
        ("geometry", [POINT], "geojson", POINT),
        ("nom", ["Parc A", "Square B"], "string", "Parc A"),
    ],
)  # fmt: skip
def test_type_and_example(shared: Make, name: str, cells: list[str], kind: str, example: str) -> None:
    found = infer(shared(name, *cells))
    assert (found.type, found.example) == (kind, example)


@pytest.mark.parametrize(
    ("name", "cells", "constraints"),
    [
        ("places", ["4", "61"], {"minimum": 0, "maximum": 200}),
        ("temperature", ["-4", "31"], {}),
        ("part_%", ["4", "61"], {"minimum": 0, "maximum": 100}),
        ("id", ["1", "2"], {"minimum": 0}),
        ("longitude", ["3.28"], {"minimum": -180, "maximum": 180}),
        ("code_insee", ["02691", "2A004"], {"pattern": "([013-9][0-9]|2[AB1-9])[0-9]{3}"}),
        ("matricule", ["A-0123", "B-4567", "C-8901", "D-0000"], {"pattern": r"[A-Z]{1}\-[0-9]{4}"}),
        ("voie", ["00123", "00456", "00789", "12345"], {"pattern": "[0-9]{5}"}),
    ],
)
def test_bounds_and_patterns(shared: Make, name: str, cells: list[str], constraints: dict[str, Any]) -> None:
    assert infer(shared(name, *cells)).constraints == constraints


def test_list_joins_writings_of_one_value(shared: Make) -> None:
    found = infer(shared("type", *["parc"] * 6, "Parc", *["square"] * 3))
    assert found.constraints == {"enum": ["parc", "square"]}
    assert found.seen == ("3 écritures pour 2 valeurs",)


def test_many_values_are_no_list(shared: Make) -> None:
    assert infer(shared("voie", *(f"rue {chr(97 + rank)}" for rank in range(12)))).constraints == {}


def test_what_is_not_of_the_type_is_counted(shared: Make) -> None:
    found = infer(shared("places", *["4"] * 39, "beaucoup"))
    assert found.type == "integer"
    assert any("illisible" in one for one in found.seen)


def test_decimal_comma_is_said(shared: Make) -> None:
    assert any("virgule" in one for one in infer(shared("surface", "1,5", "2")).seen)


def test_nothing_written_is_a_text(shared: Make) -> None:
    assert infer(shared("vide", None)).type == "string"


def test_hours_without_zone_are_said(shared: Make) -> None:
    assert any("fuseau" in one for one in infer(shared("instant", "2026-05-12 14:00:00")).seen)
    assert not infer(shared("instant", "2026-05-12T14:00:00Z")).seen
