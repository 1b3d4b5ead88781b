"""Every error, one a row, in a file that a spreadsheet opens without danger."""

import csv
import io
from collections.abc import Callable

import numpy as np
import pytest

from coeurdeville.schemas import messages
from coeurdeville.schemas.findings import Finding, Verdict
from coeurdeville.schemas.reporting import csv_report
from coeurdeville.schemas.reporting.conformity import Conformity
from coeurdeville.schemas.reporting.csv_report import COLUMNS, write_csv

Judged = Callable[..., Conformity]
WORDS = {"said": "un nombre", "form": "", "otherwise": ""}


def written(verdict: Verdict) -> bytes:
    file = io.BytesIO()
    write_csv(verdict, file)
    return file.getvalue()


def rows(verdict: Verdict) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(verdict).decode("utf-8-sig"), newline=""), delimiter=";"))


def one_column(*cells: str) -> Verdict:
    ranks = np.arange(2, len(cells) + 2)
    found = Finding(messages.TYPE_ERROR, ranks, list(cells), "hauteur", 2, words=WORDS)
    return Verdict("x.csv", len(cells), (found,))


def test_each_error_is_a_row(judged: Judged) -> None:
    verdict = judged("id;hauteur;etat\n1;x;sain\n0;2;mort\n3\n\n4;1;sain;a\n").verdict
    assert len(rows(verdict)) == verdict.count


def test_a_row_says_where_what_and_how_to_mend(judged: Judged) -> None:
    (row,) = rows(judged("id;hauteur;etat\n1;2;sain\n0;2;sain\n").verdict)
    assert row == {
        "ligne": "3",
        "colonne": "1",
        "champ": "id",
        "code": "constraint-error",
        "regle": "minimum",
        "valeur": "0",
        "message": "«\u00a0id\u00a0» doit valoir au moins 1.",
        "comment_corriger": "Vérifier l’unité et la saisie de ces valeurs.",
    }


def test_the_file_opens_right_in_a_french_spreadsheet() -> None:
    content = written(one_column("x"))
    assert content.startswith(b"\xef\xbb\xbfligne;")
    assert content.count(b"\r\n") == 2


def test_nothing_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_report, "PART", 7)
    found = rows(one_column(*(f"x{rank}" for rank in range(50))))
    assert [row["valeur"] for row in found] == [f"x{rank}" for rank in range(50)]
    assert [row["ligne"] for row in found] == [str(rank) for rank in range(2, 52)]


@pytest.mark.parametrize("cell", ["=1+1", "+33", "-3", "@x", "\tx", "＝A1"])
def test_a_formula_is_not_left_alive(cell: str) -> None:
    assert rows(one_column(cell))[0]["valeur"] == f"'{cell}"


@pytest.mark.parametrize("cell", ['a;"b"', "deux\nlignes", "retour\rchariot", "a;b"])
def test_a_value_that_holds_a_separator_is_read_back(cell: str) -> None:
    assert rows(one_column(cell, "y"))[0]["valeur"] == cell


def test_a_label_that_is_a_formula_is_not_left_alive(judged: Judged) -> None:
    (row,) = rows(judged("id;hauteur;etat;=A1\n1;2;sain;x\n", match="exact").verdict)
    assert row["champ"] == "'=A1"


def test_a_very_long_value_is_cut() -> None:
    assert rows(one_column("x" * 5000))[0]["valeur"] == "x" * 1000 + "…"


def test_warnings_are_not_errors(judged: Judged) -> None:
    assert rows(judged("id;hauteur;etat;agent\n1;2;sain;x\n").verdict) == []


def test_an_error_without_place_has_its_row(judged: Judged) -> None:
    (row,) = rows(judged("").verdict)
    assert row["code"] == "source-error"
    assert row["ligne"] == ""


def test_the_header_is_there_when_nothing_is_wrong(judged: Judged) -> None:
    content = written(judged("id;hauteur;etat\n1;2;sain\n").verdict)
    assert content.decode("utf-8-sig") == ";".join(COLUMNS) + "\r\n"
