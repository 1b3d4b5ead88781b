"""An account that goes keeps its deeds, unnamed, and its links hold."""

import pytest
from django.core import mail
from programme.instructions.seance import deposited, given, judged, juror, minutes, signed
from programme.monde import call, mandated, user

from coeurdeville.comptes.suppression import supprimer
from coeurdeville.programme.courrier.envoi import expedier
from coeurdeville.programme.instructions.affectation import proposition
from coeurdeville.programme.instructions.avis import demander
from coeurdeville.programme.instructions.examen import examen
from coeurdeville.programme.instructions.liens import est_ecarte
from coeurdeville.programme.instructions.rappels import relancer_tous
from coeurdeville.programme.instructions.recusations import declarer
from coeurdeville.programme.instructions.tableau import rangees
from coeurdeville.programme.models import Avis, Courrier, Recusation, Relecture

pytestmark = pytest.mark.django_db


def gone(name: str) -> None:
    supprimer(user(name), {})


def test_reviews_stay_unnamed_and_the_table_says_what_the_minutes_said() -> None:
    appel = judged(("retenir",))
    said = signed(appel).contenu["classement"][0]
    gone("a")
    gone("b")
    (row,) = rangees(appel, juror(appel))
    assert (row.ligne.nombre, said["relectures"]) == (3, 3)
    assert [one.qui for one in examen(row.candidature).relectures] == [
        "Ancien relecteur", "Ancien relecteur", "c@essai.example",
    ]  # fmt: skip
    assert appel.mandats.filter(role="relecteur", utilisateur=None).count() == 2


def test_review_awaited_of_nobody_counts_no_more_and_is_entrusted_to_another() -> None:
    appel = call("instruction", relectures_voulues=1)
    given(deposited(appel, 1), "a", etat="assignee")
    mandated("relecteur", appel, "b")
    gone("a")
    assert relancer_tous(appel, juror(appel)) == 0
    assert [str(one.mandat) for one in proposition(appel)[1]] == ["b@essai.example, relecteur"]


def test_declared_link_stays_written_and_holds_for_whoever_comes_back_by_the_same_address() -> None:
    appel = judged(("retenir",))
    one = appel.candidatures.get()
    declarer(one, juror(appel, "liee"), "Ma sœur.")
    gone("liee")
    assert Recusation.objects.get().qui == "Ancien membre de l’instruction"
    assert minutes(appel).contenu["recusations"][0]["nom"] == "Ancien membre de l’instruction"
    assert est_ecarte(user("liee"), one)
    assert not est_ecarte(user("autre"), one)


def test_opinions_and_sent_letters_stay_and_what_waits_does_not_leave() -> None:
    one = deposited(call("instruction"), 1)
    user("experte")
    demander(one, "experte@essai.example", "Est-ce faisable ?", juror(one.appel))
    assert expedier() == 1
    Courrier.objects.create(cle="attend", modele="mandat", destinataire=user("experte"), sujet="S", texte="T")
    gone("experte")
    assert Avis.objects.get().qui == "Ancien expert"
    assert expedier() == 0
    assert len(mail.outbox) == 1
    assert sorted(Courrier.objects.values_list("suivi", "destinataire")) == [("envoye", None), ("retenu", None)]
    assert Relecture.objects.count() == 0
