"""`schema valider`: a verdict, a status, reports that are whole, a file that is never touched."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.cli.schemas import progress
from coeurdeville.schemas.cells.text import read_text

Run = Callable[..., Any]
SCHEMA = {
    "name": "arbres",
    "title": "Arbres",
    "version": "1.0.0",
    "fields": [
        {"name": "id", "type": "integer", "constraints": {"required": True}},
        {"name": "hauteur", "type": "number"},
    ],
}


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "schema.json"
    path.write_text(json.dumps(SCHEMA), encoding="utf-8")
    return path


@pytest.fixture
def table(tmp_path: Path) -> Callable[[str], Path]:
    """A file of trees."""

    def write(text: str) -> Path:
        path = tmp_path / "arbres.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_file_that_conforms_ends_well(coeurdeville: Run, table: Run, schema: Path) -> None:
    ran = coeurdeville("schema", "valider", table("id;hauteur\n1;2\n2;3\n"), "--schema", schema)
    assert ran.status == 0
    assert ran.out == "arbres.csv respecte le schéma « Arbres » 1.0.0 : aucune erreur sur 2 lignes.\n"


def test_a_file_that_does_not_conform_says_all_and_fails(coeurdeville: Run, table: Run, schema: Path) -> None:
    ran = coeurdeville("schema", "valider", table("id;hauteur\nx;2\n;abc\n"), "--schema", schema)
    assert ran.status == 1
    assert "3 erreurs de 2 sortes sur 2 lignes" in ran.out
    assert "ligne 2 : « x »" in ran.out
    assert "ligne 3 : « abc »" in ran.out
    assert not ran.err


def test_columns_are_found_by_name_unless_it_is_strict(coeurdeville: Run, table: Run, schema: Path) -> None:
    path = table("hauteur;id\n2,5;1\n2;2\n".replace(",", "."))
    assert coeurdeville("schema", "valider", path, "--schema", schema).status == 0
    strict = coeurdeville("schema", "valider", path, "--schema", schema, "--strict")
    assert strict.status == 1
    assert "incorrect-label" in strict.out


def test_the_three_reports_hold_the_same_errors(
    coeurdeville: Run, table: Run, schema: Path, tmp_path: Path, state: Callable[[Path], dict[str, str]]
) -> None:
    path = table("id;hauteur\n" + "x;abc\n" * 80)
    before = path.read_bytes()
    out = tmp_path / "rapports"
    ran = coeurdeville("schema", "valider", path, "--schema", schema,
                       "--json", out / "v.json", "--csv", out / "v.csv", "--html", out / "v.html")  # fmt: skip
    assert ran.status == 1
    assert set(state(out)) == {"v.json", "v.csv", "v.html"}
    assert json.loads((out / "v.json").read_bytes())["erreurs"] == 160
    rows = list(csv.reader(io.StringIO((out / "v.csv").read_text("utf-8-sig")), delimiter=";"))
    assert len(rows) == 161
    assert "160 erreurs" in (out / "v.html").read_text("utf-8").replace("\u00a0", " ")
    assert path.read_bytes() == before
    assert str(out / "v.csv") in ran.out


def test_a_report_never_takes_the_place_of_a_file_that_is_read(coeurdeville: Run, table: Run, schema: Path) -> None:
    path = table("id;hauteur\n1;2\n")
    for words in (("--csv", path), ("--json", schema), ("--csv", "r.csv", "--json", "r.csv")):
        ran = coeurdeville("schema", "valider", path, "--schema", schema, *words)
        assert ran.status == 1
        assert "rapport-sur-un-fichier-lu" in ran.err
    assert path.read_text("utf-8") == "id;hauteur\n1;2\n"


def test_a_faulty_schema_is_said_and_what_can_be_checked_is(coeurdeville: Run, table: Run, tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    path.write_text('{"name": "s", "fields": [{"name": "id", "type": "entier"}, {"name": "h", "type": "number"}]}')
    ran = coeurdeville("schema", "valider", table("id;h\n1;abc\n"), "--schema", path)
    assert ran.status == 1
    assert "le type « entier » n’existe pas" in ran.out
    assert "« h » doit contenir un nombre" in ran.out


@pytest.mark.parametrize("text", ["[1]", "{}", '{"fields": 3}', "{"])
def test_what_is_not_a_schema_is_refused(coeurdeville: Run, table: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "s.json").write_text(text)
    ran = coeurdeville("schema", "valider", table("id\n1\n"), "--schema", tmp_path / "s.json")
    assert ran.status == 1
    assert "schema-illisible" in ran.err


def test_a_file_that_is_not_there_is_refused(coeurdeville: Run, schema: Path, tmp_path: Path) -> None:
    ran = coeurdeville("schema", "valider", tmp_path / "absent.csv", "--schema", schema)
    assert ran.status == 1
    assert "absent.csv" in ran.err


def test_the_schema_must_be_named(coeurdeville: Run, table: Run) -> None:
    assert coeurdeville("schema", "valider", table("id\n1\n")).status == 2


def test_an_own_schema_is_found_by_its_name(coeurdeville: Run, table: Run) -> None:
    ran = coeurdeville("schema", "valider", table("x\n1\n"), "--schema", "Arbres-Urbains")
    assert ran.status == 1
    assert "ne respecte pas le schéma « Arbres urbains »" in ran.out


def test_a_bar_follows_a_large_file_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, table: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "LARGE", 1)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress.shown(read_text(table("id;h\n" + "12;34\n" * 500))) as cells:
        assert sum(len(part.rows) for part in cells.parts) == 500
    assert "100%" in capsys.readouterr().err


def test_no_bar_is_drawn_elsewhere(table: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with progress.shown(read_text(table("id;h\n1;2\n"))) as cells:
        assert sum(len(part.rows) for part in cells.parts) == 1
    assert not capsys.readouterr().err


PLACES = {"fields": [{"name": "longitude", "type": "number"}, {"name": "latitude", "type": "number"}]}


def test_points_out_of_the_town_are_a_warning_unless_it_is_not_wanted(
    coeurdeville: Run, table: Run, tmp_path: Path
) -> None:
    (tmp_path / "s.json").write_text(json.dumps(PLACES))
    words = ("schema", "valider", table("longitude;latitude\n3.29;49.84\n3.287;49.85\n5.36;43.29\n"),
             "--schema", tmp_path / "s.json", "--commune", "02691")  # fmt: skip
    ran = coeurdeville(*words)
    assert ran.status == 0
    assert "Points hors de la commune [hors-de-la-commune]" in ran.out
    assert "ligne 4" in ran.out
    assert "hors-de-la-commune" not in coeurdeville(*words, "--sans-vraisemblance").out


def test_a_town_whose_ground_is_not_known_is_said(coeurdeville: Run, table: Run, tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text(json.dumps(PLACES))
    path = table("longitude;latitude\n3.29;49.84\n")
    ran = coeurdeville("schema", "valider", path, "--schema", tmp_path / "s.json", "--commune", "01001")
    assert ran.status == 0
    assert "n’est pas connue : que les points y soient n’est pas vérifié." in ran.out


def test_an_unknown_town_is_refused(coeurdeville: Run, table: Run, schema: Path) -> None:
    ran = coeurdeville("schema", "valider", table("id;hauteur\n1;2\n"), "--schema", schema, "--commune", "99999")
    assert ran.status == 1
    assert "commune-inconnue" in ran.err


def test_a_part_of_an_archive_is_read(coeurdeville: Run, schema: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        archive.writestr("a.csv", "id;hauteur\n1;2\n")
        archive.writestr("b.csv", "id;hauteur\nx;2\n")
    words = ("schema", "valider", tmp_path / "d.zip", "--schema", schema, "--feuille")
    assert coeurdeville(*words, "a.csv").status == 0
    assert coeurdeville(*words, "b.csv").status == 1


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys; sys.argv = ['coeurdeville', 'schema', 'valider', '--aide']\n"
        "from coeurdeville.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit as stop:\n    assert not stop.code\n"
        "print(' '.join(sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "--sans-vraisemblance" in ran.stdout
    assert not {"polars", "numpy", "pandas", "shapely", "httpx"} & set(ran.stderr.split())
