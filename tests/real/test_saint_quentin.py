"""Saint-Quentin's cleaned tree inventory: 7 409 rows, 6 645 in place, recounted with pandas on the raw columns."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest

from coeurdeville.core.missing import Missing
from coeurdeville.runs.measure import measure
from coeurdeville.runs.result import TOWN, Result, figures_of
from coeurdeville.services.climate.tree_heritage import tree_heritage

pytestmark = pytest.mark.real
FILE = "towns/02691-saint-quentin/Data_Arbre.csv"
CODES = {"Tilia cordata": "TILCOR", "Carpinus betulus": "CARBET", "Acer campestre": "ACECAM", "Populus nigra": "POPNIG"}
"""Codes of the file whose six letters tell the species alone."""


@pytest.fixture(scope="module")
def result(mirror: Path, real_town: Callable[..., Any]) -> Result:
    town, offre = real_town("02691", (mirror / FILE, "arbres"))
    return measure(tree_heritage, offre.couches, town)


@pytest.fixture(scope="module")
def raw(mirror: Path) -> pd.DataFrame:
    """The trees in place within the outline, by geopandas alone."""
    rows = pd.read_csv(mirror / FILE)
    trees = gpd.GeoDataFrame(rows, geometry=gpd.points_from_xy(rows["longitude"], rows["latitude"]), crs=4326)
    outlines = gpd.read_file(mirror / "reference/contours_1000m/communes-1000m-02.geojson")
    outline = outlines[outlines["code"] == "02691"].to_crs(2154).union_all()
    trees = trees[(trees["fk_arb_etat"] == "EN PLACE")].to_crs(2154)
    return trees[trees.within(outline)]


def test_rows_read_and_trees_in_place(result: Result, raw: pd.DataFrame) -> None:
    (use,) = result.used
    assert (use.origin.read, use.origin.kept) == (7409, 6645)
    assert result.objects is not None
    assert len(result.objects) == len(raw) == 6570


def test_species_are_those_of_the_codes(result: Result, raw: pd.DataFrame) -> None:
    said = _said(result)
    species = dict(said.species.parts)
    codes = raw["fk_nomtech"].str[:6]
    assert {name: species[name] for name in CODES} == {name: (codes == code).sum() for name, code in CODES.items()}
    assert said.top_species == pytest.approx(100 * (codes == "TILCOR").sum() / said.species.total)
    assert said.species.total == pytest.approx(said.identified / 100 * len(raw))


def test_stages_and_remarkable_trees(result: Result, raw: pd.DataFrame) -> None:
    said, stages = _said(result), raw["fk_stadedev"].value_counts()
    assert dict(said.stages.parts) == {
        "jeune": stages["Jeune"], "adulte": stages["Adulte"], "mature": stages["vieux"],
        "sénescent": stages["senescent"],
    }  # fmt: skip
    assert said.young == pytest.approx(100 * stages["Jeune"] / stages.sum())
    assert said.remarkable == (raw["remarquable"] == "Oui").sum()


def test_largest_shares_keep_their_order(result: Result) -> None:
    said = _said(result)
    assert not isinstance(said.effective, Missing)
    assert said.top_species < said.top_genus < said.top_family
    assert 1 < said.effective < len(said.species)


def test_no_agent_travels(result: Result) -> None:
    assert result.objects is not None
    assert not {"created_user", "last_edited_user"} & set(result.objects.frame.columns)


def _said(result: Result) -> Any:
    return figures_of(tree_heritage, next(iter(result.rows_of(TOWN).values())))[""]
