"""Every figure is cited; every absence has its reason."""

from collections.abc import Sequence

import pytest

from coeurdeville.reports.exports.facts import NOT_RUN, Fact, facts_of
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.services.catalogue import services


@pytest.fixture(scope="session")
def facts(subject: Subject, chapters: Sequence[Chapter]) -> list[Fact]:
    return facts_of(subject, chapters)


def test_a_figure_is_given_or_says_why(facts: list[Fact]) -> None:
    assert facts
    assert not [fact for fact in facts if (fact.row.value is None) != bool(fact.row.missing)]


def test_every_figure_of_every_service_is_there(facts: list[Fact]) -> None:
    promised = {(one.id, name) for one in services().values() for name in one.indicators}
    assert {(fact.service.id, fact.row.indicator) for fact in facts} == promised


def test_a_figure_is_cited_with_source_date_licence_method_and_confidence(facts: list[Fact]) -> None:
    trees = next(fact for fact in facts if fact.row.indicator == "trees").cited
    assert trees.sources == "Inventaire des arbres, Ville de Bourg-Essai, 2026, Licence Ouverte 2.0"
    assert (trees.dates, trees.licence, trees.grade) == ("2026", "Licence Ouverte 2.0", "A")
    assert trees.method.startswith("Santamour")
    assert "30\u00a0arbres" in trees.method


def test_a_blocked_service_gives_no_source_but_a_reason(facts: list[Fact]) -> None:
    blocked = [fact for fact in facts if fact.service.id == "species_knowledge"]
    assert {fact.row.missing for fact in blocked} == {"il manque «\u00a0Observations d’espèces\u00a0»"}
    assert {fact.cited.sources for fact in blocked} == {NOT_RUN}
    assert all(fact.cited.method for fact in blocked)


def test_another_value_of_a_parameter_is_said_in_words(facts: list[Fact]) -> None:
    said = {fact.parameter for fact in facts if fact.row.indicator == "three" and fact.row.zoning == "commune"}
    assert {"", "Un arbre est vu à\u00a0: 15\u00a0m"} <= said
