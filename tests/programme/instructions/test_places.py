"""A place closes what it must: one's own town, a mandate that was taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from programme.instructions.seance import deposited, given, judged, minutes
from programme.monde import call, coordination, mandated, member, user
from pytest_django import Settings

from coeurdeville.comptes.models import Membre, Utilisateur
from coeurdeville.comptes.roles import Role
from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels.mandats import confier, retirer
from coeurdeville.programme.etats.franchir import empechements, franchir
from coeurdeville.programme.instructions.affectation import Demande, affecter, proposition
from coeurdeville.programme.instructions.avancement import avancement
from coeurdeville.programme.instructions.decisions import Texte, decider
from coeurdeville.programme.instructions.lecture import mes_relectures
from coeurdeville.programme.instructions.tableau import rangees
from coeurdeville.programme.journal.ecriture import dit, histoire
from coeurdeville.programme.models import Appel, Decision, Mandat, Relecture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def donnees(tmp_path: Path, settings: Settings) -> None:
    settings.DATA = tmp_path


def opens(who: Utilisateur, path: str) -> int:
    client = Client()
    client.force_login(Utilisateur.objects.get(pk=who.pk), "django.contrib.auth.backends.ModelBackend")
    return client.get(path).status_code


def codes(act: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        act()
    return [one.code for one in caught.value.problems]


def seated(appel: Appel, **fields: str) -> Utilisateur:
    who = user("jure-lie", **fields)
    Mandat.objects.create(appel=appel, utilisateur=who, role="jury", organisation="")
    return who


@pytest.mark.parametrize("link", ["town", "organisation", "siret"])
def test_juror_reads_and_decides_nothing_of_their_own_town(link: str) -> None:
    appel = judged(("retenir", "ecarter"))
    own, other = appel.candidatures.order_by("commune")
    minutes(appel)
    who = seated(appel, siret="21350236600015" if link == "siret" else "")
    if link == "town":
        Membre.objects.create(utilisateur=who, commune=own.commune, role=Role.REFERENT)
    if link == "organisation":
        Mandat.objects.filter(utilisateur=who).update(organisation=f"Ville de {own.nom}")
    if link == "siret":
        type(own).objects.filter(pk=own.pk).update(siret="21350236600023")
    who, own = Utilisateur.objects.get(pk=who.pk), type(own).objects.get(pk=own.pk)
    assert [one.titre for one in rangees(appel, who)] == [other.nom]
    assert opens(who, f"/jury/essai/candidatures/{own.pk}/") == 403
    assert opens(who, f"/jury/essai/candidatures/{other.pk}/") == 200
    with pytest.raises(Refused) as refused:
        decider(own, who, Texte("retenir", "Bien sûr."), 1)
    assert [one.code for one in refused.value.problems] == ["decision-lien"]
    client = Client()
    client.force_login(who, "django.contrib.auth.backends.ModelBackend")
    told = client.get("/jury/essai/proces-verbaux/1/").content.decode()
    assert own.nom not in told
    assert other.nom in told
    assert Decision.objects.get(candidature=own).version == 1


def test_reviewer_who_joins_the_town_reads_it_no_more() -> None:
    reading = given(deposited(call("instruction"), 1), "a", etat="assignee")
    assert opens(reading.relecteur, f"/instruction/relectures/{reading.pk}/") == 200
    Membre.objects.create(utilisateur=reading.relecteur, commune="00001", role=Role.LECTEUR)
    assert opens(reading.relecteur, f"/instruction/relectures/{reading.pk}/") == 403
    assert mes_relectures(Utilisateur.objects.get(pk=reading.relecteur.pk)).lignes == []


def test_mandate_that_is_taken_back_closes_reviews_given_and_awaited_and_is_journaled() -> None:
    appel = call("instruction")
    confier(appel, coordination(), "a@essai.example", "relecteur", "Organisme A")
    kept, awaited = given(deposited(appel, 1), "a", 3, 3, 3, 3), given(deposited(appel, 2), "a", etat="assignee")
    who = user("a")
    assert opens(who, f"/instruction/relectures/{kept.pk}/") == 200
    retirer(appel.mandats.get(utilisateur=who), coordination())
    for one in (kept, awaited):
        assert opens(who, f"/instruction/relectures/{one.pk}/") == 403
    assert mes_relectures(who).lignes == []
    assert sorted(Relecture.objects.values_list("etat", flat=True)) == ["rendue", "retiree"]
    with pytest.raises(Refused) as refused:
        franchir(kept, "reprendre", who)
    assert [one.code for one in refused.value.problems] == ["geste-reserve"]
    assert [(one.acteur, dit(one), one.motif) for one in histoire(appel)] == [
        (coordination(), "a donné un mandat", f"relecteur, Organisme A, compte nº {who.pk}"),
        (coordination(), "a retiré un mandat", f"relecteur, Organisme A, compte nº {who.pk}"),
    ]


def test_review_is_not_taken_back_once_the_others_can_be_read() -> None:
    one = deposited(call("instruction"), 1)
    first = given(one, "a", 3, 3, 3, 3)
    assert empechements(first, "reprendre", first.relecteur) == []
    given(one, "b", 5, 5, 5, 5)
    with pytest.raises(Refused) as refused:
        franchir(first, "reprendre", first.relecteur)
    assert [one.code for one in refused.value.problems] == ["relectures-lues"]
    client = Client()
    client.force_login(first.relecteur, "django.contrib.auth.backends.ModelBackend")
    page = client.get(f"/instruction/relectures/{first.pk}/").content.decode()
    assert f"/gestes/relecture/{first.pk}/reprendre/" not in page
    assert "la vôtre ne se reprend plus" in page


def test_anonymous_call_gives_no_reviewer_a_page_that_names_the_towns() -> None:
    appel = call(anonyme=True)
    confier(appel, coordination(), "a@essai.example", "relecteur")
    for role, organisation in (("jury", ""), ("signataire", "Organisme A")):
        assert codes(lambda: confier(appel, coordination(), "a@essai.example", role, organisation)) == [  # noqa: B023
            "mandats-qui-se-cumulent"
        ]
    mandated("jury", appel, "a")
    assert "appel-anonymat" in {one.code for one in empechements(appel, "publier", coordination())}


def test_pair_of_a_candidate_judges_no_candidature_of_the_call() -> None:
    appel = call("instruction", relectures_voulues=1)
    one, rival = deposited(appel, 1), member(commune="00002")
    deposited(appel, 2)
    for role in ("relecteur", "jury"):
        assert codes(lambda: confier(appel, coordination(), rival.courriel, role)) == ["mandat-de-candidat"]  # noqa: B023
    held = Mandat.objects.create(appel=appel, utilisateur=rival, role="relecteur")
    assert proposition(appel)[1] == []
    assert codes(lambda: affecter(appel, [Demande(one, held)], coordination())) == ["relecteur-candidat"]


def test_reviews_are_still_told_once_all_is_decided_and_nothing_more_is_entrusted() -> None:
    appel = judged(("retenir", "ecarter"))
    appel.candidatures.filter(commune="00001").update(etat="retenue")
    appel.candidatures.filter(commune="00002").update(etat="non_retenue")
    mandated("relecteur", appel, "d")
    told = avancement(appel, coordination())
    assert [(one.candidature.nom, one.rendues, one.manquent, one.ouverte) for one in told.candidatures] == [
        ("Valmorin-sur-Aune", 3, 0, False), ("Vernoise-le-Pont", 3, 0, False),
    ]  # fmt: skip
    assert {str(one.mandat.utilisateur): one.rendues for one in told.relecteurs} == {
        "a@essai.example": 2, "b@essai.example": 2, "c@essai.example": 2, "d@essai.example": 0,
    }  # fmt: skip
    assert (told.completes, told.manquent, told.attendues) == (2, 0, 0)
