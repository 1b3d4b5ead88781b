"""The ground of a folder: its outline among others, or none, and what is said of it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.territoire import territory_of_ville
from coeurdeville.inventory.ville import FICHIER, create_ville, open_ville
from coeurdeville.territories.communes import commune_of
from coeurdeville.territories.territory import Territory

AWAY = shapely.box(710_000, 6_600_000, 711_000, 6_601_000)


def opened(dossier: Path) -> tuple[Territory, tuple[Problem, ...]]:
    return territory_of_ville(open_ville(dossier))


def with_outlines(
    dossier: Path, folder: Path, shapes: Sequence[object], **values: object
) -> tuple[Territory, list[str]]:
    path = folder / "contours.gpkg"
    gpd.GeoDataFrame(values, geometry=list(shapes), crs=2154).to_file(path)
    add_file(dossier, path, "contour")
    territory, said = opened(dossier)
    return territory, [problem.code for problem in said]


def test_a_fictional_town_takes_its_name_and_people_from_its_folder(bare: Path) -> None:
    territory, said = opened(bare)
    assert (territory.name, territory.population, territory.crs) == ("Valbois-sur-Ourle", 12_000, 2154)
    assert territory.outline is None
    assert [problem.code for problem in said] == ["contour-absent"]
    assert f"ville ajouter {bare}" in said[0].cure


@pytest.mark.parametrize(
    ("commune", "check"),
    [("02691", "que par leur distance au centre."), ("02738", "rien ne vérifie que les objets sont dans cette")],
)
def test_what_is_checked_without_outline_is_said(commune: str, check: str, tmp_path: Path) -> None:
    """Saint-Quentin is in the programme, which gives its centre; Tergnier is not."""
    create_ville(tmp_path / "ville", commune_of(commune), date(2026, 11, 23))
    _, (said,) = opened(tmp_path / "ville")
    assert check in said.message


def test_the_outline_of_the_folder_is_taken(town: Path, square: shapely.Polygon) -> None:
    territory, said = opened(town)
    assert said == ()
    assert territory.outline is not None
    assert territory.outline.symmetric_difference(square).area < 10


@pytest.mark.parametrize(
    "values",
    [
        {"code_insee": ["00043", "42", "00042"]},
        {"code_insee": [43, 42, 42]},
        {"nom": ["Autre", "VALBOIS SUR OURLE", "Valbois-sur-Ourle"]},
    ],
)
def test_among_many_the_rows_of_the_commune_are_taken(
    bare: Path, tmp_path: Path, square: shapely.Polygon, values: dict[str, list[object]]
) -> None:
    west, east = (
        shapely.box(700_000, 6_600_000, 702_000, 6_604_000),
        shapely.box(702_000, 6_600_000, 704_000, 6_604_000),
    )
    territory, said = with_outlines(bare, tmp_path, [AWAY, west, east], **values)
    assert said == []
    assert territory.outline is not None
    assert territory.outline.equals(square)


def test_a_file_without_the_commune_is_said_and_leaves_no_outline(bare: Path, tmp_path: Path) -> None:
    territory, said = with_outlines(bare, tmp_path, [AWAY], code_insee=["00043"])
    assert territory.outline is None
    assert said == ["contour-d-ailleurs", "contour-absent"]


def test_several_outlines_without_a_code_are_taken_together_and_it_is_said(
    bare: Path, tmp_path: Path, square: shapely.Polygon
) -> None:
    territory, said = with_outlines(bare, tmp_path, [AWAY, square], nom=["Autre", "Encore"])
    assert said == ["contours-sans-code"]
    assert territory.outline is not None
    assert territory.outline.area == pytest.approx(17e6)


def test_an_unknown_commune_is_refused(bare: Path) -> None:
    toml = bare / FICHIER
    toml.write_text(toml.read_text(encoding="utf-8").replace('"00042"', '"02999"'), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        opened(bare)
    assert refused.value.problems[0].code in ("commune-inconnue", "referentiel-absent")
