"""Subjects and verbs agree at none, one, some, all."""

import pytest

from coeurdeville.core.sentences import Noun, Verb, amount, number_of, share, share_of

HOME, SPECIES = Noun("logement"), Noun("espèce protégée", feminine=True)
SEES, IS = Verb("voit", "voient"), Verb("est notée", "sont notées")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("value", "among", "said"),
    [
        (0, 2, "aucun logement ne voit"),
        (0.2, 800, "moins de 1 % des logements voient"),
        (12.4, 800, "12 % des logements voient"),
        (99.8, 800, "plus de 99 % des logements voient"),
        (100, 800, "tous les logements voient"),
        (100, 1, "le seul logement voit"),
    ],
)
def test_share_of_agrees_and_never_rounds_to_none_or_all(value: float, among: float, said: str) -> None:
    assert plain(share_of(value, HOME, SEES, among)) == said


def test_feminine_and_vowels_are_heard() -> None:
    assert share_of(0, SPECIES, IS) == "aucune espèce protégée n’est notée"
    assert share_of(100, SPECIES, IS) == "toutes les espèces protégées sont notées"
    assert share_of(100, SPECIES, IS, among=1) == "la seule espèce protégée est notée"


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "aucune espèce protégée n’est notée"),
        (0.3, "moins d’une espèce protégée est notée"),
        (1, "une espèce protégée est notée"),
        (1.6, "2 espèces protégées sont notées"),
        (99, "99 espèces protégées sont notées"),
        (1234, "environ 1 200 espèces protégées sont notées"),
    ],
)
def test_number_of_agrees_and_says_when_it_rounds(count: float, said: str) -> None:
    assert plain(number_of(count, SPECIES, IS)) == said


def test_a_plural_may_be_given() -> None:
    assert plain(amount(3, Noun("carré de 200 m", "carrés de 200 m"))) == "3 carrés de 200 m"


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0 %"), (0.5, "moins de 1 %"), (0.6, "1 %"), (99.4, "99 %"), (99.5, "plus de 99 %"), (100, "100 %")],
)
def test_share_never_rounds_to_none_or_all(value: float, said: str) -> None:
    assert plain(share(value)) == said
