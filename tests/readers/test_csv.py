"""Text tables, and what is said of each irregularity."""

import csv
import io
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coeurdeville.core.problems import Refused
from coeurdeville.readers.csv_rows import SURPLUS
from coeurdeville.readers.delimiter import NONE, find_delimiter
from coeurdeville.readers.features import Features
from coeurdeville.readers.read import read


def table(folder: Path, text: str | bytes, name: str = "arbres.csv") -> Features:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path)


def codes(features: Features) -> list[str]:
    """What is said beyond the encoding and delimiter, which always are."""
    return [note.code for note in features.notes if note.code != "lecture-texte"]


def rows(features: Features) -> list[list[str | None]]:
    return features.frame.astype(object).where(features.frame.notna(), None).to_numpy().tolist()


@pytest.mark.parametrize(
    ("sample", "delimiter"),
    [
        ("a;b;c\n1,5;2,3;4,5\n1,5;2,3;4,5\n", ";"),
        ("a,b\n1,2\n", ","),
        ("a\tb\n1,5\t2\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ('nom,adresse\n"Chêne; vert","rue; une; deux"\n', ","),
        ("Inventaire des arbres, 2024\n\nnom;haut;diam\nChêne;1,5;2\n", ";"),
        ("nom\nChêne\nTilleul\n", NONE),
        ("nom\n", NONE),
    ],
)
def test_delimiter_is_found(sample: str, delimiter: str) -> None:
    assert find_delimiter(sample) == delimiter


def test_cells_stay_text_with_their_leading_zeros(tmp_path: Path) -> None:
    read_ = table(tmp_path, "insee;haut;remarque\n02691;012,50;\n2A004;NA; x \n")
    assert rows(read_) == [["02691", "012,50", None], ["2A004", "NA", " x "]]
    assert isinstance(read_.frame["insee"].dtype, pd.StringDtype)
    assert read_.row_numbers.tolist() == [2, 3]
    assert codes(read_) == []


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("end", ["", "newline"])
def test_every_kind_of_line_end_is_read(tmp_path: Path, newline: str, end: str) -> None:
    text = newline.join(["nom;haut", "Chêne;12", "Tilleul;8"]) + (newline if end else "")
    assert rows(table(tmp_path, text)) == [["Chêne", "12"], ["Tilleul", "8"]]


def test_encoding_and_delimiter_are_said(tmp_path: Path) -> None:
    features = table(tmp_path, "nom;haut\nChêne;12\n".encode("cp1252"))
    assert rows(features) == [["Chêne", "12"]]
    assert "Windows-1252" in features.notes[0].message
    assert "point-virgule" in features.notes[0].message


def test_quotes_hold_delimiters_line_breaks_and_quotes(tmp_path: Path) -> None:
    features = table(tmp_path, 'nom;note\n"a;b";"deux\nlignes"\n"dit ""vieux""";12" de tour\nc;d\n')
    assert rows(features) == [["a;b", "deux\nlignes"], ['dit "vieux"', '12" de tour'], ["c", "d"]]
    assert features.row_numbers.tolist() == [2, 4, 5]


def test_uneven_lines_are_kept_counted_and_named(tmp_path: Path) -> None:
    features = table(tmp_path, "a;b;c\n1;2;3\n4;5\n6;7;8;neuf;dix\n1;2;3;;\n\n11;12;13\n")
    assert rows(features) == [
        ["1", "2", "3", None],
        ["4", "5", None, None],
        ["6", "7", "8", "neuf;dix"],
        ["1", "2", "3", None],
        ["11", "12", "13", None],
    ]
    assert features.frame.columns[-1] == SURPLUS
    assert features.row_numbers.tolist() == [2, 3, 4, 5, 7]
    ragged = next(note for note in features.notes if note.code == "lignes-irregulieres")
    assert (ragged.count, ragged.examples) == (2, ("ligne 3", "ligne 4"))
    assert "lignes-vides" in codes(features)


def test_title_lines_are_passed_and_said(tmp_path: Path) -> None:
    features = table(tmp_path, "Inventaire 2024;;\nCommune;;\n\nnom;haut;diam\nChêne;12;30\n")
    assert rows(features) == [["Chêne", "12", "30"]]
    assert features.row_numbers.tolist() == [5]
    (note,) = (note for note in features.notes if note.code == "lignes-de-titre")
    assert "ligne 4" in note.message


def test_missing_header_is_said_and_no_row_is_lost(tmp_path: Path) -> None:
    features = table(tmp_path, "Chêne;3.28;49.84\nTilleul;3.29;49.85\n")
    assert list(features.frame.columns) == ["colonne_1", "colonne_2", "colonne_3"]
    assert len(features) == 2
    assert codes(features) == ["entete-absent"]


def test_blank_and_doubled_names_are_completed_and_said(tmp_path: Path) -> None:
    features = table(tmp_path, "nom;;nom;nom;\nChêne;1;2;3;\n")
    assert list(features.frame.columns) == ["nom", "colonne_2", "nom_2", "nom_3"]
    assert codes(features) == ["entete-double", "entete-vide"]
    double = next(note for note in features.notes if note.code == "entete-double")
    assert double.count == 2


def test_header_shorter_than_the_rows_loses_no_cell(tmp_path: Path) -> None:
    features = table(tmp_path, "a;b\n1;2;3\n4;5;6\n7;8;9\n")
    assert rows(features) == [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]]
    assert codes(features) == ["entete-vide"]


def test_repeated_headers_are_left_out_and_named(tmp_path: Path) -> None:
    features = table(tmp_path, "a;b\n1;2\na;b\n3;4\n")
    assert rows(features) == [["1", "2"], ["3", "4"]]
    (note,) = (note for note in features.notes if note.code == "entete-repete")
    assert note.examples == ("ligne 3",)


def test_open_quote_does_not_swallow_the_rest(tmp_path: Path) -> None:
    lines = ["nom;haut", "Chêne;12", '"Tilleul;8', "Érable;9", "Frêne;10"]
    features = table(tmp_path, "\n".join(lines))
    assert rows(features) == [["Chêne", "12"], ["Tilleul", "8"], ["Érable", "9"], ["Frêne", "10"]]
    assert codes(features) == ["guillemets-non-fermes"]


def test_quote_that_swallows_many_lines_is_undone(tmp_path: Path) -> None:
    lines = ["nom;haut", '"Tilleul;8', *(f"Chêne;{rank}" for rank in range(30_000))]
    features = table(tmp_path, "\n".join(lines))
    assert len(features) == 30_001
    assert codes(features) == ["guillemets-non-fermes"]


def test_mixed_line_ends_keep_the_header_apart(tmp_path: Path) -> None:
    features = table(tmp_path, "Inventaire\r\rnom;haut\rChêne;12\nTilleul;8\r\nÉrable;9")
    assert rows(features) == [["Chêne", "12"], ["Tilleul", "8"], ["Érable", "9"]]


def test_column_named_like_the_surplus_is_kept(tmp_path: Path) -> None:
    features = table(tmp_path, f"a;{SURPLUS}\n1;2\n3;4;5\n6;7\n")
    assert rows(features) == [["1", "2", None], ["3", "4", "5"], ["6", "7", None]]


def test_one_column_is_read(tmp_path: Path) -> None:
    features = table(tmp_path, "nom\nChêne\n\nTilleul\n")
    assert rows(features) == [["Chêne"], ["Tilleul"]]
    assert features.row_numbers.tolist() == [2, 4]


def test_header_alone_is_said(tmp_path: Path) -> None:
    features = table(tmp_path, "nom;haut\n")
    assert (len(features), codes(features)) == (0, ["sans-donnees"])
    assert list(features.frame.columns) == ["nom", "haut"]


@pytest.mark.parametrize("blank", [b" ", b"\n\n \t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_blank_file_is_empty(tmp_path: Path, blank: bytes) -> None:
    with pytest.raises(Refused) as refused:
        table(tmp_path, blank)
    assert refused.value.problems[0].code == "fichier-vide"


def test_utf16_of_excel_is_read(tmp_path: Path) -> None:
    assert rows(table(tmp_path, "nom\thaut\nChêne\t12\n".encode("utf-16"), "arbres.txt")) == [["Chêne", "12"]]


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0\r", exclude_categories=["Cs", "Cc"]), max_size=8)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=20), st.sampled_from(";,\t|"))
def test_what_the_standard_library_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[str, str]], delimiter: str
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([("clef", "nom", "note"), *((str(rank), *cell) for rank, cell in enumerate(cells))])
    features = table(tmp_path_factory.mktemp("csv"), text.getvalue())
    assert rows(features) == [[str(rank), *(one or None for one in cell)] for rank, cell in enumerate(cells)]


def test_large_file_keeps_every_row_and_its_line(tmp_path: Path) -> None:
    lines = ["id;nom", *(f"{rank};Chêne" for rank in range(120_000))]
    lines[60_000] = "60;trop;de cellules"
    lines[90_000] = '"seul"'
    features = table(tmp_path, "\n".join(lines))
    assert len(features) == 120_000
    assert features.frame["id"].iloc[-1] == "119999"
    assert features.row_numbers[-1] == 120_001
    ragged = next(note for note in features.notes if note.code == "lignes-irregulieres")
    assert ragged.examples == ("ligne 60001", "ligne 90001")
