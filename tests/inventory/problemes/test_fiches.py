"""The problems that the project tells: voiced by somebody, sourced, without a name, leading to services and data."""

import re
from collections.abc import Callable

import pytest

from coeurdeville.core.french import spaced
from coeurdeville.inventory.problemes.personne import named_persons
from coeurdeville.inventory.problemes.probleme import Probleme
from coeurdeville.inventory.problemes.recueil import FOLDER, fiches
from coeurdeville.inventory.problemes.vocabulaire import Sujet, Voix
from coeurdeville.layers.catalogue import kinds
from coeurdeville.services.catalogue import all_services
from coeurdeville.services.contract.declaration import Theme

FICHES = list(fiches().values())
of_fiche = pytest.mark.parametrize("one", FICHES, ids=lambda one: one.id)


@of_fiche
def test_it_leads_to_services_and_data_that_exist(one: Probleme) -> None:
    assert set(one.services) <= all_services().keys()
    assert set(one.donnees) <= kinds().keys()
    assert one.services or one.donnees
    assert len(set(one.services)) == len(one.services)


@of_fiche
def test_data_that_its_services_ask_for_are_not_told_twice(one: Probleme) -> None:
    asked = {kind.slug for slug in one.services for kind in all_services()[slug].needs.values()}
    assert not asked & set(one.donnees)


@of_fiche
def test_it_is_voiced_with_an_address_and_at_most_one_sentence(one: Probleme) -> None:
    assert one.paroles
    assert one.actions_en_cours or one.actions_a_mettre_en_place
    assert not one.locale
    for parole in one.paroles:
        assert re.fullmatch(r"https?://[^\s«»]+", parole.source)
        assert parole.role or parole.organisation
        assert not re.search(r"[.!?…] [A-ZÀ-Þ]", parole.texte), "one sentence"


@of_fiche
def test_a_voice_is_told_only_with_its_words(one: Probleme) -> None:
    for parole in one.paroles:
        assert (parole.qui is Voix.PERSONNE) == (not parole.texte)


@of_fiche
def test_it_names_nobody(one: Probleme) -> None:
    for parole in one.paroles:
        told = {"role": parole.role, "organisation": parole.organisation, "lieu": parole.lieu, "texte": parole.texte}
        assert not list(named_persons(told, one.id))


@of_fiche
def test_it_is_written_in_french_typography(one: Probleme, misprints: Callable[[str], list[str]]) -> None:
    voiced = [text for parole in one.paroles for text in (parole.role, parole.organisation, parole.lieu, parole.texte)]
    for text in (one.titre, *one.actions_en_cours, *one.actions_a_mettre_en_place, *voiced):
        assert not misprints(spaced(text)), text


def test_every_subject_and_every_voice_of_the_call_is_heard() -> None:
    assert {one.sujet for one in FICHES} == set(Sujet)
    assert {parole.qui for one in FICHES for parole in one.paroles} == set(Voix)
    assert sum(any(said.texte for said in one.paroles) for one in FICHES) > len(FICHES) / 2


def test_the_themes_of_the_call_have_the_same_code_and_name() -> None:
    assert {str(one): one.libelle for one in Sujet if one is not Sujet.DONNEES} == {
        str(one): one.label for one in Theme
    }


def test_the_file_is_the_identifier_and_nothing_else_is_there() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{one.id}.toml" for one in FICHES}
