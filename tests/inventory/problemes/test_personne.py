"""A problem has no name in it."""

import pytest

from coeurdeville.inventory.problemes.personne import KEYS, named_persons


def codes(key: str, value: object) -> list[str]:
    return [problem.code for problem in named_persons({key: value}, "ici")]


@pytest.mark.parametrize("key", sorted(KEYS))
def test_a_key_for_a_person_is_refused_whatever_it_holds(key: str) -> None:
    (problem,) = named_persons({key: "x"}, "Ce problème")
    assert problem.code == "personne-nommee"
    assert f"« {key} »" in problem.message.replace("\u00a0", " ")
    assert "fonction" in problem.cure


@pytest.mark.parametrize(
    "role",
    ["Camille Durand", "Camille DURAND", "maire (Camille Durand)", "Camille Durand, adjointe", "Mme Durand",
     "M. Durand, maire", "camille.durand@ville.fr", "accueil, 01 23 45 67 89", "accueil +33123456789"],
)  # fmt: skip
def test_a_role_that_names_somebody_is_refused(role: str) -> None:
    assert codes("role", role) == ["personne-reconnue"]


@pytest.mark.parametrize(
    "role",
    ["", "maire", "Maire", "adjointe aux espaces verts", "chef du service Voirie", "M. le maire", "responsable SIG",
     "maire de La Rochelle", "conseillère, Ville"],
)  # fmt: skip
def test_a_role_is_taken(role: str) -> None:
    assert codes("role", role) == []


def test_towns_and_bodies_have_capitals() -> None:
    assert codes("organisation", "Banque Populaire") == []
    assert codes("lieu", "La Rochelle") == []
    assert codes("texte", "En 1970, 1976, 2002 et 2014, le Vieux Pont était sous l’eau.") == []


def test_a_person_within_words_or_actions_is_refused() -> None:
    assert codes("texte", "Monsieur Durand ne veut pas.") == ["personne-reconnue"]
    assert codes("actions_en_cours", ["Écrire à x@y.fr"]) == ["personne-reconnue"]


def test_an_address_may_hold_anything() -> None:
    assert codes("source", "https://ici.fr/@ville.fr/0123456789") == []
