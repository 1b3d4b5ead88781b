"""Parts of the real matrix of the programme: each thing that can be chosen, and what an address cannot mean."""

from collections.abc import Mapping

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.deployability.matrix import Matrix, matrix
from coeurdeville.deployability.selection import Selection, selected
from coeurdeville.deployability.selection_reading import read_selection, words_of
from coeurdeville.deployability.verdict import CellState
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.towns import towns_of

CODES = ("02691", "35236", "35288", "97411", "00001")
"""Saint-Quentin, Redon, Saint-Malo, Saint-Denis (La Réunion), a fictional town."""


@pytest.fixture(scope="module")
def towns() -> Mapping[str, Commune]:
    return towns_of(CODES)


@pytest.fixture(scope="module")
def whole() -> Matrix:
    return matrix(CODES)


def _codes(whole: Matrix, towns: Mapping[str, Commune], **chosen: str) -> list[str]:
    return list(selected(whole, Selection(**chosen), towns).communes)  # type: ignore[arg-type]


def test_nothing_chosen_keeps_everything(whole: Matrix, towns: Mapping[str, Commune]) -> None:
    part = selected(whole, Selection(), towns)
    assert list(part.communes) == list(CODES)
    assert part.services == whole.services
    assert part.assessor is whole.assessor


def test_a_departement_and_a_region_of_the_same_figures(whole: Matrix, towns: Mapping[str, Commune]) -> None:
    assert _codes(whole, towns, place="35") == ["35236", "35288"]
    assert _codes(whole, towns, place="R53") == ["35236", "35288"]
    assert _codes(whole, towns, place="53") == []


def test_sizes_leave_out_towns_without_population(whole: Matrix, towns: Mapping[str, Commune]) -> None:
    assert _codes(whole, towns, size="petites") == ["35236"]
    assert _codes(whole, towns, size="moyennes") == ["35288"]
    assert _codes(whole, towns, size="grandes") == ["02691", "97411"]


def test_a_theme_and_a_service(whole: Matrix, towns: Mapping[str, Commune]) -> None:
    theme = selected(whole, Selection(theme=Theme.BIODIVERSITY), towns)
    assert {one.theme for one in theme.services} == {Theme.BIODIVERSITY}
    assert [one.slug for one in selected(whole, Selection(service="trame-noire"), towns).services] == ["trame-noire"]
    assert selected(whole, Selection(theme=Theme.RISKS, service="trame-noire"), towns).services == ()


def test_a_state_keeps_the_communes_and_services_that_have_it(whole: Matrix, towns: Mapping[str, Commune]) -> None:
    part = selected(whole, Selection(service="outil-de-plantation", state=CellState.BLOCKED), towns)
    assert list(part.communes) == ["97411", "00001"]
    nothing = selected(whole, Selection(state=CellState.PROVEN), towns)
    assert (list(nothing.communes), nothing.services) == ([], ())
    assert selected(whole, Selection(service="rien", state=CellState.BLOCKED), towns).services == ()


def test_an_address_is_read_and_written_alike() -> None:
    texts = {"theme": "climat", "service": "trame-noire", "ou": "R53", "taille": "grandes", "etat": "a_verifier"}
    read = read_selection({**texts, "page": "2"}, ["trame-noire"], ["R53"])
    assert read == Selection(Theme.CLIMATE, "trame-noire", "R53", "grandes", CellState.TO_CHECK)
    assert words_of(read) == texts


def test_empty_texts_choose_nothing() -> None:
    assert read_selection({"theme": "", "ou": "  "}, [], []) == Selection()
    assert words_of(Selection()) == {}


def test_all_that_is_no_choice_is_said_at_once() -> None:
    with pytest.raises(Refused) as refused:
        read_selection({"theme": "rien", "service": "rien", "ou": "x" * 500}, ["trame-noire"] * 6, ["35"])
    said = refused.value.problems
    assert [one.code for one in said] == ["filtre-inconnu"] * 3
    assert said[0].cure.endswith("climat, biodiversite ou risques.")
    assert said[1].cure == "Choisir dans la liste."
    assert len(said[2].message) < 120
