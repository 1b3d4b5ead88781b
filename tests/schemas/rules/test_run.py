"""Rules of a schema on a file: what is found, what is not run and said."""

from pathlib import Path
from typing import Any

from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.findings import Verdict

FIELDS = [{"name": "siret"}, {"name": "debut", "type": "date", "format": "%d/%m/%Y"},
          {"name": "fin", "type": "date", "format": "%d/%m/%Y"}, {"name": "autre"}]  # fmt: skip


def verdict(folder: Path, text: str, *checks: dict[str, Any]) -> Verdict:
    path = folder / "f.csv"
    path.write_text(text, encoding="utf-8")
    schema = read_schema({"name": "s", "fields": FIELDS, "custom_checks": list(checks)}).schema
    return check(read_text(path, delimiter=","), schema, match="names")


def test_a_finding_says_row_column_and_cell(tmp_path: Path) -> None:
    found = verdict(tmp_path, "autre,siret\nx,73282932000074\n,\ny,73282932000075\n",
                    {"name": "french-siret-value", "params": {"column": "siret"}})  # fmt: skip
    one = next(one for one in found.findings if one.kind.code == "french-siret-value")
    assert (one.rows.tolist(), one.cells, one.field, one.column) == ([4], ["73282932000075"], "siret", 2)
    assert not found.valid
    assert "73282932000075" in str(one.problem)


def test_days_written_the_french_way_are_compared_as_days(tmp_path: Path) -> None:
    found = verdict(
        tmp_path,
        "debut,fin\n01/03/2020,02/01/2021\n02/01/2021,01/03/2020\nhier,01/03/2020\n",
        {"name": "compare-columns-value", "params": {"column": "fin", "op": ">=", "column2": "debut"}},
    )
    one = next(one for one in found.findings if one.kind.code == "compare-columns-value")
    assert (one.rows.tolist(), one.cells) == ([3], ["01/03/2020"])
    assert "« debut »" in one.problem.message.replace("\u00a0", " ")


def test_what_is_not_run_is_said(tmp_path: Path) -> None:
    found = verdict(
        tmp_path, "autre\nx\n",
        {"name": "verification-inventee", "params": {"column": "autre"}},
        {"name": "french-siren-value", "params": {"column": "absente"}},
        {"name": "french-siret-value", "params": {"column": "siret"}},
        {"name": "compare-columns-value", "params": {"column": "debut"}},
    )  # fmt: skip
    codes = [note.code for note in found.notes]
    assert codes == ["regle-inconnue", "regle-hors-schema", "regle-sans-colonne", "regle-mal-ecrite"]
    assert found.valid


def test_an_absent_column_of_two_leaves_the_other_required(tmp_path: Path) -> None:
    one_of = {"name": "one-of-required", "params": {"column1": "siret", "column2": "autre"}}
    found = verdict(tmp_path, "siret,debut\n,01/03/2020\n73282932000074,\n", one_of)
    one = next(one for one in found.findings if one.kind.code == "one-of-required")
    assert (one.rows.tolist(), one.field) == ([2], "")
    assert [note.code for note in verdict(tmp_path, "debut\n01/03/2020\n", one_of).notes] == ["regle-sans-colonne"]
