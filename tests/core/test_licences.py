"""Licences as catalogues write them, and what a mixture of them gives."""

import itertools

import pytest

from coeurdeville.core.licences import LICENCES, combine, licence
from coeurdeville.core.problems import Refused


@pytest.mark.parametrize("one", LICENCES.values(), ids=lambda one: one.key)
def test_a_licence_is_found_by_key_title_and_every_name(one: object) -> None:
    assert all(licence(text) is one for text in (one.key, one.title, one.title.upper(), *one.names))  # type: ignore[attr-defined]


def test_nothing_written_is_to_be_confirmed() -> None:
    assert licence("").key == "inconnue"


def test_unknown_licence_is_refused_with_those_that_can_be_written() -> None:
    with pytest.raises(Refused) as refused:
        licence("gratuit")
    (problem,) = refused.value.problems
    assert problem.code == "licence-inconnue"
    assert "cc-by-nc" in problem.cure


@pytest.mark.parametrize(
    ("keys", "result"),
    [
        ([], "lov2"),
        (["lov2", "cc0", "cc-by"], "lov2"),
        (["lov2", "odbl"], "odbl"),
        (["odbl", "odbl"], "odbl"),
        (["cc-by-sa", "lov2"], "cc-by-sa"),
        (["odbl", "cc-by-sa"], "non-publiable"),
        (["lov2", "cc-by-nc"], "non-publiable"),
        (["lov2", "interne"], "non-publiable"),
        (["lov2", "inconnue"], "inconnue"),
        (["odbl", "inconnue"], "inconnue"),
        (["cc-by-nc", "inconnue"], "non-publiable"),
        (["non-publiable"], "non-publiable"),
    ],
)
def test_combine_gives_the_strictest(keys: list[str], result: str) -> None:
    combined = combine([LICENCES[key] for key in keys])
    assert combined.licence.key == result
    assert combined.reason


def test_combine_ignores_the_order() -> None:
    for pair in itertools.permutations(LICENCES.values(), 2):
        assert combine(pair) == combine(pair[::-1])


def test_combine_says_which_licence_decides() -> None:
    assert "CC BY-NC 4.0" in combine([LICENCES["cc-by-nc"], LICENCES["lov2"]]).reason
    assert "ODbL 1.0" in combine([LICENCES["odbl"]]).reason
