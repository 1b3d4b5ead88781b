"""The exports of a real inventory, against counts made from the raw file."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pandas as pd
import pyogrio
import pytest
import shapely
from python_calamine import CalamineWorkbook

from coeurdeville.cli.diagnosing import write_diagnostic
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.ville import create_ville
from coeurdeville.territories.communes import commune_of

pytestmark = pytest.mark.real
GONE = {"ABATTU", "Essouché", "Non essouché", "REMPLACÉ", "SUPPRIMÉ"}


@pytest.fixture(scope="module")
def folder(mirror: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a diagnostic, written as the command does."""
    root = tmp_path_factory.mktemp("saint-quentin")
    create_ville(root / "ville", commune_of("02691"), date(2026, 11, 23))
    outlines = mirror / "reference/contours_1000m/communes-1000m-02.geojson"
    add_file(root / "ville", outlines, "contour", producteur="IGN")
    trees = mirror / "towns/02691-saint-quentin/Data_Arbre.csv"
    add_file(root / "ville", trees, "arbres", producteur="Ville", millesime=Vintage.parse("2017-2018"))
    write_diagnostic(root / "ville", root / "resultats", date(2026, 11, 23))
    return root / "resultats"


@pytest.fixture(scope="module")
def counted(mirror: Path, folder: Path) -> int:
    """Trees in place inside the outline, counted on the raw file."""
    raw = pd.read_csv(mirror / "towns/02691-saint-quentin/Data_Arbre.csv")
    raw = raw[~raw["fk_arb_etat"].isin(GONE)]
    assert len(raw) == 6645
    outline = pyogrio.read_dataframe(folder / "diagnostic.gpkg", layer="contour").to_crs(4326).geometry[0]
    return int(shapely.intersects_xy(outline, raw["longitude"], raw["latitude"]).sum())


def test_every_file_gives_the_same_count_of_trees(folder: Path, counted: int) -> None:
    trees = pyogrio.read_dataframe(folder / "diagnostic.gpkg", layer="arbres_en_place")
    rows = csv.DictReader(io.StringIO((folder / "indicateurs.csv").read_text("utf-8-sig")), delimiter=";")
    (row,) = (row for row in rows if row["indicateur"] == "Arbres en place" and row["zonage"] == "commune")
    sheet = CalamineWorkbook.from_path(folder / "indicateurs.xlsx").get_sheet_by_name("Indicateurs").to_python()
    document = json.loads((folder / "diagnostic.json").read_text("utf-8"))
    figure = document["services"][0]["chiffres"][0]
    assert len(trees) == counted
    assert row["valeur"] == str(counted)
    assert [line[1] for line in sheet if line[0] == "Arbres en place"] == [counted]
    assert (figure["indicateur"], figure["valeur"]) == ("trees", counted)


def test_quarters_add_up_to_the_trees_that_name_one(folder: Path, counted: int) -> None:
    quarters = pyogrio.read_dataframe(folder / "diagnostic.gpkg", layer="quartiers")
    total = quarters["patrimoine_arbore_arbres_en_place"].sum()
    assert 0.99 * counted <= total <= counted


def test_doubts_are_written_beside_the_figures(folder: Path) -> None:
    document = json.loads((folder / "diagnostic.json").read_text("utf-8"))
    (trees,) = (one for one in document["couches"] if one["couche"] == "arbres")
    assert trees["a_confirmer"] == ["diametre_du_tronc"]
    assert "objets-disparus" in {one["code"] for one in trees["problemes"]}
    assert document["licence"]["code"] == "inconnue"
    assert {one["pourquoi"] for one in document["lacunes"]} >= {"il manque «\u00a0Bâtiments\u00a0»"}


def test_nothing_of_agents_or_streets_leaves(folder: Path) -> None:
    made = b"".join((folder / name).read_bytes() for name in ("diagnostic.json", "indicateurs.csv", "diagnostic.gpkg"))
    assert b"Quai Gayant" not in made
