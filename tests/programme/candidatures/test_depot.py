"""Depositing: the receipt, the limit, the same form twice, corrections, complements, withdrawal."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now
from programme.candidatures.dossier import fill
from programme.monde import OPENING, call, candidature, coordination, member

from coeurdeville.comptes.roles import Role
from coeurdeville.core.problems import Refused
from coeurdeville.programme.candidatures.contenu import intact
from coeurdeville.programme.candidatures.depot import deposer
from coeurdeville.programme.candidatures.ecritures import ecrire
from coeurdeville.programme.candidatures.valeurs import deposees
from coeurdeville.programme.etats.franchir import empechements, franchir
from coeurdeville.programme.models import Appel, Candidature, Complement, Courrier, Evenement, Recepisse

pytestmark = pytest.mark.django_db

LIMIT = datetime(2022, 4, 30, 21, 59, 59, tzinfo=UTC)


def refused(act: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        act()
    return [one.code for one in caught.value.problems]


def ready(**fields: object) -> Candidature:
    town = candidature(call(**{"ouvre_le": OPENING, **fields}))
    fill(town, member())
    return town


def test_deposit_makes_one_receipt_one_letter_one_event() -> None:
    town, received = ready(), now()
    found = deposer(town, member(), "deposer", received, "a")
    assert (found.numero, found.rang, found.recu_le, found.par) == ("essai-00001-1", 1, received, member())
    assert found.limite == town.appel.ferme_le
    assert found.contenu["reponses"]["partage"] == "Une fiche et une visite."
    assert found.contenu["pieces"] == []
    assert intact(found)
    assert Candidature.objects.get().etat == "deposee"
    assert Evenement.objects.get().verbe == "deposer"
    letter = Courrier.objects.get()
    assert "essai-00001-1" in letter.sujet
    assert letter.destinataire == member()


def test_call_is_locked_before_the_candidature() -> None:
    town = ready()
    with CaptureQueriesContext(connection) as seen:
        deposer(town, member(), "deposer", now(), "a")
    read = [one["sql"] for one in seen if one["sql"].startswith("SELECT") and "_appel" in one["sql"].split("WHERE")[0]]
    candidatures = [one["sql"] for one in seen if 'FROM "programme_candidature"' in one["sql"]]
    order = [one["sql"] for one in seen]
    assert order.index(read[0]) < order.index(candidatures[0])
    assert ("FOR UPDATE" in read[0]) is connection.features.has_select_for_update


def test_digest_tells_a_change() -> None:
    found = deposer(ready(), member(), "deposer", now(), "a")
    found.contenu["reponses"]["partage"] = "Autre chose."
    assert not intact(found)


def test_same_form_sent_twice_gives_the_same_receipt() -> None:
    town = ready()
    first = deposer(town, member(), "deposer", now(), "a")
    assert deposer(Candidature.objects.get(), member(), "deposer", now() + timedelta(days=30), "a") == first
    assert Recepisse.objects.count() == Evenement.objects.count() == 1


def test_second_member_is_told_that_it_is_deposited() -> None:
    town = ready()
    deposer(town, member(), "deposer", now(), "a")
    stale = Candidature.objects.get()
    stale.etat = "brouillon"
    assert refused(lambda: deposer(stale, member(Role.CORRESPONDANT), "deposer", now(), "b")) == ["passage-impossible"]
    assert Recepisse.objects.count() == 1


@pytest.mark.parametrize(("late", "codes"), [
    (timedelta(), []),
    (timedelta(microseconds=1), ["depot-tardif"]),
    (timedelta(microseconds=-1), []),
])  # fmt: skip
def test_the_instant_of_the_limit_is_in_time(late: timedelta, codes: list[str]) -> None:
    town = ready(ferme_le=LIMIT)
    found = [one.code for one in empechements(town, "deposer", member(), recu_le=LIMIT + late)]
    assert found == codes


def test_late_refusal_says_both_instants_and_keeps_everything() -> None:
    town = ready(ferme_le=LIMIT)
    with pytest.raises(Refused) as caught:
        deposer(town, member(), "deposer", LIMIT + timedelta(seconds=8), "a")
    assert caught.value.problems[0].message == (
        "La demande est arrivée le 01/05/2022 à 0 h 00 min 07 s\u202f; "
        "la limite était le 30/04/2022 à 23 h 59 min 59 s."
    )
    assert Candidature.objects.get().etat == "brouillon"
    assert town.reponses.count() == 14
    assert not Recepisse.objects.exists()


def test_limit_is_read_again_when_it_is_put_off() -> None:
    town = ready(ferme_le=LIMIT)
    assert town.appel.ferme_le == LIMIT
    Appel.objects.update(ferme_le=LIMIT + timedelta(days=1))
    assert deposer(town, member(), "deposer", LIMIT + timedelta(hours=1), "a").limite == LIMIT + timedelta(days=1)


def test_request_received_in_time_passes_though_the_call_was_closed_since() -> None:
    town = ready(ferme_le=LIMIT)
    Appel.objects.update(etat="instruction")
    assert deposer(town, member(), "deposer", LIMIT, "a").rang == 1


@pytest.mark.parametrize(("limit", "late"), [
    (datetime(2022, 10, 30, 0, 30, tzinfo=UTC), datetime(2022, 10, 30, 1, 0, tzinfo=UTC)),
    (datetime(2022, 10, 30, 1, 30, tzinfo=UTC), datetime(2022, 10, 30, 1, 31, tzinfo=UTC)),
])  # fmt: skip
def test_limit_in_the_hour_that_comes_twice_is_one_instant(limit: datetime, late: datetime) -> None:
    """2 h 30 in summer time, then in winter time: what is said in Paris names which."""
    town = ready(ferme_le=limit)
    assert [one.code for one in empechements(town, "deposer", member(), recu_le=late)] == ["depot-tardif"]
    found = deposer(town, member(), "deposer", limit - timedelta(minutes=29), "a")
    assert found.recu_le < found.limite


def test_both_hours_of_the_change_are_told_apart() -> None:
    summer = datetime(2022, 10, 30, 0, 30, tzinfo=UTC)
    town = ready(ferme_le=summer)
    told = empechements(town, "deposer", member(), recu_le=summer + timedelta(hours=1))[0].message
    assert told == (
        "La demande est arrivée le 30/10/2022 à 2 h 30 min 00 s (heure d’hiver)\u202f; "
        "la limite était le 30/10/2022 à 2 h 30 min 00 s (heure d’été)."
    )


def test_everything_that_lacks_is_said_at_once() -> None:
    town = candidature(call(ferme_le=LIMIT))
    ecrire(town, "partage", "Un.", 0, member())
    found = empechements(town, "deposer", member(), recu_le=LIMIT + timedelta(days=1))
    assert [one.code for one in found] == ["depot-tardif", "depot-incomplet"]
    assert found[1].message == "Le dossier est incomplet\u00a0: 13\u00a0questions à compléter."
    assert found[1].examples[0] == "Fonction du référent métier"


@pytest.mark.parametrize("etat", ["brouillon", "decide", "archive", "annule"])
def test_call_that_does_not_receive(etat: str) -> None:
    town = ready()
    Appel.objects.update(etat=etat)
    assert [one.code for one in empechements(town, "deposer", member())] == ["depot-appel-ferme"]


def test_before_the_opening() -> None:
    town = ready(ouvre_le=now() + timedelta(days=1))
    assert [one.code for one in empechements(town, "deposer", member())] == ["depot-trop-tot"]


def test_corrected_one_has_its_receipt_and_the_former_is_kept() -> None:
    town = ready()
    deposer(town, member(), "deposer", now(), "a")
    town = Candidature.objects.get()
    assert refused(lambda: deposer(town, member(), "amender", now(), "b")) == ["depot-sans-changement"]
    ecrire(town, "partage", "Deux fiches.", 1, member())
    assert deposees(town).par_champ["partage"] == "Une fiche et une visite."
    second = deposer(town, member(), "amender", now(), "c")
    assert (second.numero, second.rang) == ("essai-00001-2", 2)
    assert deposees(Candidature.objects.get()).par_champ["partage"] == "Deux fiches."
    assert Recepisse.objects.get(rang=1).contenu["reponses"]["partage"] == "Une fiche et une visite."


def test_complement_changes_only_what_was_asked() -> None:
    town = ready()
    deposer(town, member(), "deposer", now(), "a")
    ecrire(Candidature.objects.get(), "experience", "Changé sans être déposé.", 1, member())
    Appel.objects.update(etat="instruction", ferme_le=LIMIT)
    Candidature.objects.update(etat="a_completer")
    until = now() + timedelta(days=3)
    Complement.objects.create(candidature=town, demande="Préciser.", champs=["partage"], avant_le=until)
    town = Candidature.objects.get()
    ecrire(town, "partage", "Précisé.", 1, member())
    found = deposer(town, member(), "completer", now(), "b")
    assert (found.rang, found.limite) == (2, until)
    assert found.contenu["reponses"]["partage"] == "Précisé."
    assert found.contenu["reponses"]["experience"] == "Un plan de plantation en 2020."
    assert Complement.objects.get().clos_le is not None
    assert [one.modele for one in Courrier.objects.order_by("id")] == ["recepisse", "recepisse_complement"]
    assert "corriger" not in Courrier.objects.latest("id").texte
    assert Candidature.objects.get().etat == "deposee"


def test_late_complement_is_refused() -> None:
    town = ready()
    deposer(town, member(), "deposer", now(), "a")
    Candidature.objects.update(etat="a_completer")
    Complement.objects.create(candidature=town, demande="?", champs=["partage"], avant_le=now() - timedelta(hours=1))
    assert refused(lambda: deposer(Candidature.objects.get(), member(), "completer", now(), "b")) == [
        "complement-tardif"
    ]


def test_withdrawn_then_taken_up_again_then_deposited() -> None:
    town = ready()
    deposer(town, member(), "deposer", now(), "a")
    franchir(town, "retirer", member())
    franchir(town, "reprendre", member())
    assert deposer(town, member(), "deposer", now(), "b").rang == 2


def test_not_taken_up_after_the_limit() -> None:
    town = ready()
    franchir(town, "retirer", member())
    Appel.objects.update(ferme_le=LIMIT)
    assert refused(lambda: franchir(town, "reprendre", member())) == ["reprise-tardive"]
    Appel.objects.update(etat="instruction")
    assert refused(lambda: franchir(town, "reprendre", member())) == ["depot-appel-ferme"]


def test_not_withdrawn_once_decided() -> None:
    town = ready()
    Appel.objects.update(etat="decide")
    assert refused(lambda: franchir(town, "retirer", member())) == ["retrait-apres-la-fin"]


def test_only_the_pair_deposits() -> None:
    town = ready()
    for other in (member(Role.LECTEUR), coordination()):
        assert refused(lambda: deposer(town, other, "deposer", now(), "a")) == ["geste-reserve"]  # noqa: B023
