"""Any file as raw cells: formats told by content, archives, bad input."""

import gzip
import zipfile
from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.schemas.cells.opening import open_cells
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.findings import Verdict

SCHEMA = read_schema({"fields": [{"name": "id"}, {"name": "nom"}]}).schema


def verdict(path: Path) -> Verdict:
    return check(open_cells(path, schema=SCHEMA), SCHEMA, match="names")


def wrote(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_the_one_file_of_an_archive_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "f.zip", "w") as archive:
        archive.writestr("export/arbres.csv", "id;nom\n1;a\n")
        archive.writestr("lisezmoi.txt", "notice")
    cells = open_cells(tmp_path / "f.zip")
    assert (cells.labels, cells.name) == (("id", "nom"), "f.zip : arbres.csv")
    assert [part.frame.rows() for part in cells.parts] == [[("1", "a")]]


def test_a_compressed_file_is_read(tmp_path: Path) -> None:
    assert verdict(wrote(tmp_path / "f.csv.gz", gzip.compress(b"id;nom\n1;a\n"))).rows == 1


def test_an_archive_of_several_files_wants_a_choice(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "f.zip", "w") as archive:
        archive.writestr("a.csv", "id;nom\n1;a\n")
        archive.writestr("b.csv", "id;nom\n2;b\n")
    with pytest.raises(Refused, match="archive-plusieurs-fichiers"):
        open_cells(tmp_path / "f.zip")
    assert [part.frame.rows() for part in open_cells(tmp_path / "f.zip", part="b.csv").parts] == [[("2", "b")]]


def test_a_part_of_a_file_that_has_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="partie-absente"):
        open_cells(wrote(tmp_path / "f.csv", b"id;nom\n1;a\n"), part="Feuil1")


def test_the_header_of_a_text_is_where_the_names_of_the_schema_are(tmp_path: Path) -> None:
    path = wrote(tmp_path / "f.csv", b"Identifiant;Nom usuel\nid;nom\n1;a\n")
    assert open_cells(path).header_row == 1
    assert open_cells(path, schema=SCHEMA).header_row == 2


@pytest.mark.parametrize("cell", [b"x" * 50_000_000, b'"' + b"x" * 50_000_000 + b'"'])
def test_a_line_of_fifty_megabytes_is_a_line(cell: bytes, tmp_path: Path) -> None:
    found = verdict(wrote(tmp_path / "f.csv", b"id;nom\n1;" + cell + b"\n2;b\n"))
    assert (found.rows, found.valid) == (2, True)


def test_null_bytes_are_said(tmp_path: Path) -> None:
    found = verdict(wrote(tmp_path / "f.csv", b"id;nom\n" + b"1;abcdefgh\n" * 20 + b"2;a\0b\n"))
    assert ([note.code for note in found.notes], found.rows) == (["octets-nuls"], 21)


def test_two_encodings_in_one_file_are_said(tmp_path: Path) -> None:
    path = wrote(tmp_path / "f.csv", "id;nom\n1;é\n".encode() + "2;é\n".encode("cp1252"))
    assert [note.code for note in verdict(path).notes] == ["encoding-error", "encodages-melanges"]
    path = wrote(tmp_path / "g.csv", "id;nom\n1;é\n2;À\n".encode("cp1252"))
    assert [note.code for note in verdict(path).notes] == ["encoding-error"]


@pytest.mark.parametrize(
    "data",
    [b'id;nom\n1;"ouvert\n2;b\n', b"id;nom", b"\n\n", b'"', b";;;\n", b"id;id\n1;2\n", b"id\rnom\r",
     b"\xff\xfe\xe9\x00"],
)  # fmt: skip
def test_odd_texts_are_judged_without_failing(data: bytes, tmp_path: Path) -> None:
    assert verdict(wrote(tmp_path / "f.csv", data)).name == "f.csv"


@pytest.mark.parametrize(
    ("name", "data"),
    [("f.csv", b""), ("f.csv", bytes(range(256)) * 10), ("f.geojson", b'{"type":"FeatureCollection","features":[{"ty'),
     ("f.zip", b"PK\x03\x04abc"), ("f.pdf", b"%PDF-1.4"), ("f.json", b"[1, 2]")],
)  # fmt: skip
def test_what_is_not_a_table_is_refused(name: str, data: bytes, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        open_cells(wrote(tmp_path / name, data))
