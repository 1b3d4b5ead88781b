"""`inventaire demander`: the letter on the screen or in a file, the ground and the clock beside it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def ville(valbois: Path) -> Path:
    """The fictional town, with trees held by a syndicate and no more."""
    file = valbois / "ville.toml"
    entry = """
[[donnees]]
id = "alignements"
couche = "arbres"
titre = "Arbres de rue"
producteur = "Syndicat du Val"
acteur = "public-local"
"""
    file.write_text(file.read_text(encoding="utf-8") + entry, encoding="utf-8")
    return valbois


def test_the_letter_the_ground_and_the_clock(coeurdeville, ville: Path) -> None:
    ran = coeurdeville(
        "inventaire", "demander", ville, "alignements", "--date", "25/11/2026", "--recue-le", "31/01/2027"
    )
    assert ran.status == 0
    assert "Valbois, le 25 novembre 2026" in ran.out
    assert "Objet : demande de communication des données « Arbres de rue »" in ran.out
    assert "Fondement : D’administration à administration (administration)" in ran.out
    assert "environnement " in ran.out
    assert "CRPA, art. R343-1" in ran.out
    assert "[à vérifier, lu le 25/11/2026]" in ran.out
    assert "28/02/2027" in ran.out
    assert "28/04/2027" in ran.out


def test_the_ground_can_be_changed(coeurdeville, ville: Path) -> None:
    ran = coeurdeville("inventaire", "demander", ville, "alignements", "--fondement", "courtoisie")
    assert ran.status == 0
    assert "Objet : proposition de partage des données « Arbres de rue »" in ran.out
    assert "aucune obligation" not in ran.out
    refused = coeurdeville("inventaire", "demander", ville, "alignements", "--fondement", "force")
    assert refused.status == 1
    assert "Pour ce détenteur, le fondement « force » n’existe pas" in refused.err


def test_a_layer_that_the_inventory_lacks(coeurdeville, ville: Path) -> None:
    ran = coeurdeville("inventaire", "demander", ville, "reseau-pluvial")
    assert ran.status == 0
    assert "[detenteur-suppose]" in ran.err
    assert "À savoir, et à ne pas envoyer :" in ran.out


@pytest.mark.parametrize(("name", "start"), [("lettre.pdf", b"%PDF-1.7"), ("lettre.txt", b"Commune de Valbois")])
def test_the_letter_is_written(coeurdeville, ville: Path, tmp_path: Path, name: str, start: bytes) -> None:
    ran = coeurdeville("inventaire", "demander", ville, "alignements", "--sortie", tmp_path / name)
    assert ran.status == 0
    assert (tmp_path / name).read_bytes().startswith(start)
    assert "Madame" not in ran.out
    assert "Fondement :" in ran.out


def test_a_letter_already_there_is_kept_unless_told(coeurdeville, ville: Path, tmp_path: Path) -> None:
    path = tmp_path / "lettre.txt"
    path.write_text("signée", encoding="utf-8")
    refused = coeurdeville("inventaire", "demander", ville, "alignements", "--sortie", path)
    assert (refused.status, refused.out) == (1, "")
    assert "[export-deja-la]" in refused.err
    assert "--ecraser" in refused.err
    assert path.read_text(encoding="utf-8") == "signée"
    assert coeurdeville("inventaire", "demander", ville, "alignements", "--sortie", path, "--ecraser").status == 0
    assert path.read_text(encoding="utf-8").startswith("Commune de Valbois")


def test_the_sender_reads_the_article_that_the_letter_leaves_out(coeurdeville, ville: Path) -> None:
    letter, beside = coeurdeville("inventaire", "demander", ville, "alignements").out.split("À savoir, et à ne pas")
    assert "L114-8" not in letter
    assert "CRPA, art. L114-8" in beside


def test_what_is_past_is_said(coeurdeville, ville: Path) -> None:
    words = ("--date", "02/01/2026", "--recue-le", "05/01/2026")
    out = coeurdeville("inventaire", "demander", ville, "alignements", *words).out
    assert "passé depuis le 05/02/2026" in out
    assert "passé depuis le 05/04/2026" in out


def test_an_unknown_entry_names_the_nearest(coeurdeville, ville: Path) -> None:
    ran = coeurdeville("inventaire", "demander", ville, "alignement")
    assert ran.status == 1
    assert "[entree-inconnue]" in ran.err
    assert "« alignements »" in ran.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--date", "31/02/2026"), "jour-illisible"),
        (("--recue-le", "2026-11-25"), "jour-illisible"),
        (("--date", "25/11/2026", "--recue-le", "24/11/2026"), "recue-avant-d-etre-ecrite"),
        (("--sortie", "lettre.docx"), "forme-de-lettre-inconnue"),
    ],
)
def test_bad_input_is_said(coeurdeville, ville: Path, words: tuple[str, ...], code: str) -> None:
    ran = coeurdeville("inventaire", "demander", ville, "alignements", *words)
    assert ran.status == 1
    assert f"[{code}]" in ran.err
    assert ran.out == ""


def test_both_wrong_days_are_said_at_once(coeurdeville, ville: Path) -> None:
    ran = coeurdeville("inventaire", "demander", ville, "alignements", "--date", "hier", "--recue-le", "demain")
    assert ran.err.count("[jour-illisible]") == 2


def test_no_folder_of_a_town(coeurdeville, tmp_path: Path) -> None:
    ran = coeurdeville("inventaire", "demander", tmp_path / "rien", "arbres")
    assert ran.status == 1
    assert "[ville-introuvable]" in ran.err


def test_nothing_is_asked_of_data_that_are_open_or_do_not_exist_unless_forced(
    coeurdeville: Callable[..., Any], valbois: Path, tmp_path: Path
) -> None:
    with (valbois / "ville.toml").open("a", encoding="utf-8") as toml:
        toml.write('\n[[donnees]]\nid = "frais"\ncouche = "lieux-frais"\ntitre = "Lieux frais"\ndetenteur = "Ville"\n'
                   'nature = "commune"\nstatuts = [{ date = 2026-01-05, statut = "n-existe-pas", auteur = "A", '
                   'preuve = "B" }]\n')  # fmt: skip
    refused = coeurdeville("inventaire", "demander", valbois, "frais", "--sortie", tmp_path / "l.txt")
    assert refused.status == 1
    assert "[rien-a-demander]" in refused.err
    assert not (tmp_path / "l.txt").exists()
    forced = coeurdeville("inventaire", "demander", valbois, "frais", "--sortie", tmp_path / "l.txt", "--forcer")
    assert forced.status == 0
    assert (tmp_path / "l.txt").is_file()


def test_a_national_layer_points_to_who_publishes_it(coeurdeville: Callable[..., Any], tmp_path: Path) -> None:
    assert coeurdeville("ville", "creer", tmp_path / "sq", "--commune", "02691").status == 0
    told = coeurdeville("inventaire", "demander", tmp_path / "sq", "batiments").err
    assert "[donnee-deja-diffusee]" in told
    assert "source chercher <dossier> ign-bdtopo-batiments" in told


def test_an_error_elsewhere_does_not_stop_the_letter(coeurdeville: Callable[..., Any], valbois: Path) -> None:
    with (valbois / "ville.toml").open("a", encoding="utf-8") as toml:
        toml.write('\n[[donnees]]\nid = "autre"\ncouche = "haies"\nacteur = "bizarre"\n')
    ran = coeurdeville("inventaire", "demander", valbois, "reseau-pluvial")
    assert ran.status == 0
    assert "[code-inconnu]" in ran.err
    assert coeurdeville("inventaire", "demander", valbois, "autre").status == 1
