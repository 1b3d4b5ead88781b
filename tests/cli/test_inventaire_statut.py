"""A status is noted with who says it and on what evidence; the holder answers to it."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.cli.inventaires.statut import CODES, command
from coeurdeville.inventory.ville import open_ville
from coeurdeville.inventory.vocabulaire import Ouverture

Run = Callable[..., Any]
SIGNED = ("--auteur", "Léa", "--preuve", "courriel du 12")


def test_a_status_is_noted_and_then_its_answer(valbois: Path, coeurdeville: Run) -> None:
    ran = coeurdeville("inventaire", "statut", valbois, "contour", "candidate", *SIGNED, "--date", "02/03/2026")
    assert (ran.status, ran.out) == (0, "Statut noté : contour, candidate à l’ouverture, le 02/03/2026.\n")
    ran = coeurdeville("inventaire", "statut", valbois, "Contour", "--reponse", "Oui.", "--date", "05/03/2026")
    assert (ran.status, ran.out) == (0, "Réponse du détenteur notée : contour, le 05/03/2026.\n")
    (statut,) = open_ville(valbois).donnees[0].statuts
    assert (statut.ouverture, statut.auteur, statut.preuve) == (Ouverture.CANDIDATE, "Léa", "courriel du 12")
    assert (statut.reponse, statut.reponse_date) == ("Oui.", date(2026, 3, 5))


def test_a_status_is_of_today_when_no_day_is_said(valbois: Path, coeurdeville: Run) -> None:
    before = date.today()
    coeurdeville("inventaire", "statut", valbois, "contour", "candidate", *SIGNED)
    assert before <= open_ville(valbois).donnees[0].statuts[0].date <= date.today()


def test_what_a_status_contradicts_is_said_at_once(valbois: Path, coeurdeville: Run) -> None:
    ran = coeurdeville("inventaire", "statut", valbois, "contour", "ouverte", *SIGNED, "--fondement", "crpa-l311-66")
    assert ran.status == 0
    assert "[statut-ouvert-sans-licence]" in ran.err
    assert "[statut-fondement-inconnu]" in ran.err
    assert "[detenteur-inconnu]" not in ran.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), "statut-ou-reponse", "non-ouverte-securite"),
        (("ouverte", "--reponse", "Oui."), "statut-ou-reponse", ""),
        (("ouverte",), "statut-sans-auteur-dit", "--auteur et --preuve"),
        (("ouverte", "--auteur", "Léa", "--preuve", " "), "statut-sans-auteur-dit", "il manque --preuve"),
        (("ouvert", *SIGNED), "nom-inconnu", "Le plus proche est « ouverte »"),
        (("ouverte", *SIGNED, "--date", "2026-03-02"), "jour-illisible", "JJ/MM/AAAA"),
        (("ouverte", *SIGNED, "--date", f"{date.today() + timedelta(9):%d/%m/%Y}"), "jour-a-venir", ""),
        (("--reponse", ""), "reponse-vide", ""),
    ],
)
def test_what_cannot_be_noted_is_refused(
    valbois: Path, coeurdeville: Run, state: Callable[[Path], Any], words: tuple[str, ...], code: str, said: str
) -> None:
    before = state(valbois)
    ran = coeurdeville("inventaire", "statut", valbois, "contour", *words)
    assert ran.status == 1
    assert f"[{code}]" in ran.err
    assert said in ran.err
    assert state(valbois) == before


def test_an_unknown_entry_is_named_with_the_nearest(valbois: Path, coeurdeville: Run) -> None:
    ran = coeurdeville("inventaire", "statut", valbois, "contours", "ouverte", *SIGNED)
    assert "La donnée « contours » n’existe pas. Le plus proche est « contour »." in ran.err


def test_help_names_every_status() -> None:
    assert all(code in (command.help or "") for code in CODES)
