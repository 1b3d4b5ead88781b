"""Words of people are understood when they are sure, and only then."""

from datetime import date

import pytest

from coeurdeville.catalogue.exchange.day_words import day_of, vintage_of
from coeurdeville.catalogue.exchange.guarded import guarded, unguarded
from coeurdeville.catalogue.exchange.headers import resolve
from coeurdeville.catalogue.exchange.layer_words import couche_of, nearest
from coeurdeville.catalogue.exchange.list_words import code_of, licence_of, yes_or_no
from coeurdeville.catalogue.exchange.status_words import CLOSED, REASONS, USUAL, ouverture_of
from coeurdeville.core.frequency import Frequency
from coeurdeville.inventory.vocabulaire import Acteur, Forme, Nature, Niveau, Ouverture


@pytest.mark.parametrize("one", list(Ouverture))
def test_each_status_is_known_by_its_code_and_its_label(one: Ouverture) -> None:
    assert ouverture_of(str(one)) is one
    assert ouverture_of(f"  {one.libelle.upper()} ") is one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ouvert", Ouverture.OUVERTE),
        ("OPEN DATA", Ouverture.OUVERTE),
        ("en cours d'ouverture", Ouverture.CANDIDATE),
        ("pas open data - RGPD", Ouverture.PERSONNELLES),
        ("Non ouverte (sécurité)", Ouverture.SECURITE),
        ("n'existe pas", Ouverture.ABSENTE),
        ("Payant", Ouverture.LIMITEE),
        ("en ligne", Ouverture.OUVERTE),
        ("données perso", Ouverture.PERSONNELLES),
        ("fermée - données perso", Ouverture.PERSONNELLES),
        ("non ouverte pour raison de sécurité", Ouverture.SECURITE),
        ("secret défense", None),
        ("ouvert ?", None),
        ("oui", None),
        ("non", None),
        ("en cours", None),
        ("chez le délégataire", None),
        ("pas open data", None),
        ("fermé", None),
    ],
)
def test_status_is_matched_only_when_it_is_sure(text: str, expected: Ouverture | None) -> None:
    assert ouverture_of(text) is expected


def test_yes_answers_a_column_that_asks_whether_it_is_open() -> None:
    assert ouverture_of("Oui", yes_or_no=True) is Ouverture.OUVERTE
    assert ouverture_of("Non", yes_or_no=True) is None


def test_no_usual_word_names_two_statuses() -> None:
    words = [word for written in USUAL.values() for word in written]
    words += [f"{closed} {why}" for closed in CLOSED for whys in REASONS.values() for why in whys]
    assert len(words) == len(set(words))
    assert all(ouverture_of(word) is one for one, written in USUAL.items() for word in written)


@pytest.mark.parametrize("codes", [Acteur, Nature, Niveau, Forme])
def test_each_code_of_a_list_is_known_by_itself_and_its_label(
    codes: type[Acteur] | type[Nature] | type[Niveau] | type[Forme],
) -> None:
    for one in codes:
        assert code_of(codes, str(one)) is code_of(codes, one.libelle) is one


def test_frequencies_are_known_by_their_words() -> None:
    assert all(code_of(Frequency, one.value) is one for one in Frequency)
    assert code_of(Frequency, "tous les ans") is Frequency.YEARLY
    assert code_of(Frequency, "souvent") is None


@pytest.mark.parametrize(
    ("text", "key"),
    [("Licence ouverte Etalab", "lov2"), ("LO", "lov2"), ("ODBL", "odbl"), ("Open Database License-ODBL", "odbl"),
     ("Licence Ouverte-LO", "lov2"), ("CC-BY", "cc-by"), ("libre", None), ("Creative Commons-CC", None)],
)  # fmt: skip
def test_licence_is_understood_when_it_is_sure(text: str, key: str | None) -> None:
    found = licence_of(text)
    assert (found.key if found else None) == key


def test_yes_and_no_are_read_and_nothing_else() -> None:
    assert [yes_or_no(one) for one in ("Oui", "N", "oui (adresses)", "")] == [True, False, None, None]


@pytest.mark.parametrize(
    ("text", "sure", "near"),
    [
        ("arbres", "arbres", "arbres"),
        ("Réseau d'eaux pluviales", "reseau-pluvial", "reseau-pluvial"),
        ("Éclairage public", "points-lumineux", "points-lumineux"),
        ("Inventaire des friches 2024", None, "friches"),
        ("Batimens", None, "batiments"),
        ("Délibérations", None, None),
    ],
)
def test_layer_is_matched_by_slug_title_or_word_and_else_proposed(
    text: str, sure: str | None, near: str | None
) -> None:
    assert (couche_of(text), nearest(text)) == (sure, near)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("23/11/2026", date(2026, 11, 23)), ("le 23", None), ("23 novembre 2026", date(2026, 11, 23)),
     ("2026-11-23", date(2026, 11, 23)), ("31/02/2026", None), ("46349", date(2026, 11, 23))],
)  # fmt: skip
def test_day_in_any_french_form(text: str, expected: date | None) -> None:
    found = day_of(text)
    assert (found[0] if found else None) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [("2024", "2024"), ("2017-2018", "2017-2018"), ("mars 2024", "2024"), ("1er mars 2024", "01/03/2024")],
)
def test_vintage_in_any_french_form(text: str, said: str) -> None:
    assert str(vintage_of(text)) == said


def test_words_of_a_merged_cell_above_columns_are_left_out() -> None:
    known = {"nom": "titre", "siren": "siren", "detenteur-nom": "detenteur"}
    assert resolve(["Fiche Nom", "Fiche SIREN", "Autre"], known) == {"Fiche Nom": "titre", "Fiche SIREN": "siren"}
    assert resolve(["Nom", "nom"], known) == {"Nom": "titre"}
    assert resolve(["Service Nom", "X"], known) == {}


@pytest.mark.parametrize("text", ["=1", "'=1", "''+2", "'été", "@a", "-", "'", "plain", ""])
def test_guarded_texts_come_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "@", "+", "-"))
