"""A file becomes a layer: what is left out, repaired or not understood is counted and said."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from coeurdeville.core.problems import Level, Problem, Refused
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.chargement import load_donnee
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.fabrication import Chargement
from coeurdeville.inventory.geometries import fitted
from coeurdeville.inventory.ville import Ville
from coeurdeville.layers.contract.vector import AREA, LINE, POINT, VectorLayer
from coeurdeville.layers.trees import Trees
from coeurdeville.schemas.mapping.correspondance import Correspondance, Etat, Lecture
from coeurdeville.territories.territory import Territory

Csv = Callable[..., Path]
PLACES = [(1, 1), (2, 2), (3, 3), (4, 4)]


@pytest.fixture
def ground(square: shapely.Polygon) -> Territory:
    return Territory("00042", "Valbois", 2154, outline=square)


def load(path: Path, territory: Territory, couche: str = "arbres", **entry: object) -> Chargement:
    donnee = Donnee(**{"id": couche, "couche": couche, "titre": "T", "fichier": path.name, **entry})  # type: ignore[arg-type]
    return load_donnee(Ville(path.parent, "V", "00042", (), ()), donnee, territory)


def refusal(path: Path, territory: Territory, couche: str = "arbres", **entry: object) -> list[Problem]:
    with pytest.raises(Refused) as refused:
        load(path, territory, couche, **entry)
    return list(refused.value.problems)


def told(loaded: Chargement) -> dict[str, Problem]:
    return {problem.code: problem for problem in loaded.problems}


def columns(**names: str) -> Correspondance:
    return Correspondance(Lecture(x="X", y="Y", projection=2154), names)


def areas(shapes: Sequence[object], path: Path, **values: object) -> Path:
    gpd.GeoDataFrame(values, geometry=list(shapes), crs=2154).to_file(path)
    return path


def test_objects_that_are_gone_are_left_out_and_counted(csv: Csv, ground: Territory) -> None:
    path = csv(PLACES, etat=["abattu", "vivant", "Abattu", ""], fin=["", "", "2020-01-01", "2021-05-05"])
    mapping = Correspondance(
        Lecture(x="X", y="Y", projection=2154), etats=(Etat("etat", ("abattu", "Abattu")), Etat("fin"))
    )
    loaded = load(path, ground, correspondance=mapping)
    assert len(loaded.couche) == 1
    gone = [problem for problem in loaded.problems if problem.code == "objets-disparus"]
    assert [problem.count for problem in gone] == [2, 1]
    assert gone[1].message.replace("\u00a0", " ").startswith("Donnée « arbres » : 1 objet disparu d’après")
    assert (loaded.couche.origin.read, loaded.couche.origin.kept) == (4, 1)


def test_columns_that_are_not_mapped_never_travel(csv: Csv, ground: Territory) -> None:
    path = csv(PLACES, essence=["Tilia cordata"] * 4, agent=["M. Dupont"] * 4, courriel=["a@ville.fr"] * 4)
    loaded = load(path, ground, correspondance=columns(espece="essence"))
    assert "Dupont" not in loaded.couche.frame.to_csv()  # type: ignore[attr-defined]
    assert not {"agent", "courriel"} & set(loaded.couche.frame)  # type: ignore[attr-defined]


def test_values_out_of_bounds_become_unknown_with_their_lines(csv: Csv, ground: Territory) -> None:
    loaded = load(csv(PLACES, haut=["5", "500", "-1", ""]), ground, correspondance=columns(hauteur_totale="haut"))
    problem = told(loaded)["valeurs-hors-bornes"]
    assert problem.count == 2
    assert [example.replace("\u00a0", " ") for example in problem.examples] == ["ligne 3 : « 500 »", "ligne 4 : « -1 »"]
    assert "67\u202f%" in problem.message
    assert loaded.couche.filled("height") == 25  # type: ignore[attr-defined]


def test_thirty_percent_of_unreadable_heights_are_said_and_ignored(csv: Csv, ground: Territory) -> None:
    path = csv([(k, k) for k in range(1, 11)], haut=["5"] * 7 + ["grand", "petit", "moyen"])
    problem = told(load(path, ground, correspondance=columns(hauteur_totale="haut")))["valeurs-illisibles"]
    assert problem.level is Level.WARNING
    assert problem.count == 3
    assert "30\u202f%" in problem.message
    assert "grand" in problem.examples[0]


def test_states_and_examples_follow_the_rows_of_the_file(csv: Csv, ground: Territory) -> None:
    path = csv(PLACES, haut=["x", "5", "y", "6"], etat=["mort", "", "", ""])
    mapping = Correspondance(
        Lecture(x="X", y="Y", projection=2154), {"hauteur_totale": "haut"}, etats=(Etat("etat", ("mort",)),)
    )
    problem = told(load(path, ground, correspondance=mapping))["valeurs-illisibles"]
    assert [example.replace("\u00a0", " ") for example in problem.examples] == ["ligne 4 : « y »"]


def test_objects_outside_the_town_are_kept_and_counted(csv: Csv, ground: Territory) -> None:
    loaded = load(csv([*PLACES, (41, 1)]), ground, correspondance=columns())
    assert len(loaded.couche) == 5
    problem = told(loaded)["objets-hors-commune"]
    assert (problem.count, problem.level) == (1, Level.NOTE)
    assert "sur 5" in problem.message.replace("\u00a0", " ")


def test_a_file_of_another_town_is_refused(csv: Csv, ground: Territory) -> None:
    assert [one.code for one in refusal(csv([(900, 900)]), ground, correspondance=columns())] == ["hors-commune"]


def test_without_outline_the_circle_judges_and_without_point_nothing_does(csv: Csv) -> None:
    point = shapely.Point(700_000, 6_600_000)
    circle = Territory("00042", "V", 2154, point=point, radius_m=1000.0)
    assert told(load(csv([(1, 1), (40, 40)]), circle, correspondance=columns()))["objets-hors-commune"].count == 1
    nowhere = load(csv([(1, 1), (40, 40)]), Territory("00042", "V", 2154), correspondance=columns())
    assert {problem.code for problem in nowhere.problems} == {"lecture-texte"}


def test_points_at_the_same_place_are_counted_and_kept(csv: Csv, ground: Territory) -> None:
    loaded = load(csv([(1, 1), (1, 1), (1, 1), (2, 2)]), ground, correspondance=columns())
    assert told(loaded)["points-en-double"].count == 2
    assert len(loaded.couche) == 4


def test_swapped_coordinates_are_set_right_and_said(csv: Csv, ground: Territory) -> None:
    mapping = Correspondance(Lecture(x="Y", y="X", projection=2154))
    loaded = load(csv(PLACES), ground, correspondance=mapping)
    assert told(loaded)["coordonnees-inversees"].level is Level.WARNING
    assert shapely.covers(ground.outline, loaded.couche.shapes).all()  # type: ignore[attr-defined]


def test_rows_without_place_are_left_out(csv: Csv, ground: Territory) -> None:
    path = csv(PLACES)
    path.write_text(path.read_text() + ";\n")
    loaded = load(path, ground, correspondance=columns())
    assert len(loaded.couche) == 4


def test_every_missing_column_is_named_with_those_of_the_file(csv: Csv, ground: Territory) -> None:
    mapping = columns(hauteur_totale="hauteur", espece="essence")
    problems = refusal(csv(PLACES, haut=[1, 2, 3, 4]), ground, correspondance=mapping)
    assert [problem.code for problem in problems] == ["colonne-hors-fichier"] * 2
    assert "X, Y, haut" in problems[0].cure


def test_nothing_left_is_refused_with_the_reason(csv: Csv, ground: Territory) -> None:
    mapping = Correspondance(Lecture(x="X", y="Y", projection=2154), etats=(Etat("etat", ("mort",)),))
    problems = refusal(csv(PLACES, etat=["mort"] * 4), ground, correspondance=mapping)
    assert {"couche-vide", "objets-disparus"} <= {problem.code for problem in problems}


def test_invalid_polygons_are_repaired_and_counted(tmp_path: Path, ground: Territory) -> None:
    x, y = 700_100, 6_600_100
    bow = shapely.Polygon([(x, y), (x + 10, y + 10), (x + 10, y), (x, y + 10)])
    loaded = load(
        areas([bow, shapely.box(x + 50, y, x + 60, y + 10)], tmp_path / "parcs.gpkg"), ground, "espaces-verts"
    )
    counts = [problem.count for problem in loaded.problems if "repar" in problem.code]
    assert counts == [1]
    assert sum(shape.area for shape in loaded.couche.shapes) == pytest.approx(150)  # type: ignore[attr-defined]


def test_points_given_for_areas_are_refused(csv: Csv, ground: Territory) -> None:
    assert "couche-vide" in [
        problem.code for problem in refusal(csv(PLACES), ground, "espaces-verts", correspondance=columns())
    ]


def test_polygons_serve_a_layer_of_points(tmp_path: Path, ground: Territory) -> None:
    crown = shapely.box(700_100, 6_600_100, 700_104, 6_600_104)
    loaded = load(areas([crown], tmp_path / "houppiers.gpkg"), ground)
    assert isinstance(loaded.couche, Trees)
    assert crown.contains(loaded.couche.shapes[0])


@pytest.mark.parametrize(
    ("kind", "usable"),
    [
        (POINT, [True, True, True, False, False]),
        (LINE, [False, True, False, False, False]),
        (AREA, [False, False, True, False, False]),
    ],
)
def test_shapes_of_too_low_a_dimension_cannot_serve(kind: frozenset[str], usable: list[bool]) -> None:
    class Things(VectorLayer):
        id, title, geometry = "things", "Choses", kind

    shapes = np.array(
        [shapely.Point(0, 0), shapely.LineString([(0, 0), (1, 1)]), shapely.box(0, 0, 1, 1), None, shapely.Point()]
    )
    assert fitted(shapes, Things)[2].tolist() == usable


def test_a_table_has_no_place(tmp_path: Path, ground: Territory) -> None:
    path = tmp_path / "statuts.csv"
    path.write_text("cd_ref;protegee\n1;oui\n2;\n3;non\n", encoding="utf-8")
    mapping = Correspondance(colonnes={"identifiant_du_taxon_accepte": "cd_ref", "protegee": "protegee"})
    loaded = load(path, ground, "statuts-especes", correspondance=mapping)
    flags = [None if pd.isna(value) else bool(value) for value in loaded.couche.frame["protected"]]  # type: ignore[attr-defined]
    assert flags == [True, None, False]
    problems = refusal(path, ground, "statuts-especes", correspondance=Correspondance())
    assert [problem.code for problem in problems] == ["couche-invalide", "colonne-absente"]


def test_the_outline_is_not_told_of_its_neighbours(tmp_path: Path, square: shapely.Polygon) -> None:
    circle = Territory("00042", "V", 2154, point=square.centroid, radius_m=3000.0)
    away = shapely.box(800_000, 6_600_000, 801_000, 6_601_000)
    path = areas([square, away, away.buffer(5)], tmp_path / "contours.gpkg", code_insee=["00042", "00043", "00044"])
    loaded = load(path, circle, "contour", correspondance=Correspondance(colonnes={"code_commune": "code_insee"}))
    assert loaded.problems == ()
    only_away = areas([away], tmp_path / "ailleurs.gpkg", code_insee=["00043"])
    assert [one.code for one in refusal(only_away, circle, "contour")] == ["hors-commune"]


# Extent


@pytest.mark.parametrize(
    ("said", "places", "area_km2", "code"),
    [
        ("", [(1, 1), (39, 39)], 16, None),
        ("", [(1, 1), (49, 21)], 9.6, "etendue-supposee"),
        ("commune", [(1, 1), (49, 21)], 16, None),
        ("fichier", [(1, 1), (31, 21)], 6, None),
        ("partout", [(1, 1), (2, 2)], None, None),
    ],
)
def test_extent_is_what_is_said_else_the_town_else_the_rectangle(
    csv: Csv, ground: Territory, said: str, places: list[tuple[int, int]], area_km2: float | None, code: str | None
) -> None:
    loaded = load(csv(places), ground, correspondance=columns(), etendue=said)
    extent = loaded.couche.extent
    assert (None if extent is None else extent.area / 1e6) == pytest.approx(area_km2) if area_km2 else extent is None
    assert ("etendue-supposee" in told(loaded)) is (code == "etendue-supposee")


def test_a_layer_that_a_town_does_not_draw_is_everywhere(tmp_path: Path, ground: Territory) -> None:
    wet = shapely.box(700_100, 6_600_100, 700_200, 6_600_200)
    mapping = Correspondance(colonnes={"scenario": "scenario"})
    loaded = load(
        areas([wet], tmp_path / "ppri.gpkg", scenario=["100 ans"]), ground, "zones-inondables", correspondance=mapping
    )
    assert loaded.couche.extent is None


# When the rows say on which day they were true


def test_rows_date_data_that_the_town_left_undated(csv: Csv, ground: Territory) -> None:
    path = csv(PLACES, created_date=["2017/02/02 15:27:50+00", "2020-12-14", "", "x"])
    loaded = load(path, ground, correspondance=columns(date_du_releve="created_date"))
    assert loaded.couche.origin.vintage == Vintage(date(2017, 2, 2), date(2020, 12, 14))
    note = told(loaded)["millesime-deduit"]
    assert note.level is Level.NOTE
    assert "du 02/02/2017 au 14/12/2020" in note.message


def test_what_the_town_says_of_the_date_comes_first(csv: Csv, ground: Territory) -> None:
    path, said = csv(PLACES, created_date=["2017-02-02"] * 4), Vintage.parse("2024")
    loaded = load(path, ground, correspondance=columns(date_du_releve="created_date"), millesime=said)
    assert loaded.couche.origin.vintage == said
    assert "millesime-deduit" not in told(loaded)


def test_rows_without_a_day_leave_data_undated(csv: Csv, ground: Territory) -> None:
    path = csv(PLACES, created_date=["", "", "", ""])
    assert load(path, ground, correspondance=columns(date_du_releve="created_date")).couche.origin.vintage is None
