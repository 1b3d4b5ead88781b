"""Doubts on values that conform."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import Point, box

from coeurdeville.core.problems import Level
from coeurdeville.schemas.cells import rows as cells_rows
from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.findings import Finding
from coeurdeville.schemas.plausibility.catalogue import doubts
from coeurdeville.territories.territory import Territory

TODAY = date(2026, 11, 23)
NUMBER = {"type": "number"}


def doubted(
    folder: Path, fields: dict[str, dict[str, Any]], rows: list[str], territory: Territory | None = None
) -> dict[str, Finding]:
    """Code -> finding that is only a doubt, the rows being written with semicolons."""
    path = folder / "f.csv"
    path.write_text("\n".join([";".join(fields), *rows]) + "\n", encoding="utf-8")
    schema = read_schema({"fields": [{"name": name, **one} for name, one in fields.items()]}).schema
    verdict = check(read_text(path, delimiter=";"), schema, plausibility=True, territory=territory, today=TODAY)
    assert verdict.valid
    return {one.kind.code: one for one in verdict.findings}


def town(**ground: Any) -> Territory:
    return Territory("02691", "Saint-Quentin", 2154, **ground)


def test_every_doubt_is_a_warning_of_its_own_module() -> None:
    assert {one.kind.code for one in doubts()} == {
        "lieux-repetes", "date-dans-le-futur", "codes-et-mots", "coordonnees-douteuses", "valeur-ecartee",
        "hors-de-la-commune",
    }  # fmt: skip
    assert all(one.kind.level is Level.WARNING for one in doubts())


def test_nothing_is_doubted_when_it_is_not_asked(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("jour\n2099-01-01\n", encoding="utf-8")
    schema = read_schema({"fields": [{"name": "jour", "type": "date"}]}).schema
    assert check(read_text(path), schema).findings == ()


def test_days_to_come(tmp_path: Path) -> None:
    fields = {"date_plantation": {"type": "date"}, "dateFin": {"type": "date"}, "annee": {"type": "year"},
              "le": {"type": "date", "format": "%d/%m/%Y"}}  # fmt: skip
    found = doubted(tmp_path, fields, ["2026-11-23;2099-01-01;2026;", "2062-01-01;;2027;", ";;;24/11/2026"])
    assert found["date-dans-le-futur"].field == "le" or found["date-dans-le-futur"].field == "annee"
    path = tmp_path / "f.csv"
    schema = read_schema({"fields": [{"name": name, **one} for name, one in fields.items()]}).schema
    verdict = check(read_text(path, delimiter=";"), schema, plausibility=True, today=TODAY)
    assert {(one.field, *one.rows.tolist()) for one in verdict.findings} == {
        ("date_plantation", 3), ("annee", 3), ("le", 4),
    }  # fmt: skip


def test_a_number_far_from_the_others(tmp_path: Path) -> None:
    rows = [f"{10 + at % 10};{at}" for at in range(40)]
    rows[7] = "1200;7"
    found = doubted(tmp_path, {"hauteur": NUMBER, "numero": NUMBER}, rows)["valeur-ecartee"]
    assert (found.field, found.rows.tolist(), found.cells) == ("hauteur", [9], ["1200"])


@pytest.mark.parametrize("heights", [[1.0] * 28 + [900.0], [*([5.0, 6.0] * 20), *[900.0] * 5]])
def test_few_numbers_or_many_far_ones_are_not_doubted(tmp_path: Path, heights: list[float]) -> None:
    assert doubted(tmp_path, {"hauteur": NUMBER}, [str(one) for one in heights]) == {}


def test_codes_among_words(tmp_path: Path) -> None:
    rows = ["Tilleul à petites feuilles"] * 25 + ["TILCOR", "PLAACE"] + [""]
    fields = {"essence": {"type": "string"}, "etat": {"type": "string", "constraints": {"enum": ["BON", "moyen"]}}}
    found = doubted(tmp_path, fields, [f"{one};{('BON', 'moyen')[at % 2]}" for at, one in enumerate(rows)])
    assert list(found) == ["codes-et-mots"]
    assert found["codes-et-mots"].rows.tolist() == [27, 28]


def test_many_rows_at_one_point(tmp_path: Path) -> None:
    rows = [f"3.{at};49.8" for at in range(10, 20)] + ["3.28;49.85"] * 5
    found = doubted(tmp_path, {"longitude": NUMBER, "latitude": NUMBER}, rows)
    assert found["lieux-repetes"].rows.tolist() == [12, 13, 14, 15, 16]
    assert found["lieux-repetes"].cells[0] == "3.28, 49.85"


@pytest.mark.parametrize(
    ("point", "said"),
    [("49.8;3.2", "leur latitude à la place"), ("718000;6972000", "pas en degrés"), ("0;0", "valent zéro")],
)
def test_coordinates_that_are_something_else(tmp_path: Path, point: str, said: str) -> None:
    found = doubted(tmp_path, {"x_long": NUMBER, "y_lat": NUMBER}, ["3.2;49.8", point])["coordonnees-douteuses"]
    assert found.rows.tolist() == [3]
    assert said in found.problem.message


def test_points_out_of_the_outline(tmp_path: Path) -> None:
    outline = box(717000, 6970000, 720000, 6975000)
    rows = ["3.2725;49.8498;a", "2.35;48.85;b", "49.8;3.2;c", ";;d"]
    found = doubted(tmp_path, {"lon": NUMBER, "lat": NUMBER, "nom": {}}, rows, town(outline=outline))
    assert found["hors-de-la-commune"].rows.tolist() == [3]
    assert "autour" not in found["hors-de-la-commune"].problem.message


def test_points_out_of_the_circle_say_that_it_is_one(tmp_path: Path) -> None:
    circle = town(point=Point(719600, 6972500), radius_m=8000.0)
    found = doubted(tmp_path, {"position": {"type": "geopoint"}}, ["3.2725, 49.8498", "2.35, 48.85"], circle)
    assert found["hors-de-la-commune"].rows.tolist() == [3]
    assert "cercle" in found["hors-de-la-commune"].problem.message
    assert doubted(tmp_path, {"position": {"type": "geopoint"}}, ["2.35,48.85"], town()) == {}


def test_what_is_kept_over_several_parts_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells_rows, "PART", 64)
    rows = ["3.28;49.85;chêne"] * 30 + ["3.1;49.8;QUEROB"] * 3
    fields = {"longitude": NUMBER, "latitude": NUMBER, "essence": {}}
    found = doubted(tmp_path, fields, rows)
    assert len(found["lieux-repetes"]) == 30
    assert found["codes-et-mots"].rows.tolist() == [32, 33, 34]
