"""The one verb: what it lets through, what it refuses, what it writes."""

from collections.abc import Callable

import pytest
from programme.monde import call, candidature, coordination, member, review, user

from coeurdeville.core.problems import Refused
from coeurdeville.programme.etats.franchir import franchir, possibles
from coeurdeville.programme.journal.ecriture import dit, histoire, nom
from coeurdeville.programme.models import Evenement, Relecture

pytestmark = pytest.mark.django_db


def refused(act: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        act()
    return [one.code for one in caught.value.problems]


def test_passage_changes_state_and_writes_who_when_why() -> None:
    reading = review(candidature(call(), etat="deposee"))
    franchir(reading, "abstenir", reading.relecteur, "Je ne connais pas ce sujet.")
    assert Relecture.objects.get().etat == reading.etat == "abstenue"
    event = histoire(reading).get()
    assert (event.de, event.vers, event.verbe) == ("assignee", "abstenue", "abstenir")
    assert event.motif == "Je ne connais pas ce sujet."
    assert f"{nom(event)} {dit(event)}" == "relecteur@essai.example s’est abstenu"


def test_nobody_else_passes() -> None:
    reading = review(candidature(call(), etat="deposee"))
    for other in (user("autre"), member(), coordination(), None):
        assert refused(lambda: franchir(reading, "abstenir", other, "Parce que.")) == ["geste-reserve"]  # noqa: B023
    assert Relecture.objects.get().etat == "assignee"
    assert not Evenement.objects.exists()


def test_reason_is_asked_for() -> None:
    reading = review(candidature(call(), etat="deposee"))
    assert refused(lambda: franchir(reading, "abstenir", reading.relecteur, "  ")) == ["motif-absent"]


def test_state_is_read_again_under_the_lock() -> None:
    reading = review(candidature(call(), etat="deposee"))
    seen_before = Relecture.objects.get()
    franchir(reading, "abstenir", reading.relecteur, "Trop de travail.")
    assert refused(lambda: franchir(seen_before, "abstenir", reading.relecteur, "Moi aussi.")) == ["passage-impossible"]
    assert Evenement.objects.count() == 1


def test_what_is_possible_depends_on_state_and_person() -> None:
    reading = review(candidature(call(), etat="deposee"))
    assert [one.verbe for one in possibles(reading, reading.relecteur)] == ["rendre", "abstenir", "recuser"]
    assert [one.verbe for one in possibles(reading, coordination())] == ["relancer", "retirer"]
    assert [one.verbe for one in possibles(reading, None)] == ["relancer"]
    assert not possibles(reading, user("autre"))


def test_deed_of_the_site_is_said_so() -> None:
    reading = review(candidature(call(), etat="deposee"))
    event = franchir(reading, "retirer", coordination())
    assert not event.par_le_site
    assert nom(event) == "coordination@essai.example"
