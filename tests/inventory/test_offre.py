"""What a town offers is known by fingerprint before it is read, and checked whole on request."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from coeurdeville.core.code import closure
from coeurdeville.core.problems import Level
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.offre import MAKERS, Offre, offer_of
from coeurdeville.inventory.territoire import territory_of_ville
from coeurdeville.inventory.verification import check_ville
from coeurdeville.inventory.ville import FICHIER, open_ville
from coeurdeville.layers.trees import Trees

Csv = Callable[..., Path]
PLACES = [(1, 1), (2, 2), (3, 3)]


def offer(dossier: Path) -> Offre:
    ville = open_ville(dossier)
    return offer_of(ville, territory_of_ville(ville)[0])


@pytest.fixture
def planted(town: Path, csv: Csv) -> Path:
    add_file(town, csv(PLACES, essence=["Tilia cordata"] * 3, hauteur=[5, 6, 7]), "arbres")
    return town


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_outline_is_ground_and_not_on_offer(planted: Path) -> None:
    assert list(offer(planted).couches) == [Trees]


def test_every_entry_of_a_layer_serves(planted: Path, csv: Csv) -> None:
    add_file(planted, csv(PLACES, "autres.csv"), "arbres")
    assert [donnee.id for donnee in offer(planted).donnees[Trees]] == ["arbres", "arbres-2"]


def test_what_reading_says_is_kept(planted: Path, csv: Csv) -> None:
    add_file(planted, csv([*PLACES, (1, 1)], folder="bis"), "arbres")
    made = offer(planted)
    assert made.problems == {}
    assert len(made.couches[Trees].layer) == 4
    assert "points-en-double" in [problem.code for problem in made.problems["arbres"]]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("fichiers/arbres.csv", "5", "6"),
        (FICHIER, 'hauteur_totale = "hauteur"\n', ""),
        (FICHIER, 'titre = "arbres"', 'titre = "Nos arbres"'),
        (FICHIER, 'millesime = ""', 'millesime = "2024"'),
    ],
)
def test_fingerprint_changes_with_the_file_and_its_entry(planted: Path, file: str, old: str, new: str) -> None:
    before = offer(planted).couches[Trees].fingerprint
    assert offer(planted).couches[Trees].fingerprint == before
    if file == FICHIER:
        text = (planted / FICHIER).read_text(encoding="utf-8")
        head, entry = text[: text.index('id = "arbres"')], text[text.index('id = "arbres"') :]
        assert old in entry
        (planted / FICHIER).write_text(head + entry.replace(old, new, 1), encoding="utf-8")
    else:
        rewrite(planted / file, old, new)
    assert offer(planted).couches[Trees].fingerprint != before


def test_fingerprint_changes_with_the_ground_and_with_every_reader(
    planted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ville = open_ville(planted)
    territory, _ = territory_of_ville(ville)
    before = offer_of(ville, territory).couches[Trees].fingerprint
    moved = replace(territory, outline=territory.outline.buffer(1))  # type: ignore[union-attr]
    assert offer_of(ville, moved).couches[Trees].fingerprint != before
    asked: list[str] = []
    monkeypatch.setattr("coeurdeville.core.code.fingerprint", lambda *names: asked.extend(names) or "x")
    assert offer_of(ville, territory).couches[Trees].fingerprint != before
    assert {"coeurdeville.layers.trees", "coeurdeville.readers.csv", "coeurdeville.readers.spreadsheet"} <= set(asked)


def test_a_sound_folder_has_nothing_wrong(planted: Path) -> None:
    assert {problem.level for problem in check_ville(planted)} == {Level.NOTE}


def test_every_problem_of_every_file_is_said(planted: Path, csv: Csv) -> None:
    add_file(planted, csv(PLACES, "lieux.csv", nature=["école"] * 3), "equipements")
    (planted / "fichiers" / "arbres.csv").write_text("")
    rewrite(planted / FICHIER, 'nature = "nature"', 'nature = "nature"\nnom = "libelle"')
    errors = [problem.code for problem in check_ville(planted) if problem.level is Level.ERROR]
    assert errors == ["fichier-vide", "colonne-hors-fichier"]


def test_an_outline_that_cannot_be_read_does_not_hide_the_inventory(planted: Path) -> None:
    rewrite(planted / FICHIER, 'id = "arbres"', 'id = "arbres"\ncouleur = "vert"')
    (planted / "fichiers" / "contour.geojson").write_text("{")
    codes = [problem.code for problem in check_ville(planted)]
    assert codes[0] == "cle-inconnue"
    assert len(codes) > 1


@pytest.mark.parametrize(
    "said",
    [
        'siren = "552100554"',
        'qualite = "bonne"\nniveau = "commune"\ndonnees_personnelles = false',
        'statuts = [{ date = 2026-01-01, statut = "ouverte", auteur = "a", preuve = "p" }]',
        'cooperations = [{ avec = "SIDEC", forme = "convention" }]',
        'conformites = [{ schema = "arbres-urbains", date = 2026-01-01, lignes = 3, conformes = 3 }]',
        'derive_de = ["contour"]',
    ],
)
def test_what_is_said_of_an_entry_recomputes_nothing(planted: Path, said: str) -> None:
    before = offer(planted).couches[Trees].fingerprint
    rewrite(planted / FICHIER, 'id = "arbres"', f'id = "arbres"\n{said}')
    assert offer(planted).couches[Trees].fingerprint == before


def test_the_code_that_reads_a_file_knows_nothing_of_statuses() -> None:
    names = {path.stem for path in closure(*MAKERS)}
    assert {"fabrication", "conversion", "reunion"} <= names
    assert not {"ville", "coherence", "historique", "ecriture", "droit"} & names
