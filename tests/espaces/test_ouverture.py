"""Opening a space: from nothing, from a folder, from a ZIP file of one."""

import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from coeurdeville.espaces.lieux import depot
from coeurdeville.espaces.models import Espace
from coeurdeville.espaces.ouverture import importer_dossier, ouvrir_espace
from coeurdeville.inventory.ville import FICHIER, open_ville

pytestmark = pytest.mark.django_db


def test_new_space_has_an_empty_inventory_as_first_revision(donnees: Path) -> None:
    espace = ouvrir_espace("02691", "Ada")
    assert (espace.nom, espace.revision) == ("Saint-Quentin", 1)
    assert open_ville(depot("02691").ouvrir()).donnees == ()
    assert ouvrir_espace("02691", "Ada") == espace
    assert len(depot("02691").revisions()) == 1


def test_folder_becomes_the_first_revision_without_its_results(donnees: Path, dossier: Path, tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(dossier, source)
    (source / ".coeurdeville").mkdir()
    (source / ".coeurdeville" / "cache").write_text("à laisser")
    espace = importer_dossier(source, "Ada")
    first = depot(espace.commune).revisions()[0]
    assert (espace.commune, espace.nom, espace.revision) == ("00001", "Valmorin-sur-Aune", 1)
    assert sorted({path.split("/")[0] for path in first.fichiers}) == ["fichiers", "ville.toml"]
    assert first.auteur == "Ada"


def test_second_import_is_the_next_revision(espace: Espace, dossier: Path, tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(dossier, source)
    with (source / FICHIER).open("a", encoding="utf-8") as file:
        file.write("# une remarque\n")
    assert importer_dossier(source, "Ada").revision == 2
    assert importer_dossier(source, "Ada").revision == 2


def test_zip_of_a_folder_opens_the_same_space(
    donnees: Path, dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = shutil.make_archive(str(tmp_path / "ville"), "zip", dossier.parent, dossier.name)
    call_command("importer_dossier", archive)
    assert capsys.readouterr().out == "Valmorin-sur-Aune (00001) : révision 1.\n"
    assert (depot("00001").ouvrir() / FICHIER).read_bytes() == (dossier / FICHIER).read_bytes()


@pytest.mark.parametrize(
    ("content", "code"), [(None, "ville-introuvable"), ('[ville]\nnom = "X"\n', "dossier-sans-commune")]
)
def test_folder_that_is_no_town_is_refused(donnees: Path, tmp_path: Path, content: str | None, code: str) -> None:
    if content:
        (tmp_path / FICHIER).write_text(content, "utf-8")
    with pytest.raises(CommandError, match=code):
        call_command("importer_dossier", tmp_path)
    assert Espace.objects.count() == 0
