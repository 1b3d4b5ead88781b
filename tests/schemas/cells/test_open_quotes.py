"""A quote that never closes: an error with its row, and as many rows for who checks as for who reads."""

from pathlib import Path

import pytest

from coeurdeville.readers.read import read
from coeurdeville.schemas.cells.opening import open_cells
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.findings import Verdict

SCHEMA = read_schema({"fields": [{"name": "id", "constraints": {"unique": True}}, {"name": "nom"}]}).schema
ROWS = [f"{rank};Chêne" for rank in range(2, 100)]


def verdict(path: Path) -> Verdict:
    return check(open_cells(path, schema=SCHEMA), SCHEMA, match="names")


def places(found: Verdict) -> dict[str, list[int]]:
    return {one.kind.code: one.rows.tolist() for one in found.errors}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize(
    ("lines", "opened"),
    [
        (["id;nom", '1;"Tilleul', *ROWS], [2]),
        (["id;nom", '1;"deux', 'lignes"', '"a;Tilleul', *ROWS, 'b;"entre; deux"', 'c;""'], [3]),
        (["id;nom", '1;"Tilleul', *ROWS[:50], '"x;Orme', *ROWS[50:]], [2, 53]),
        (['id;"nom', *ROWS], [1]),
        (["id;nom", *ROWS, '1;"Tilleul'], [100]),
    ],
)
def test_no_row_is_swallowed_and_the_fault_is_said(
    lines: list[str], opened: list[int], encoding: str, tmp_path: Path
) -> None:
    path = tmp_path / "arbres.csv"
    path.write_bytes("\n".join(lines).encode(encoding))
    found, features = verdict(path), read(path)
    assert places(found) == {"guillemet-ouvert": opened}
    assert found.rows == len(features) == len(lines) - 1 - ('lignes"' in lines)
    assert "guillemets-non-fermes" in [note.code for note in features.notes]


def test_what_follows_the_quote_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "arbres.csv"
    path.write_text("\n".join(["id;nom", '1;"Tilleul', *ROWS, "2;Orme"]))
    assert places(verdict(path)) == {"guillemet-ouvert": [2], "unique-error": [101]}


def test_a_cell_may_be_long_before_the_quote(tmp_path: Path) -> None:
    path = tmp_path / "arbres.csv"
    path.write_text(f'id;nom\n1;a;trop\n2;{"x" * 200_000}\n3;"b\n')
    found = verdict(path)
    assert (found.rows, places(found)) == (3, {"guillemet-ouvert": [4], "extra-cell": [2]})


@pytest.mark.real
def test_a_real_file_loses_one_quote_and_no_row(mirror: Path) -> None:
    path = mirror / "schemas" / "frictionless_fixtures" / "issue-1066.csv"
    found = check(open_cells(path), read_schema({"fields": [{"name": "idImpianto"}]}).schema, match="names")
    assert places(found)["guillemet-ouvert"] == [35]
    assert found.rows == len(read(path)) == path.read_bytes().count(b"\n") - 1
