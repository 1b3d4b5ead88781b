"""An inventory is read at a glance, an entry with its whole history."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
ENTRY = """
[[donnees]]
id = "arbres"
couche = "arbres"
titre = "Arbres d’alignement"
adresse = "https://ville.fr/arbres"
producteur = "Ville de Valbois"
detenteur = "SIVOM du Val"
siren = "552100554"
nature = "syndicat"
licence = "lov2"
millesime = "2024"
rythme = "Annuelle"
donnees_personnelles = false
remarque = "à revoir"
conformites = [{ schema = "arbres-urbains", date = 2026-02-01, lignes = 1000, conformes = 980 }]
cooperations = [{ avec = "SIDEC", forme = "convention", nature = "syndicat", objet = "relevé", cout = "gratuit" }]

[[donnees.statuts]]
date = 2026-01-01
statut = "non-ouverte-securite"
auteur = "Léa"
preuve = "lettre"
motif = "réseau"
fondement = "crpa-l311-5"
reponse = "À revoir en mars."
reponse_date = 2026-01-15

[[donnees.statuts]]
date = 2026-03-01
statut = "ouverte"
auteur = "Zoé"
preuve = "https://ville.fr"

[[donnees]]
id = "eau"
couche = "rivieres"
titre = "Eau"
"""


@pytest.fixture
def listed(valbois: Path) -> Path:
    file = valbois / "ville.toml"
    file.write_text(file.read_text(encoding="utf-8") + ENTRY, encoding="utf-8")
    return valbois


def test_the_inventory_is_a_table(listed: Path, coeurdeville: Run) -> None:
    ran = coeurdeville("inventaire", "montrer", listed)
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert lines[0] == "Valbois (00042) : 3 données"
    assert lines[1].split() == ["donnée", "couche", "statut", "qui", "la", "tient"]
    at = next(rank for rank, line in enumerate(lines) if line.startswith("arbres "))
    assert "déjà ouverte (01/03/2026)" in lines[at]
    assert "SIVOM du Val (syndicat intercommunal ou mixte)" in lines[at]
    assert lines[at].index("arbres", 1) == lines[1].index("couche")
    assert lines[at + 1].strip() == (
        "Arbres d’alignement ; Licence Ouverte 2.0 ; 2024 ; mise à jour : annuelle ; "
        "arbres-urbains : 980 lignes conformes sur 1 000 (98 %), le 01/02/2026"
    )


def test_an_entry_set_aside_is_shown_with_what_to_do(listed: Path, coeurdeville: Run) -> None:
    out = coeurdeville("inventaire", "montrer", listed).out
    assert "écartée : coeurdeville ville verifier dit pourquoi ; Eau" in out
    assert "écartée" in coeurdeville("inventaire", "montrer", listed, "eau").out


def test_one_entry_is_shown_whole_with_its_history(listed: Path, coeurdeville: Run) -> None:
    ran = coeurdeville("inventaire", "montrer", listed, "Arbres")
    assert ran.status == 0
    for said in (
        "SIVOM du Val", "Ville de Valbois", "552100554", "n’en contient pas", "remarque : à revoir",
        "980 lignes conformes sur 1 000 (98 %), le 01/02/2026",
        "avec SIDEC (syndicat intercommunal ou mixte), convention ; relevé ; coût : gratuit",
        "motif : réseau", "fondement : CRPA, art. L311-5 (", "d’après Léa ; preuve : lettre",
        "réponse du détenteur, 15/01/2026 : « À revoir en mars. »",
    ):  # fmt: skip
        assert said in ran.out
    assert ran.out.index("01/03/2026  déjà ouverte") < ran.out.index("01/01/2026  non ouverte : sécurité")


def test_a_status_to_come_is_shown_and_is_not_that_of_today(listed: Path, coeurdeville: Run) -> None:
    file = listed / "ville.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("2026-03-01", "2926-03-01"), encoding="utf-8")
    assert "non ouverte : sécurité (01/01/2026)" in coeurdeville("inventaire", "montrer", listed).out
    one = coeurdeville("inventaire", "montrer", listed, "arbres").out
    assert "01/03/2926  déjà ouverte (à venir : ne compte pas encore)" in one


def test_a_day_that_cannot_be_read_is_said(listed: Path, coeurdeville: Run) -> None:
    file = listed / "ville.toml"
    text = file.read_text(encoding="utf-8").replace("2026-03-01", '"mars"').replace("2026-01-01", '"janvier"')
    file.write_text(text, encoding="utf-8")
    out = coeurdeville("inventaire", "montrer", listed).out
    assert "(date illisible)" in out
    assert "01/01/1" not in out + coeurdeville("inventaire", "montrer", listed, "arbres").out


def test_a_holder_that_names_nobody_is_to_be_told(listed: Path, coeurdeville: Run) -> None:
    file = listed / "ville.toml"
    text = file.read_text(encoding="utf-8").replace("SIVOM du Val", "?").replace('"Ville de Valbois"', '"inconnu"')
    file.write_text(text, encoding="utf-8")
    assert "à préciser (écrit : ?)" in coeurdeville("inventaire", "montrer", listed, "arbres").out


def test_what_is_not_known_is_said(valbois: Path, coeurdeville: Run) -> None:
    out = coeurdeville("inventaire", "montrer", valbois, "contour").out
    assert "personne n’a regardé" in out
    assert out.count("à préciser") >= 8


def test_a_text_cannot_act_on_the_terminal(valbois: Path, coeurdeville: Run) -> None:
    file = valbois / "ville.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('"contour"\n', '"contour"\nqualite = "a\\u001b[2Jb"\n', 1))
    out = coeurdeville("inventaire", "montrer", valbois, "contour").out
    assert "\x1b[2J" not in out
    assert "a␛[2Jb" in out


def test_a_new_inventory_is_empty_and_no_mistake(valbois: Path, coeurdeville: Run) -> None:
    file = valbois / "ville.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("[[donnees]]")], encoding="utf-8")
    assert coeurdeville("inventaire", "montrer", valbois).out == "Valbois (00042) : 0 donnée\n"
