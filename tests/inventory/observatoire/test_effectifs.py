"""Staff numbers are read as somebody typed them."""

from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.inventory.observatoire.effectifs import read_staff


def test_numbers_are_read_and_empty_cells_left_out(tmp_path: Path) -> None:
    file = tmp_path / "agents.csv"
    file.write_text("code_insee;agents\n00001;49,5\n2;120\n00003;\n", encoding="utf-8")
    assert read_staff(file) == {"00001": 49.5, "00002": 120.0}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("commune;effectif\nx;1\n", "effectifs-illisibles"),
        ("code_insee;agents\n00001;une dizaine\n", "effectif-illisible"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, text: str, code: str) -> None:
    file = tmp_path / "agents.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_staff(file)
    assert [one.code for one in refused.value.problems] == [code]
