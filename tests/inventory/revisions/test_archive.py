"""A town folder as one file, and back: what is dangerous or of another town is refused and nothing is kept."""

import io
import json
import stat
import zipfile
from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.inventory.revisions.depot import Depot

from .conftest import NOON, say

TOWN = '[ville]\nnom = "Valbois-sur-Ourle"\ncommune = "00042"\n'


def zipped(folder: Path, *members: tuple[str | zipfile.ZipInfo, str]) -> Path:
    path = folder / "dossier.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def refusal(depot: Depot, archive: Path) -> list[str]:
    with pytest.raises(Refused) as caught:
        depot.importer(archive, "Luc", "Import")
    assert [one.numero for one in depot.revisions()] == [1]
    assert list((depot.folder / "travail").iterdir()) == []
    return [problem.code for problem in caught.value.problems]


def test_the_file_holds_the_latest_folder_and_its_history(depot: Depot) -> None:
    depot.enregistrer(1, say("arbres", detenteur="Agglo"), "Luc", "Transfert", quand=NOON)
    with zipfile.ZipFile(io.BytesIO(depot.exporter())) as archive:
        assert archive.namelist() == ["fichiers/arbres.csv", "ville.toml", "revisions.json"]
        assert archive.read("fichiers/arbres.csv") == b"essence\ntilleul\n"
        history = json.loads(archive.read("revisions.json"))
    assert [(one["numero"], one["auteur"], one["motif"]) for one in history] == [
        (1, "Ana Roy", "Création du dossier"),
        (2, "Luc", "Transfert"),
    ]


def test_what_was_exported_comes_back_as_it_was(depot: Depot, tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(depot.exporter())
    depot.enregistrer(1, say("arbres", detenteur="Agglo"), "Luc", "Transfert")
    back = depot.importer(tmp_path / "export.zip", "Ana", "Import")
    assert (back.numero, back.fichiers) == (3, depot.revision(1).fichiers)
    other = Depot(tmp_path / "ailleurs" / "00042")
    assert other.importer(tmp_path / "export.zip", "Ana", "Import").fichiers == back.fichiers


def test_a_folder_zipped_as_a_system_does_it(depot: Depot, tmp_path: Path) -> None:
    archive = zipped(
        tmp_path,
        ("Valbois/ville.toml", TOWN),
        ("Valbois/fichiers/arbres publics.csv", "essence\n"),
        ("Valbois/.DS_Store", "x"),
        ("__MACOSX/Valbois/._ville.toml", "x"),
    )
    assert list(depot.importer(archive, "Ana", "Import").fichiers) == ["fichiers/arbres publics.csv", "ville.toml"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../ville.toml", "archive-dangereuse"),
        ("/etc/passwd", "archive-dangereuse"),
        ("C:\\windows\\x", "archive-dangereuse"),
        ("fichiers\\..\\..\\x", "archive-dangereuse"),
        ("fichiers/.cache", "nom-de-fichier-refuse"),
        ("fichiers/a:b.csv", "nom-de-fichier-refuse"),
        ("fichiers/\u202egpj.csv", "nom-de-fichier-refuse"),
        ("fichiers/point.", "nom-de-fichier-refuse"),
        ("VILLE.TOML", "nom-de-fichier-refuse"),
        ("a/b/c/d/e/f/g.csv", "nom-de-fichier-refuse"),
        (f"fichiers/{'x' * 250}.csv", "nom-de-fichier-refuse"),
    ],
)
def test_a_hostile_name_is_refused(depot: Depot, tmp_path: Path, name: str, code: str) -> None:
    assert refusal(depot, zipped(tmp_path, ("ville.toml", TOWN), (name, "x"))) == [code]


def test_a_link_is_refused(depot: Depot, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("fichiers/lien")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert refusal(depot, zipped(tmp_path, ("ville.toml", TOWN), (link, "/etc/passwd"))) == ["archive-dangereuse"]


def test_a_bomb_is_refused(depot: Depot, tmp_path: Path) -> None:
    archive = zipped(tmp_path, ("ville.toml", TOWN), ("fichiers/arbres.csv", "0" * (60 * 1024**2)))
    assert refusal(depot, archive) == ["archive-dangereuse"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_given_twice_is_refused(depot: Depot, tmp_path: Path) -> None:
    archive = zipped(tmp_path, ("ville.toml", TOWN), ("ville.toml", TOWN))
    assert refusal(depot, archive) == ["nom-de-fichier-refuse"]


@pytest.mark.parametrize(
    "members",
    [
        [("notes.txt", "x")],
        [("a/b/ville.toml", TOWN)],
        [("a/ville.toml", TOWN), ("b/ville.toml", TOWN)],
        [("a/ville.toml", TOWN), ("b.csv", "x")],
    ],
)
def test_what_is_no_town_folder_is_refused(depot: Depot, tmp_path: Path, members: list[tuple[str, str]]) -> None:
    assert refusal(depot, zipped(tmp_path, *members)) == ["dossier-sans-ville"]


def test_another_town_and_a_text_that_cannot_be_read_are_refused(depot: Depot, tmp_path: Path) -> None:
    assert refusal(depot, zipped(tmp_path, ("ville.toml", TOWN.replace("00042", "00043")))) == [
        "dossier-d-une-autre-commune"
    ]
    assert refusal(depot, zipped(tmp_path, ("ville.toml", "[ville"))) == ["toml-illisible"]


@pytest.mark.parametrize("kept", [0, 40, 200])
def test_a_file_cut_short_is_refused(depot: Depot, tmp_path: Path, kept: int) -> None:
    path = tmp_path / "coupe.zip"
    path.write_bytes(depot.exporter()[:kept])
    assert refusal(depot, path) == ["fichier-illisible"]


def test_a_content_that_is_damaged_is_refused(depot: Depot, tmp_path: Path) -> None:
    content = bytearray(depot.exporter())
    content[45:55] = b"\xff" * 10
    path = tmp_path / "abime.zip"
    path.write_bytes(content)
    assert refusal(depot, path) == ["fichier-illisible"]
