"""Titles of datasets as they are written, and the layer that they must be given, or none."""

import tomllib
from pathlib import Path

import pytest

from coeurdeville.inventory.decouverte.jeu import Jeu
from coeurdeville.inventory.decouverte.lexique import lexique
from coeurdeville.inventory.decouverte.rapprocher import match
from coeurdeville.layers.catalogue import kinds

PLACES = ("Valbois", "CA de l’Ourle")
NONE = "aucune"
TITLES = [
    (title, None if layer == NONE else layer)
    for layer, titles in tomllib.loads(Path(__file__).with_name("titres.toml").read_text(encoding="utf-8")).items()
    for title in titles
]


def found(title: str, *, keywords: tuple[str, ...] = (), schemas: tuple[str, ...] = ()) -> str | None:
    proposal = match(Jeu("1", title, "", "", mots=keywords, schemas=schemas), PLACES)
    return None if proposal is None else proposal.couche


def test_labelled_titles_are_given_their_layer_and_no_other() -> None:
    given = {title: found(title) for title, _ in TITLES}
    wrong = {title: given[title] for title, layer in TITLES if given[title] not in (None, layer)}
    missed = [title for title, layer in TITLES if layer and given[title] is None]
    expected, proposed = (
        sum(layer is not None for _, layer in TITLES),
        sum(layer is not None for layer in given.values()),
    )
    right = proposed - len(wrong)
    precision, recall = right / proposed, right / expected
    told = (
        f"précision {precision:.3f}, rappel {recall:.3f} sur {len(TITLES)} titres ; faux : {wrong} ; oubliés : {missed}"
    )
    print(told)
    assert precision == 1.0, told
    assert recall >= 0.95, told


def test_every_expected_layer_exists() -> None:
    assert {layer for _, layer in TITLES if layer} <= set(kinds())


@pytest.mark.parametrize("title", [title for title, layer in TITLES if layer is None])
def test_false_friends_are_given_nothing(title: str) -> None:
    assert found(title) is None


def test_a_schema_tells_more_than_the_title() -> None:
    proposal = match(Jeu("1", "Export 2024", "", "", schemas=("datagouv/schema-fontaine-eau",)))
    assert proposal is not None
    assert (proposal.couche, proposal.score, proposal.sur) == ("fontaines", 100, True)
    assert "schema-fontaine-eau" in proposal.pourquoi
    assert found("Export", schemas=("un-editeur/arbres-urbains",)) == "arbres"


def test_the_reason_quotes_the_title_as_it_is_written() -> None:
    proposal = match(Jeu("1", "2024_Les Arbres d’alignement (Œuvres & Cie)", "", ""))
    assert proposal is not None
    assert proposal.pourquoi == "titre : « Arbres d’alignement »"


def test_a_keyword_alone_is_to_be_confirmed_and_one_word_is_not_enough() -> None:
    proposal = match(Jeu("1", "Export du service", "", "", mots=("divers", "éclairage public")))
    assert proposal is not None
    assert (proposal.couche, proposal.sur) == ("points-lumineux", False)
    assert found("Export du service", keywords=("arbres",)) is None


def test_a_layer_that_is_a_small_part_of_the_title_is_to_be_confirmed() -> None:
    proposal = match(Jeu("1", "Chantiers, animations et friches du grand projet de renouvellement", "", ""))
    assert proposal is not None
    assert (proposal.couche, proposal.sur) == ("friches", False)


def test_words_of_two_layers_are_to_be_confirmed_and_the_other_is_named() -> None:
    shared = next(phrase for phrase, slugs in lexique().phrases.items() if len(slugs) > 1)
    proposal = match(Jeu("1", " ".join(shared), "", ""))
    assert proposal is not None
    assert proposal.rivales
    assert not proposal.sur
    assert " ; ou " in proposal.pourquoi


def test_the_name_of_the_town_is_not_a_layer() -> None:
    assert match(Jeu("1", "Comptes de Fontaines", "", ""), ("Fontaines",)) is None
    proposal = match(Jeu("1", "Fontaines de Fontaines", "", ""), ("Fontaines",))
    assert proposal is not None
    assert proposal.couche == "fontaines"


@pytest.mark.parametrize("slug", sorted(kinds()))
def test_every_layer_is_recognised_by_its_own_title(slug: str) -> None:
    assert found(kinds()[slug].title) == slug
