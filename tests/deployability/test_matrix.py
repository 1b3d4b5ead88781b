"""Towns by services: cells, counts, sharing, proofs, one changed entry."""

import csv
import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from coeurdeville.core.licences import LOV2
from coeurdeville.deployability.csv_table import COLUMNS, write_csv
from coeurdeville.deployability.matrix import Matrix, matrix
from coeurdeville.deployability.national import NationalOffer
from coeurdeville.deployability.proof import Proof
from coeurdeville.deployability.provider import Place, Provider
from coeurdeville.deployability.records import record_of
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.verdict import CellState, Why
from coeurdeville.inventory.vocabulaire import Acteur
from coeurdeville.sources.contract.declaration import DECLARED, RECORDED, Partition
from coeurdeville.sources.contract.sheet import Sheet
from coeurdeville.territories.coverage import METROPOLE, Coverage
from coeurdeville.territories.towns import towns_of
from tests.deployability.conftest import Ground, Shade, Water, Wind

TODAY = date(2026, 11, 25)
NANTERRE, SAINT_DENIS, REDON = "92050", "97411", "35236"


def sheet(layer: Any, coverage: Coverage, state: str = RECORDED) -> Sheet:
    return Sheet(layer.slug, layer.title, "IGN", Acteur.PUBLIC_NATIONAL, layer, LOV2, "https://exemple.fr", "WFS",
                 "France", coverage, Partition.NATIONAL, "2026", "annuel", (), state)  # fmt: skip


@pytest.fixture
def national() -> NationalOffer:
    """Ground everywhere, water in the metropole but Redon, shade on a list, wind that no code reads."""
    listed = Coverage((METROPOLE,), whole=False, communes=(NANTERRE,), lacking="la liste")
    return NationalOffer((
        sheet(Ground, Coverage()), sheet(Water, Coverage((METROPOLE,), left_out=(REDON,))), sheet(Shade, listed),
        sheet(Wind, Coverage(), DECLARED),
    ))  # fmt: skip


@pytest.fixture
def made(cool: Any, national: NationalOffer) -> Matrix:
    return Matrix([NANTERRE, "35238", SAINT_DENIS, REDON], [cool], national=national)


def test_each_town_has_its_state_and_overseas_comes_out_right(made: Matrix) -> None:
    states = {row[0].commune: row[0].state for row in made.rows()}
    assert states == {NANTERRE: CellState.DEGRADED, "35238": CellState.DEGRADED, SAINT_DENIS: CellState.BLOCKED,
                      REDON: CellState.BLOCKED}  # fmt: skip
    lost = {row[0].commune: row[0].verdict.lost for row in made.rows()}
    assert lost[NANTERRE] == ()
    assert lost["35238"] == ("Fraîcheur",)


def test_row_column_cell_and_counts_tell_the_same(made: Matrix, cool: Any) -> None:
    by_rows = [cell for row in made.rows() for cell in row]
    assert list(made.column(cool)) == by_rows
    assert [made.cell(code, cool) for code in made.communes] == by_rows
    assert [made.row(code)[0] for code in made.communes] == by_rows
    assert made.counts() == {"fraicheur": {CellState.DEGRADED: 2, CellState.BLOCKED: 2}}


def test_towns_of_one_offer_share_one_verdict(made: Matrix, cool: Any) -> None:
    many = replace(made, communes=[f"35{rank:03}" for rank in range(1, 300)])
    assert len({id(cell.verdict) for cell in many.column(cool) if cell.commune != REDON}) == 1
    assert len(many.assessor) == 2


def test_a_file_of_the_town_comes_before_sources_and_changes_no_other_town(made: Matrix, cool: Any) -> None:
    file = Provider(Water, Place.FILE, "eau", "Eau", "La ville", LOV2)
    before, worked = made.column(cool), len(made.assessor)
    after = replace(made, inventories={REDON: TownInventory(REDON, None, {Water: (file,)})})
    changed = [old.commune for old, new in zip(before, after.column(cool), strict=True) if old != new]
    assert changed == [REDON]
    assert len(after.assessor) == worked + 1
    assert after.cell(REDON, cool).state is CellState.DEGRADED


def test_a_run_proves_its_cell_and_the_cell_tells_what_that_run_used(made: Matrix, cool: Any) -> None:
    """Water comes from the file; shade, that a source gives for sure here, was not in the run."""
    files = {kind: (Provider(kind, Place.FILE, kind.slug, "Fichier", "La ville", LOV2),) for kind in (Ground, Water)}
    inventories = {NANTERRE: TownInventory(NANTERRE, None, files)}
    proof = Proof("abc", TODAY, "B (sans date)")
    before = replace(made, inventories=inventories).cell(NANTERRE, cool)
    proven = replace(made, inventories=inventories, proofs={(NANTERRE, cool.slug): proof})
    cell, other = proven.cell(NANTERRE, cool), proven.cell("35238", cool)
    assert (before.state, other.state) == (CellState.DEGRADED, CellState.DEGRADED)
    assert (cell.state, cell.verdict.state, cell.verdict.lost) == (CellState.PROVEN, CellState.DEGRADED, ("Fraîcheur",))
    assert [one.why for one in cell.verdict.reasons] == [Why.HAD, Why.HAD, Why.ASKABLE, Why.DOUBTED]
    record = record_of(cell, TownInventory(NANTERRE), None, TODAY)
    assert record["preuve"] == {"calcul": "abc", "date": "2026-11-25", "confiance": "B (sans date)"}
    assert record["etat"] == "verifie"
    assert next(iter(proven.column(cool))) == cell


def test_record_keeps_every_reason_as_data(made: Matrix, cool: Any) -> None:
    record = record_of(made.cell(SAINT_DENIS, cool), TownInventory(SAINT_DENIS), None, TODAY)
    assert [(one["couche"], one["raison"], one["indispensable"]) for one in record["raisons"]] == [
        ("sol", "acquise", True), ("eau-test", "absente", True), ("ombre", "absente", False),
        ("vent", "incertaine", False),
    ]  # fmt: skip
    assert record["raisons"][3]["fournisseur"]["doutes"] == ["lecteur-absent"]
    assert record["bloque_par"] == ["eau-test"]
    assert record["confiance_au_mieux"] is None
    assert record["effort"] == []


def test_csv_has_one_line_for_each_cell_and_no_formula(made: Matrix, cool: Any) -> None:
    target = io.StringIO(newline="")
    assert write_csv(made, towns_of(made.communes), TODAY, target) == 4
    rows = list(csv.DictReader(io.StringIO(target.getvalue(), newline=""), delimiter=";"))
    assert tuple(rows[0]) == COLUMNS
    assert [(row["code_insee"], row["etat"], row["bloque_par"]) for row in rows] == [
        (NANTERRE, "degrade", ""), ("35238", "degrade", ""), (SAINT_DENIS, "bloque", "eau-test"),
        (REDON, "bloque", "eau-test"),
    ]  # fmt: skip
    assert rows[2]["commune"] == "Saint-Denis"
    assert {row["confiance_au_mieux"] for row in rows} == {"A", ""}


def test_the_programme_has_a_cell_for_every_service_and_its_overseas_towns() -> None:
    from coeurdeville.services.catalogue import all_services
    from coeurdeville.territories.perimeter import programme

    rows = list(matrix(programme()).rows())
    assert len(rows) == 244
    assert {len(row) for row in rows} == {len(all_services())}
    assert sum(row[0].commune.startswith("97") for row in rows) == 16
