"""The waiting list after the announcement: nothing passes but by minutes of its own, signed by every organisation."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils.timezone import now
from programme.instructions.seance import decide, judged, juror, minutes, signatory, signed
from programme.monde import coordination, member
from pytest_django import Settings

from coeurdeville.comptes.roles import Role
from coeurdeville.core.problems import Refused
from coeurdeville.programme.courrier.relecture import laisser_partir
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.instructions.apres_annonce import annoncer
from coeurdeville.programme.instructions.laureats import laureats
from coeurdeville.programme.models import Appel, Candidature, Courrier, Evenement, Experimentation, ProcesVerbal

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def donnees(tmp_path: Path, settings: Settings) -> None:
    settings.DATA = tmp_path


def codes(act: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        act()
    return [one.code for one in caught.value.problems]


def announced() -> tuple[Appel, Candidature]:
    """A call that is announced, and its only waiting town."""
    appel = judged()
    signed(appel)
    franchir(appel, "annoncer", coordination())
    return Appel.objects.get(), Candidature.objects.get(commune="00002")


def states() -> dict[str, str]:
    return dict(Candidature.objects.values_list("nom", "etat"))


@pytest.mark.parametrize("verb", ["retenir", "ecarter", "classer"])
def test_coordination_alone_passes_no_waiting_town(verb: str) -> None:
    _, waiting = announced()
    assert codes(lambda: franchir(waiting, verb, coordination(), "Vite.")) == ["decision-hors-proces-verbal"]
    decide(waiting, verb)
    assert codes(lambda: franchir(waiting, verb, coordination(), "Vite.")) == ["decision-hors-proces-verbal"]
    minutes(waiting.appel)
    assert codes(lambda: franchir(waiting, verb, coordination(), f"Motif pour {waiting.nom}.")) == [
        "annonce-proces-verbal-non-signe"
    ]
    assert states()["Vernoise-le-Pont"] == "liste_attente"


def test_waiting_town_takes_the_place_of_one_that_withdraws_by_minutes_of_both_organisations() -> None:
    appel, waiting = announced()
    laureate = appel.candidatures.get(commune="00001")
    franchir(laureate, "desister", member(Role.REFERENT, "00001"), "Le binôme est parti.")
    assert codes(lambda: minutes(appel)) == ["proces-verbal-sans-decision"]
    decide(waiting, "retenir", motif="Valmorin-sur-Aune a renoncé.")
    made = minutes(appel)
    assert [(one["ville"], one["issue"]) for one in made.contenu["decisions"]] == [("Vernoise-le-Pont", "retenir")]
    assert [one["ville"] for one in made.contenu["portefeuille"]["seuls"]] == ["Vernoise-le-Pont"]
    assert codes(lambda: minutes(appel)) == ["proces-verbal-deja-etabli"]
    franchir(made, "signer", signatory(appel, "Organisme A"))
    assert codes(lambda: annoncer(made, coordination())) == ["annonce-proces-verbal-non-signe"]
    franchir(made, "signer", signatory(appel, "Organisme B"))
    assert codes(lambda: franchir(waiting, "retenir", coordination(), "Autre chose.")) == ["decision-autre-motif"]
    assert annoncer(ProcesVerbal.objects.get(rang=2), coordination()) == 1
    assert states() == {"Valmorin-sur-Aune": "desistee", "Vernoise-le-Pont": "retenue", "Pontcharme": "non_retenue"}
    assert Experimentation.objects.filter(commune="00002").exists()
    made.refresh_from_db()
    assert codes(lambda: annoncer(made, coordination())) == ["proces-verbal-deja-annonce"]
    assert codes(lambda: franchir(made, "remplacer", coordination(), "Encore.")) == ["proces-verbal-annonce"]


def test_decision_that_changes_after_the_signatures_asks_for_other_minutes() -> None:
    appel, waiting = announced()
    decide(waiting, "retenir")
    made = signed(appel)
    decide(waiting, "ecarter")
    assert codes(lambda: annoncer(made, coordination())) == ["annonce-decisions-changees"]
    franchir(made, "remplacer", coordination(), "Le jury a changé d’avis.")
    assert annoncer(signed(appel), coordination()) == 1
    assert states()["Vernoise-le-Pont"] == "non_retenue"


def test_rank_that_was_announced_does_not_change() -> None:
    _, waiting = announced()
    assert codes(lambda: decide(waiting, "mettre_en_attente", 2)) == ["decision-rang-annonce"]
    decide(waiting, "retenir")
    assert decide(waiting, "mettre_en_attente", 1).rang == 1


@pytest.mark.parametrize("let_go", [False, True])
def test_letter_of_the_former_outcome_is_held(let_go: bool) -> None:
    appel, waiting = announced()
    if let_go:
        laisser_partir(Courrier.objects.values_list("pk", flat=True), coordination())
    decide(waiting, "retenir")
    annoncer(signed(appel), coordination())
    letters = Courrier.objects.filter(evenement__objet="candidature", evenement__numero=waiting.pk)
    assert dict(letters.values_list("modele", "suivi")) == {"liste_attente": "retenu", "retenue": "a_relire"}
    other = Courrier.objects.get(modele="non_retenue")
    assert other.suivi == ("a_envoyer" if let_go else "a_relire")


def test_public_page_tells_each_date() -> None:
    appel, waiting = announced()
    earlier = now() - timedelta(days=40)
    Appel.objects.update(annonce_le=earlier)
    Evenement.objects.filter(verbe="retenir").update(date=earlier)
    decide(waiting, "retenir")
    annoncer(signed(Appel.objects.get()), coordination())
    told = laureats(Appel.objects.get())
    assert told is not None
    days = {one.nom: one.le for one in told.villes}
    assert days["Valmorin-sur-Aune"] != days["Vernoise-le-Pont"]
    page = Client().get(f"/appels/{appel.slug}/laureats/").content.decode().replace("\u202f", " ")
    assert f"Premières décisions annoncées le {days['Valmorin-sur-Aune']:%d/%m/%Y}" in page
    assert f"Retenue le {days['Vernoise-le-Pont']:%d/%m/%Y}, depuis la liste d’attente." in page
    assert page.count("Retenue le") == 1


def test_jury_and_coordination_find_the_way_on_the_pages() -> None:
    appel, waiting = announced()
    client = Client()
    client.force_login(juror(appel), "django.contrib.auth.backends.ModelBackend")
    path = f"/jury/{appel.slug}/candidatures/{waiting.pk}/"
    assert client.post(path, {"issue": "retenir", "motif": "Une place.", "version": "1"}).status_code == 302
    made = signed(appel)
    page = client.get(f"/jury/{appel.slug}/proces-verbaux/2/")
    assert "Procès-verbal complémentaire nº" in page.content.decode()
    assert client.post(f"/jury/{appel.slug}/proces-verbaux/2/annoncer/").status_code == 403
    assert made.rang == 2
