"""Words by hand: two at once lose nothing, and a published card is not written."""

import pytest
from programme.cas_usage.fiches import card, published
from programme.monde import coordination, member, user

from coeurdeville.core.problems import Refused
from coeurdeville.programme.cas_usage.prose import ecrire, ecrivable, lit, marque, reprendre
from coeurdeville.programme.etats.franchir import franchir

pytestmark = pytest.mark.django_db


def test_second_of_two_is_told_and_the_first_text_stays() -> None:
    cas = card()
    base = marque(cas, "methode")
    ecrire(cas, "methode", "Le premier.", base)
    with pytest.raises(Refused) as refused:
        ecrire(cas, "methode", "Le second.", base)
    assert [one.code for one in refused.value.problems] == ["prose-depassee"]
    cas.refresh_from_db()
    assert cas.prose == {"methode": "Le premier."}


def test_published_card_is_not_written() -> None:
    cas = published()
    with pytest.raises(Refused) as refused:
        ecrire(cas, "methode", "x" * 6001, marque(cas, "methode"))
    assert [one.code for one in refused.value.problems] == ["prose-fermee", "prose-trop-longue"]


def test_who_writes() -> None:
    cas = card()
    assert lit(member(), cas)
    assert not lit(user("ailleurs"), cas)
    assert ecrivable(member(), cas)
    franchir(cas, "soumettre", member())
    assert not ecrivable(member(), cas)
    assert ecrivable(coordination(), cas)


def test_desk_gives_its_words_to_chapters_that_exist() -> None:
    cas = card()
    reprendre(cas, {"methode": "Vu d’ailleurs.", "inconnu": "x", "service": " "}, [])
    assert cas.redaction == {"methode": "Vu d’ailleurs."}
