"""`inventaire exporter`, `importer` and `gabarit`, as a town officer runs them."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

Run = Callable[..., object]


def test_inventory_goes_through_a_workbook_and_back(coeurdeville, valbois: Path, tmp_path: Path, state) -> None:
    ran = coeurdeville("inventaire", "exporter", valbois, "--format", "classeur", "--sortie", tmp_path / "i.xlsx")
    assert (ran.status, ran.out.strip()) == (0, f"Écrit : {tmp_path / 'i.xlsx'} (1 donnée).")
    before = state(valbois)
    ran = coeurdeville("inventaire", "importer", valbois, tmp_path / "i.xlsx")
    assert ran.status == 0
    assert "1 donnée laissée : « contour »" in ran.out
    assert "--remplacer" in ran.err
    assert state(valbois) == before
    ran = coeurdeville("inventaire", "importer", valbois, tmp_path / "i.xlsx", "--remplacer")
    assert "1 donnée inchangée : « contour »" in ran.out
    assert state(valbois) == before
    assert coeurdeville("ville", "verifier", valbois).status == 0


def test_template_filled_by_hand_is_imported(coeurdeville, valbois: Path, tmp_path: Path) -> None:
    path = tmp_path / "gabarit.xlsx"
    assert coeurdeville("inventaire", "gabarit", "--sortie", path).status == 0
    book = openpyxl.load_workbook(path)
    book["Données"].append(["", "Arbres d’alignement", "Arbres"])
    book["Statuts"].append(["arbres-d-alignement", "1er mars 2026", "ouvert ?"])
    book.save(path)
    again = coeurdeville("inventaire", "gabarit", "--sortie", path)
    assert (again.status, "peut-être rempli" in again.err) == (1, True)
    ran = coeurdeville("inventaire", "importer", valbois, path)
    assert ran.status == 0
    assert "Lu comme le classeur : 1 donnée." in ran.out
    assert "« arbres-d-alignement »" in ran.err


def test_hand_made_csv_is_recognised(coeurdeville, valbois: Path, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(
        "Nom du jeu de données;Statut;Licence\nArbres;ouvert ?;LO\nFriches;n'existe pas;\n".encode("cp1252")
    )
    ran = coeurdeville("inventaire", "importer", valbois, path)
    assert ran.status == 0
    assert "2 données ajoutées : « arbres » et « friches »" in ran.out
    assert "« ouvert ? »" in ran.err
    assert "ligne 2" in ran.err


def test_scdl_without_siret_is_refused_and_nothing_is_written(coeurdeville, valbois: Path, tmp_path: Path) -> None:
    coeurdeville("inventaire", "importer", valbois, _open_list(tmp_path))
    ran = coeurdeville("inventaire", "exporter", valbois, "--format", "scdl", "--sortie", tmp_path / "c.csv")
    assert ran.status == 1
    assert "COLL_SIRET" in ran.err
    assert not (tmp_path / "c.csv").exists()


def test_scdl_is_written_with_a_siret(coeurdeville, valbois: Path, tmp_path: Path) -> None:
    coeurdeville("inventaire", "importer", valbois, _open_list(tmp_path))
    ran = coeurdeville(
        "inventaire", "exporter", valbois, "--format", "scdl", "--sortie", tmp_path / "c.csv",
        "--siret", "213 502 362 00014",
    )  # fmt: skip
    assert ran.status == 0, ran.err
    assert "(1 donnée)" in ran.out
    assert "Commune de Valbois,21350236200014,arbres,Arbres," in (tmp_path / "c.csv").read_text()


def _open_list(folder: Path) -> Path:
    path = folder / "ouvertes.csv"
    row = {
        "Titre": "Arbres", "Producteur": "Ville de Valbois", "Statut": "ouvert", "Licence": "LO", "Millésime": "2024",
        "Étendue": "commune", "Adresse": "https://data.example.org/a", "Description": "Des arbres.",
        "Date de publication": "01/02/2026", "Date de mise à jour": "02/02/2026", "Formats": "csv",
    }  # fmt: skip
    path.write_text(f"{';'.join(row)}\n{';'.join(row.values())}\n", encoding="utf-8")
    return path


def test_replacing_says_what_it_replaces_and_keeps_what_is_blank(coeurdeville, valbois: Path, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Identifiant;Titre;Statut;SIREN\ncontour;Limites;fermée;\n", encoding="utf-8")
    before = (valbois / "ville.toml").read_text(encoding="utf-8")
    ran = coeurdeville("inventaire", "importer", valbois, path, "--remplacer")
    assert "1 donnée complétée : « contour »" in ran.out
    assert "→ Limites" in ran.err
    after = (valbois / "ville.toml").read_text(encoding="utf-8")
    changed = set(after.splitlines()) - set(before.splitlines())
    assert changed == {'titre = "Limites"', 'statut_lu = "fermée"'}


def test_help_says_what_replacing_does_and_which_lines_are_not_taken(coeurdeville) -> None:
    text = " ".join(coeurdeville("inventaire", "importer", "--help").out.split())
    assert "une cellule vide n’efface rien" in text
    assert "est signalée et n’est pas reprise" in text
    assert "Aucune ligne" not in text


def test_rows_of_an_entry_that_only_the_town_has_are_added_to_it(coeurdeville, valbois: Path, tmp_path: Path) -> None:
    path = tmp_path / "gabarit.xlsx"
    coeurdeville("inventaire", "gabarit", "--sortie", path)
    book = openpyxl.load_workbook(path)
    book["Données"].append(["", "Arbres", "Arbres"])
    book["Statuts"].append(["contour", "01/03/2026", "déjà ouverte", "SIG"])
    book["Statuts"].append(["licorne", "01/03/2026", "déjà ouverte", "SIG"])
    book.save(path)
    ran = coeurdeville("inventaire", "importer", valbois, path)
    assert "1 donnée complétée : « contour »" in ran.out
    assert "« licorne » n’est l’identifiant d’aucune donnée" in ran.err
    assert "date = 2026-03-01" in (valbois / "ville.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("slug", ["etalab", "collections", "dcat"])
def test_each_form_is_written_or_says_why_not(slug: str, coeurdeville, valbois: Path, tmp_path: Path) -> None:
    ran = coeurdeville("inventaire", "exporter", valbois, "--format", slug, "--sortie", tmp_path / "x")
    assert ran.status == (1 if slug == "etalab" else 0)
    assert (tmp_path / "x").exists() is (slug != "etalab")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a;b\n1;2\n", "forme-d-echange-inconnue"),
        (b'{"a": [1', "fichier-illisible"),
        (b'{"a": 1}', "forme-d-echange-inconnue"),
        (b"%PDF-1.4", "format-inconnu"),
        (b"", "fichier-vide"),
        (b"[" * 100_000, "fichier-illisible"),
    ],
)
def test_a_file_that_is_not_an_inventory_is_refused_in_french(
    content: bytes, code: str, coeurdeville, valbois: Path, tmp_path: Path, state
) -> None:
    path = tmp_path / "x.dat"
    path.write_bytes(content)
    before = state(valbois)
    ran = coeurdeville("inventaire", "importer", valbois, path)
    assert (ran.status, f"[{code}]" in ran.err) == (1, True), ran.err
    assert state(valbois) == before


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--format", "excel"), "nom-inconnu"),
        (("--format", "dcat", "--siret", "123"), "siret-de-producteur-faux"),
        (("--format", "etalab", "--contact", "mairie"), "echange-contact-sans-courriel"),
        (("--format", "etalab", "--contact", "jean.martin@valbois.example"), "echange-contact-personnel"),
    ],
)
def test_options_that_are_wrong_are_refused(
    options: tuple[str, ...], code: str, coeurdeville, valbois: Path, tmp_path: Path
) -> None:
    ran = coeurdeville("inventaire", "exporter", valbois, "--sortie", tmp_path / "x", *options)
    assert (ran.status, f"[{code}]" in ran.err) == (1, True), ran.err


def test_an_export_takes_the_place_of_nothing(coeurdeville, valbois: Path, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("à moi")
    words = ("inventaire", "exporter", valbois, "--format", "dcat", "--sortie", tmp_path / "x")
    assert coeurdeville(*words).status == 1
    assert (tmp_path / "x").read_text() == "à moi"
    assert coeurdeville(*words, "--ecraser").status == 0


def test_entries_with_errors_are_not_exported_and_it_is_said(coeurdeville, valbois: Path, tmp_path: Path) -> None:
    with (valbois / "ville.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[donnees]]\nid = "faux"\ncouche = "licornes"\ntitre = "Licornes"\n')
    ran = coeurdeville("inventaire", "exporter", valbois, "--format", "classeur", "--sortie", tmp_path / "i.xlsx")
    assert ran.status == 0
    assert "1 donnée de la ville, dont l’entrée de ville.toml a des erreurs" in ran.err
    assert "faux" in ran.err
