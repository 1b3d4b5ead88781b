"""Days of the acts of the instruction: none is kept that cannot be."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import localdate
from programme.instructions.seance import deposited, judged, minutes, signed
from programme.instructions.test_relectures import codes, mandate
from programme.monde import call, coordination, user

from coeurdeville.core.problems import Refused
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.horloge import PARIS
from coeurdeville.programme.instructions.affectation import Demande, affecter
from coeurdeville.programme.instructions.avis import demander
from coeurdeville.programme.instructions.jours import lire, seance_possible
from coeurdeville.programme.instructions.manques import Seance
from coeurdeville.programme.instructions.proces_verbaux import etablir
from coeurdeville.programme.models import Appel, Avis, Evenement, ProcesVerbal, Relecture

pytestmark = pytest.mark.django_db
YESTERDAY, TOMORROW = localdate() - timedelta(days=1), localdate() + timedelta(days=1)


def said(appel: Appel, le: date | None) -> list[str]:
    return [one.code for one in seance_possible(appel, le)]


def drawn(appel: Appel, le: date | None) -> Callable[[], ProcesVerbal]:
    there = [one.pk for one in appel.mandats.filter(role="jury")]
    return lambda: etablir(appel, coordination(), Seance(le, there))


@pytest.mark.parametrize(("le", "code"), [(TOMORROW, "seance-a-venir"), (None, "seance-sans-jour")])
def test_minutes_are_of_a_day_that_came(le: date | None, code: str) -> None:
    assert codes(drawn(judged(("retenir",)), le)) == [code]
    assert not ProcesVerbal.objects.exists()


def test_jury_sits_from_the_day_when_deposits_are_closed() -> None:
    appel = call("publie")
    Appel.objects.update(ferme_le=datetime(2022, 4, 30, tzinfo=PARIS))
    appel.refresh_from_db()
    franchir(appel, "instruire", coordination())
    Evenement.objects.update(date=datetime(2022, 5, 2, 0, 30, tzinfo=PARIS))
    assert said(appel, date(2022, 5, 1)) == ["seance-trop-tot"]
    assert said(appel, date(2022, 5, 2)) == []


def test_complementary_minutes_are_of_a_day_after_the_announcement() -> None:
    appel = judged()
    signed(appel)
    franchir(appel, "annoncer", coordination())
    appel.refresh_from_db()
    assert said(appel, YESTERDAY) == ["seance-trop-tot"]
    assert said(appel, localdate()) == []


def test_nothing_is_awaited_before_a_day_that_is_past() -> None:
    appel = call("instruction")
    one, reader = deposited(appel, 1), mandate(appel, "a")
    user("experte")
    assert codes(lambda: affecter(appel, [Demande(one, reader)], coordination(), YESTERDAY)) == ["echeance-passee"]
    asked = lambda: demander(one, "experte@essai.example", "Et ?", coordination(), YESTERDAY)  # noqa: E731
    assert codes(asked) == ["echeance-passee"]
    assert not Relecture.objects.exists()
    assert not Avis.objects.exists()
    assert affecter(appel, [Demande(one, reader)], coordination(), localdate())


def test_day_is_read_as_forms_send_it_and_as_it_is_written() -> None:
    assert lire("2027-04-30") == lire(" 30/04/2027 ") == date(2027, 4, 30)
    assert lire(" ") is None
    with pytest.raises(Refused, match="31/02/2027"):
        lire("31/02/2027")


def test_minutes_of_today_are_drawn_up() -> None:
    assert minutes(judged(("retenir",))).contenu["seance"]["le"] == localdate().isoformat()
