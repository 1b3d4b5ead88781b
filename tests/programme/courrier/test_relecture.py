"""What a person does with a message before and after it leaves."""

from collections.abc import Callable
from datetime import timedelta
from smtplib import SMTPException

import pytest
from django.core import mail
from django.utils.timezone import now
from programme.monde import coordination, user

from coeurdeville.core.problems import Refused
from coeurdeville.programme.courrier import envoi
from coeurdeville.programme.courrier.envoi import denouer, expedier
from coeurdeville.programme.courrier.relecture import boite, comptes, constater, corriger, laisser_partir, retenir
from coeurdeville.programme.models import Courrier, Suivi

pytestmark = pytest.mark.django_db


def message(suivi: str, n: int = 0) -> Courrier:
    return Courrier.objects.create(cle=f"{n}:{suivi}", modele="essai", destinataire=user("elle"), sujet="Décision",
                                   texte="Bonjour.\n", suivi=suivi)  # fmt: skip


def refused(act: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        act()
    return [one.code for one in caught.value.problems]


def test_message_to_read_waits_for_a_person() -> None:
    one = message(Suivi.A_RELIRE)
    assert expedier() == 0
    corriger(one, "Décision relue", "Bonjour à vous.", coordination())
    assert laisser_partir([one.pk], coordination()) == 1
    assert expedier() == 1
    assert (mail.outbox[0].subject, mail.outbox[0].body.splitlines()[0]) == ("Décision relue", "Bonjour à vous.")
    assert refused(lambda: corriger(one, "Trop", "tard", coordination())) == ["courrier-deja-traite"]
    assert laisser_partir([one.pk], coordination()) == 0


def test_held_message_does_not_leave_until_it_is_let_go() -> None:
    one = message(Suivi.A_ENVOYER)
    retenir(one, coordination())
    assert expedier() == 0
    laisser_partir([one.pk], coordination())
    assert expedier() == 1
    assert refused(lambda: retenir(one, coordination())) == ["courrier-deja-traite"]


def test_uncertain_message_is_for_a_person_to_decide() -> None:
    one = message(Suivi.EN_COURS)
    Courrier.objects.update(pris_le=now() - timedelta(minutes=5))
    assert denouer() == 0
    Courrier.objects.update(pris_le=now() - timedelta(minutes=11))
    assert denouer() == 1
    assert expedier() == 0
    constater(one, coordination())
    assert Courrier.objects.get().suivi == "envoye"
    assert not mail.outbox


def test_empty_message_is_refused() -> None:
    assert refused(lambda: corriger(message(Suivi.A_RELIRE), " ", "Bonjour", coordination())) == ["courrier-vide"]


def test_failure_is_tried_again_later_and_five_times_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> int:
        raise SMTPException("boîte pleine")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    one = message(Suivi.A_ENVOYER)
    for tries in range(1, envoi.TENTATIVES + 1):
        assert expedier() == 0
        one.refresh_from_db()
        assert one.tentatives == tries
        assert one.pas_avant > now()
        Courrier.objects.update(pas_avant=now())
    assert (one.suivi, one.erreur) == ("echec", "SMTPException : boîte pleine")


@pytest.mark.parametrize("count", [1, 3])
def test_outbox_takes_one_query(count: int, django_assert_num_queries: Callable[..., object]) -> None:
    for n in range(count):
        message(Suivi.A_RELIRE, n)
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        assert [str(one.destinataire) for one in boite("a_relire")] == ["elle@essai.example"] * count
    assert comptes() == {"a_relire": count}
