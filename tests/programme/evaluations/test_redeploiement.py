"""The conditions of a service against the towns of the programme."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from programme.experimentations.projets import laureate
from pytest_django import Settings

from coeurdeville.programme.evaluations import perimetre
from coeurdeville.programme.evaluations.redeploiement import Issue, eprouver
from coeurdeville.programme.models import Condition, Evaluation

pytestmark = pytest.mark.django_db
SAINT_QUENTIN, NIORT, PARIS = "02691", "79191", "75056"


@pytest.fixture
def evaluation(settings: Settings, tmp_path: Path) -> Evaluation:
    settings.DATA = tmp_path
    found: Evaluation = laureate().evaluation
    found.conditions.all().delete()
    return found


def condition(evaluation: Evaluation, nature: str, **fields: object) -> None:
    Condition.objects.create(evaluation=evaluation, nature=nature, texte=str(fields.pop("texte", "x")), **fields)


def issues(evaluation: Evaluation, *codes: str) -> dict[str, Issue]:
    return {one.code: one.issue for one in eprouver(evaluation, codes).villes}


def test_layer_that_a_national_source_gives_for_sure_is_met(evaluation: Evaluation) -> None:
    condition(evaluation, "donnee", couche="batiments")
    assert issues(evaluation, NIORT) == {NIORT: Issue.REMPLIT}


def test_layer_that_nobody_gives_is_lacking_and_its_holder_is_named(evaluation: Evaluation) -> None:
    condition(evaluation, "donnee", couche="batiments")
    condition(evaluation, "donnee", couche="reseau-pluvial")
    [town] = eprouver(evaluation, [NIORT]).villes
    assert (town.issue, town.raison) == (Issue.MANQUE, "Réseau d’eaux pluviales")
    assert [one.name for one in town.detenteurs] == ["Communauté d’agglomération du Niortais"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"minimum": 50_000}, {SAINT_QUENTIN: Issue.REMPLIT, NIORT: Issue.REMPLIT}),
        ({"maximum": 55_000}, {SAINT_QUENTIN: Issue.REMPLIT, NIORT: Issue.HORS}),
        ({"perimetre": "79"}, {SAINT_QUENTIN: Issue.HORS, NIORT: Issue.REMPLIT}),
        ({"perimetre": "79", "minimum": 100_000}, {SAINT_QUENTIN: Issue.HORS, NIORT: Issue.HORS}),
    ],
)
def test_perimeter(evaluation: Evaluation, fields: dict[str, object], expected: dict[str, Issue]) -> None:
    condition(evaluation, "perimetre", texte="Villes du même genre", **fields)
    assert issues(evaluation, SAINT_QUENTIN, NIORT) == expected


def test_whole_programme_is_counted_with_its_inhabitants(evaluation: Evaluation) -> None:
    condition(evaluation, "donnee", couche="arbres")
    condition(evaluation, "perimetre", texte="Moins de 50 000 habitants", maximum=50_000)
    condition(evaluation, "contrainte", texte="Un élagueur qui relève les arbres")
    found = eprouver(evaluation)
    assert sum(towns for _, towns, _ in found.decompte) == len(found.villes) == 244
    assert found.nombre(Issue.HORS) + len(found.cellules) == 244
    assert found.contraintes == ["Un élagueur qui relève les arbres"]
    assert found.habitants(Issue.HORS) > 50_000 * found.nombre(Issue.HORS)


def test_without_any_condition_every_town_meets_them(evaluation: Evaluation) -> None:
    assert issues(evaluation, NIORT) == {NIORT: Issue.REMPLIT}


def test_place_is_looked_up_once_whatever_the_towns_and_the_times(
    evaluation: Evaluation, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = Mock(side_effect=perimetre.perimeter)
    monkeypatch.setattr(perimetre, "perimeter", looked)
    perimetre._codes.cache_clear()
    condition(evaluation, "perimetre", texte="En Bretagne", perimetre="Bretagne")
    condition(evaluation, "perimetre", texte="Toujours en Bretagne", perimetre=" Bretagne", maximum=100_000)
    counts = [{one.issue for one in eprouver(evaluation).villes}, {one.issue for one in eprouver(evaluation).villes}]
    assert counts == [{Issue.REMPLIT, Issue.HORS}] * 2
    assert looked.call_count == 1


@pytest.mark.parametrize("fields", [
    {}, {"perimetre": "Pays que plus rien ne nomme"}, {"perimetre": "Pays que plus rien ne nomme", "minimum": 1000},
])  # fmt: skip
def test_perimeter_that_nothing_tests_is_to_be_checked_on_the_spot(
    evaluation: Evaluation, fields: dict[str, object]
) -> None:
    condition(evaluation, "perimetre", texte="Traversée par un cours d’eau", **fields)
    condition(evaluation, "perimetre", texte="Grande ville", minimum=20_000)
    found = eprouver(evaluation, [NIORT])
    assert [one.issue for one in found.villes] == [Issue.REMPLIT]
    assert found.contraintes == ["Traversée par un cours d’eau"]
