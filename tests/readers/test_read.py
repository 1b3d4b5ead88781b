"""Every bad file is refused in French, never by a traceback."""

import gzip
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from coeurdeville.core.problems import Level, Problem, Refused
from coeurdeville.readers import limits
from coeurdeville.readers.formats import CLAIMS, Format, announced, recognise
from coeurdeville.readers.read import read


def problems(path: Path, part: str | None = None) -> tuple[Problem, ...]:
    with pytest.raises(Refused) as refused:
        read(path, part=part)
    return refused.value.problems


def codes(path: Path, part: str | None = None) -> list[str]:
    return [problem.code for problem in problems(path, part)]


def outcome(path: Path) -> Level | None:
    """None when the file is read, the level of its last problem when it is refused; anything else is a failure."""
    try:
        features = read(path)
    except Refused as refused:
        return refused.problems[-1].level
    return None if len(features) == len(features.frame) else Level.NOTE


def test_missing_file_is_refused(tmp_path: Path) -> None:
    assert codes(tmp_path / "absent.csv") == ["fichier-introuvable"]


def test_folder_is_refused(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["fichier-dossier"]


@pytest.mark.parametrize("extension", sorted(CLAIMS))
def test_empty_file_is_refused_whatever_its_extension(tmp_path: Path, extension: str) -> None:
    (tmp_path / f"a{extension}").touch()
    assert codes(tmp_path / f"a{extension}") == ["fichier-vide"]


def test_two_gibibytes_are_refused_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(2 * limits.MAX_BYTES)
    (problem,) = problems(path)
    assert problem.code == "fichier-trop-gros"
    assert "2,0" in problem.message
    assert "1,0" in problem.message
    assert problem.cure


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "image"),
        (b"<!DOCTYPE html><html></html>", "page web"),
        (b'<?xml version="1.0"?><kml></kml>', "XML"),
        (bytes(range(256)) * 4, ""),
        (b"SQLite format 3\0" + bytes(200), "SQLite"),
    ],
)
def test_unknown_format_lists_the_accepted_ones(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a").write_bytes(content)
    (problem,) = problems(tmp_path / "a")
    assert problem.code == "format-inconnu"
    assert said in problem.message
    assert "GeoPackage" in problem.cure


def test_file_that_is_not_what_its_extension_says_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"%PDF-1.7")
    misnamed, unknown = problems(tmp_path / "a.xlsx")
    assert (misnamed.code, unknown.code) == ("extension-trompeuse", "format-inconnu")
    assert "PDF" in misnamed.message


def test_readable_file_with_a_wrong_extension_is_read_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.gpkg").write_text("nom;haut\nChêne;12\n", encoding="utf-8")
    features = read(tmp_path / "a.gpkg")
    assert features.format is Format.CSV
    assert (features.notes[0].code, features.notes[0].level) == ("extension-trompeuse", Level.WARNING)


def test_wrong_extension_is_told_with_the_reason_of_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('{"type": "FeatureCollection", "features": [')
    assert codes(tmp_path / "a.csv") == ["extension-trompeuse", "fichier-illisible"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.gpkg", "son contenu est abîmé"),
        ("a.parquet", "la fin du fichier manque"),
        ("a.osm", "le texte s’interrompt vers l’octet"),
        ("a.json", "ce n’est plus du JSON à la ligne 1"),
        ("a.gz", "la fin du fichier manque"),
    ],
)
def test_the_reason_of_a_damaged_file_is_in_french(
    good: dict[str, bytes], tmp_path: Path, name: str, reason: str
) -> None:
    whole = good | {
        "a.osm": b'<?xml version="1.0"?><osm version="0.6"><node id="1" lat="4',
        "a.json": b'[{"a": 1}, ',
        "a.gz": gzip.compress(b"a;b" + bytes(range(256)) * 50),
    }
    cut = {"a.gpkg": slice(5000), "a.parquet": slice(-300), "a.gz": slice(-20)}.get(name, slice(None))
    (tmp_path / name).write_bytes(whole[name][cut])
    (problem,) = problems(tmp_path / name)
    assert f"({reason}" in problem.message


def test_part_of_a_file_that_has_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a;b\n1;2\n")
    assert codes(tmp_path / "a.csv", "Feuil1") == ["partie-absente"]


def test_file_without_extension_is_read_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "arbres").write_text("a;b\n1;2\n")
    assert [note.code for note in read(tmp_path / "arbres").notes] == ["lecture-texte"]


def test_upper_case_extension_announces_the_same() -> None:
    assert announced(".CSV") == {Format.CSV}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """One good file of each binary format."""
    folder = tmp_path_factory.mktemp("good")
    frame = gpd.GeoDataFrame({"nom": ["Chêne"] * 9}, geometry=[shapely.Point(1, 2)] * 9, crs=2154)
    frame.to_file(folder / "a.gpkg")
    frame.to_parquet(folder / "a.parquet")
    frame.to_file(folder / "a.geojson")
    with xlsxwriter.Workbook(folder / "a.xlsx") as book:
        book.add_worksheet().write_row(0, 0, ["a", "b"])
    pd.DataFrame({"a": [1]}).to_csv(folder / "a.csv.gz")
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_damaged_file_is_read_or_refused(
    data: st.DataObject, good: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    name = data.draw(st.sampled_from(sorted(good)))
    content = bytearray(good[name])
    for _ in range(data.draw(st.integers(0, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("bad") / name
    path.write_bytes(bytes(content[: data.draw(st.integers(1, len(content)))]))
    assert outcome(path) in (None, Level.ERROR)


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=1, max_size=400), st.sampled_from(["", *sorted(CLAIMS)]))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, extension: str
) -> None:
    path = tmp_path_factory.mktemp("any") / f"a{extension}"
    path.write_bytes(content)
    assert outcome(path) in (None, Level.ERROR)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=";,\t|\"\n\r aé1.'", min_size=1, max_size=60))
def test_any_text_is_read_or_empty(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    path = tmp_path_factory.mktemp("text") / "a.csv"
    path.write_bytes(content.encode())
    assert outcome(path) is None or codes(path) == ["fichier-vide"]


@given(st.binary(max_size=300))
def test_recognition_never_fails(head: bytes) -> None:
    assert recognise(head, ".dbf") in {None, *Format}
