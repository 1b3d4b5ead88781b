"""A package is whole or is not there, and its bytes depend on nothing but the dataset and the data."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from coeurdeville.catalogue.dataset import Dataset
from coeurdeville.catalogue.opening import write_package
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.catalogue.schema_reference import SchemaReference
from coeurdeville.core.licences import CLOSED
from coeurdeville.core.problems import Refused
from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.model import TableSchema

FILES = [
    "arbres-redon.csv", "arbres-redon.geojson", "schema.json", "datapackage.json", "catalogue.csv", "dcat.jsonld",
    "fiche-metadonnees.md", "LISEZMOI.md",
]  # fmt: skip


def rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode(), newline="")))


def refused(folder: Path, dataset: Dataset, data: bytes, schema: TableSchema) -> list[str]:
    with pytest.raises(Refused) as refusal:
        write_package(folder, dataset, data, schema)
    return [one.code for one in refusal.value.problems]


def one_column(dataset: Dataset, kind: str, **constraints: object) -> tuple[Dataset, TableSchema]:
    """A schema of an identifier and a column `note`, with the dataset that says so."""
    fields = [{"name": "id", "type": "integer"}, {"name": "note", "type": kind, "constraints": constraints}]
    told = replace(dataset, columns=("id", "note"), schema=SchemaReference("notes"))
    return told, read_schema({"name": "notes", "fields": fields}).schema


def test_every_file_is_there_and_nothing_else(
    tmp_path: Path, dataset: Dataset, trees: bytes, schema: TableSchema
) -> None:
    folder = tmp_path / "ouvert" / "arbres"
    written = write_package(folder, dataset, trees, schema)
    assert [path.name for path in written] == FILES
    assert all(path.parent == folder and path.stat().st_size for path in written)
    assert sorted(one.name for one in folder.iterdir()) == sorted(FILES)
    assert [one.name for one in folder.parent.iterdir()] == ["arbres"]


def test_same_inputs_make_the_same_bytes(tmp_path: Path, dataset: Dataset, trees: bytes, schema: TableSchema) -> None:
    first = write_package(tmp_path / "un", dataset, trees, schema)
    second = write_package(tmp_path / "deux", dataset, trees, schema)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_the_data_come_back_as_they_were(tmp_path: Path, dataset: Dataset, trees: bytes, schema: TableSchema) -> None:
    path = write_package(tmp_path / "un", dataset, b"\xef\xbb\xbf" + trees, schema)[0]
    assert path.read_bytes().startswith(b"id,")
    assert rows(path) == list(csv.reader(io.StringIO(trees.decode(), newline="")))
    assert check(read_text(path), schema).valid


@pytest.mark.parametrize("note", ["a\rb", "a\nb", "a\r\nb", " a ", '"', "é’«", "a;b", "a\tb", "#a", "'a"])
def test_any_text_comes_back(tmp_path: Path, dataset: Dataset, note: str) -> None:
    told, schema = one_column(dataset, "string")
    data = io.StringIO(newline="")
    csv.writer(data).writerows([["id", "note"], ["1", note], ["2", ""]])
    path = write_package(tmp_path / "un", replace(told, rows=2), data.getvalue().encode(), schema)[0]
    assert rows(path) == [["id", "note"], ["1", note], ["2", ""]]


def test_lines_end_as_rfc_4180_wants(tmp_path: Path, dataset: Dataset) -> None:
    told, schema = one_column(dataset, "string")
    path = write_package(tmp_path / "un", replace(told, rows=2), b'id,note\n1,"a ""b"", c"\n2,\n', schema)[0]
    assert path.read_bytes() == b'id,note\r\n1,"a ""b"", c"\r\n2,\r\n'


@pytest.mark.parametrize("note", ["=1+1", "@SOMME(A1)", "+A1", "-2+cmd|' /C calc'!A0", "＝A1", "- abattu", "\t=1"])
def test_a_formula_is_never_emitted_alive(tmp_path: Path, dataset: Dataset, note: str) -> None:
    told, schema = one_column(dataset, "string")
    written = write_package(tmp_path / "un", replace(told, rows=1), f'id,note\n1,"{note}"\n'.encode(), schema)
    assert rows(written[0])[1] == ["1", f"'{note}"]
    assert "Cellules concernées ici\u00a0: 1." in written[-1].read_text("utf-8")


@pytest.mark.parametrize(
    ("kind", "note"),
    [
        ("string", "+33 2 99 00 00 00"), ("string", "-12,5"), ("string", "-"), ("string", "a=1"), ("number", "-1e3"),
        ("integer", "-4"), ("duration", "-P1D"), ("geopoint", "-2.08, 47.65"),
    ],
)  # fmt: skip
def test_figures_stay_as_they_are(tmp_path: Path, dataset: Dataset, kind: str, note: str) -> None:
    told, schema = one_column(dataset, kind)
    path = write_package(tmp_path / "un", replace(told, rows=1), f'id,note\n1,"{note}"\n'.encode(), schema)[0]
    assert rows(path)[1] == ["1", note]


def test_a_value_that_the_schema_lists_stays_as_it_is(tmp_path: Path, dataset: Dataset) -> None:
    told, schema = one_column(dataset, "string", enum=["+ de 10 m", "- de 10 m"])
    path = write_package(tmp_path / "un", replace(told, rows=1), b"id,note\n1,+ de 10 m\n", schema)[0]
    assert rows(path)[1] == ["1", "+ de 10 m"]


def test_a_formula_that_the_schema_imposes_is_refused(tmp_path: Path, dataset: Dataset) -> None:
    told, schema = one_column(dataset, "string", pattern="=[A-Z]+")
    codes = refused(tmp_path / "un", replace(told, rows=1), b"id,note\n1,=A\n", schema)
    assert codes == ["jeu-non-conforme", "constraint-error"]
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        (b"id\n", "missing-label"),
        (b"id,longitude,latitude,espece,hauteur,troncs,remarquable,plantation,remarque\na,0,0,Chat,,,,,\n",
         "constraint-error"),
        (b"id,longitude,latitude,espece,hauteur,troncs,remarquable,plantation,remarque\na,0,0\n", "missing-cell"),
        (b"", "source-error"),
    ],
)  # fmt: skip
def test_a_file_that_does_not_conform_is_not_opened(
    tmp_path: Path, dataset: Dataset, schema: TableSchema, wrong: bytes, expected: str
) -> None:
    codes = refused(tmp_path / "un", dataset, wrong, schema)
    assert codes[0] == "jeu-non-conforme"
    assert expected in codes
    assert not any(tmp_path.iterdir())


def test_nothing_is_written_of_what_cannot_be_published(
    tmp_path: Path, dataset: Dataset, trees: bytes, schema: TableSchema
) -> None:
    codes = refused(tmp_path / "un", replace(dataset, licence=CLOSED, title=""), trees, schema)
    assert codes == ["metadonnee-absente", "licence-non-ouverte"]
    assert not any(tmp_path.iterdir())


def test_a_description_of_another_file_is_refused(
    tmp_path: Path, dataset: Dataset, trees: bytes, schema: TableSchema
) -> None:
    other = replace(dataset, rows=4, columns=("id",), schema=SchemaReference("arbres", version="0.1.0"))
    assert refused(tmp_path / "un", other, trees, schema) == ["description-d-un-autre-fichier"] * 4


def test_coordinates_that_are_not_degrees_are_refused(
    tmp_path: Path, dataset: Dataset, trees: bytes, schema: TableSchema
) -> None:
    lambert = trees.replace(b"-2.0842,47.6513", b"318500.2,6744000.1")
    assert refused(tmp_path / "un", dataset, lambert, schema) == ["coordonnees-hors-du-globe"]


def test_a_folder_that_holds_something_else_is_left_alone(
    tmp_path: Path, dataset: Dataset, trees: bytes, schema: TableSchema
) -> None:
    (tmp_path / "LISEZMOI.md").write_text("le mien")
    (tmp_path / "photo.jpg").write_text("une photo")
    assert refused(tmp_path, dataset, trees, schema) == ["dossier-du-paquet-occupe"]
    assert (tmp_path / "LISEZMOI.md").read_text() == "le mien"


def test_a_newer_package_takes_the_place_of_the_former(
    tmp_path: Path, dataset: Dataset, trees: bytes, schema: TableSchema
) -> None:
    folder = tmp_path / "un"
    write_package(folder, dataset, trees, schema)
    newer = replace(dataset, producer=Organisation("Une entreprise"), title="Arbres de 2026")
    written = write_package(folder, newer, trees, schema)
    assert sorted(one.name for one in folder.iterdir()) == sorted(set(FILES) - {"catalogue.csv"})
    assert "Arbres de 2026" in written[-1].read_text("utf-8")
    assert [one.name for one in tmp_path.iterdir()] == ["un"]


def test_a_file_without_rows_makes_a_package(tmp_path: Path, dataset: Dataset, schema: TableSchema) -> None:
    header = ",".join(dataset.columns).encode() + b"\n"
    path = write_package(tmp_path / "un", replace(dataset, rows=0), header, schema)[0]
    assert rows(path) == [list(dataset.columns)]
