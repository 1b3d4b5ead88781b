"""Problems are data: coded, counted, all given at once."""

import pytest

from coeurdeville.core.problems import KINDS, SHOWN, Kind, Level, Problem, Refused, refuse_errors

WRONG = Kind("essai-valeur-fausse", "La valeur « {value} » est fausse.", "Écrire {good}.")
ODD = Kind("essai-valeur-bizarre", "La valeur « {value} » étonne.", "Vérifier.", Level.WARNING)


for kind in (WRONG, ODD):
    del KINDS[kind.code]  # kinds of a test are not the project's


@pytest.fixture(autouse=True)
def no_kind_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coeurdeville.core.problems.KINDS", {})


def test_a_kind_fills_its_words_even_with_braces_in_them() -> None:
    problem = WRONG(value="{x}", good="12")
    assert problem == Problem(
        "essai-valeur-fausse", "La valeur «\u00a0{x}\u00a0» est fausse.", "Écrire 12.", Level.ERROR
    )


def test_examples_are_bounded_and_the_count_is_exact() -> None:
    problem = WRONG(value=1, good=2, examples=[f"ligne {n}" for n in range(12)])
    assert len(problem.examples) == SHOWN
    assert problem.count == 12
    assert str(problem).count("ligne") == SHOWN
    assert "…" in str(problem)


def test_a_count_without_examples_shows_none() -> None:
    problem = WRONG(value=1, good=2, count=40)
    assert problem.count == 40
    assert "exemple" not in str(problem)
    assert str(problem) == "[essai-valeur-fausse] La valeur «\u00a01\u00a0» est fausse. Écrire 2."


def test_a_code_is_declared_once() -> None:
    first = Kind("essai-valeur-fausse", "Un.", "Faire.")
    assert Kind("essai-valeur-fausse", "Un.", "Faire.") == first
    with pytest.raises(ValueError, match="essai-valeur-fausse"):
        Kind("essai-valeur-fausse", "Autre.", "Faire.")


def test_refused_holds_and_says_everything() -> None:
    refused = Refused([WRONG(value=1, good=2), ODD(value=3)])
    assert [problem.code for problem in refused.problems] == ["essai-valeur-fausse", "essai-valeur-bizarre"]
    assert str(refused).count("\n") == 1


def test_refuse_errors_lets_warnings_through() -> None:
    assert refuse_errors([]) == ()
    assert refuse_errors([ODD(value=3)]) == (ODD(value=3),)
    with pytest.raises(Refused) as refused:
        refuse_errors([ODD(value=3), WRONG(value=1, good=2)])
    assert len(refused.value.problems) == 2
