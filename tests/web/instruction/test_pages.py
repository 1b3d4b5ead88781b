"""Pages of reviewers, jury and coordination: nothing typed is lost, nothing is done by the wrong person."""

import re
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localdate
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice
from programme.instructions.seance import decide, deposited, given, judged, juror, signatory
from programme.monde import call, coordination, mandated, user
from pytest_django import Settings

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.programme.models import Besoin, Candidature, Decision, Note, ProcesVerbal, Recusation, Relecture

pytestmark = pytest.mark.django_db
KEYS = ("innovation", "experience", "organisation", "partage")
WHOLE = {f"note-{key}": "4" for key in KEYS} | {f"motif-{key}": "Solide." for key in KEYS} | {"avis": "Oui."}


@pytest.fixture(autouse=True)
def donnees(tmp_path: Path, settings: Settings) -> None:
    settings.DATA = tmp_path


def browser(who: Utilisateur) -> Client:
    client = Client()
    client.force_login(who, "django.contrib.auth.backends.ModelBackend")
    return client


def boss() -> Client:
    who = coordination()
    device = TOTPDevice.objects.create(user=who, confirmed=True, name="téléphone")
    client = browser(who)
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session.save()
    return client


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_review_is_drafted_refused_then_given() -> None:
    reading = given(deposited(call("instruction"), 1), "a", etat="assignee")
    client, path = browser(reading.relecteur), f"/instruction/relectures/{reading.pk}/"
    assert client.post(f"{path}brouillon/", {"note-partage": "2", "motif-partage": "Peu."}).json()["problemes"] == []
    refused = client.post(path, {"acte": "rendre", "note-partage": "3", "motif-partage": "Mieux."})
    assert refused.status_code == 400
    assert "Mieux." in text(refused)
    assert Note.objects.get().valeur == 3
    assert client.post(path, {**WHOLE, "acte": "rendre"}).status_code == 302
    assert Relecture.objects.get().etat == "rendue"
    assert client.post(f"{path}brouillon/", WHOLE).status_code == 409


def test_draft_is_kept_at_an_hour_of_paris(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = given(deposited(call("instruction"), 1), "a", etat="assignee")
    client, path = browser(reading.relecteur), f"/instruction/relectures/{reading.pk}/brouillon/"
    monkeypatch.setattr("coeurdeville.web.instruction.relecture.now", lambda: datetime(2027, 1, 5, 7, 7, tzinfo=UTC))
    told = client.post(path, {"note-partage": "2", "motif-partage": "Peu."}).json()
    assert told["dit"] == "Brouillon enregistré à 8\u00a0h\u00a007."
    script = resources.files("coeurdeville.web").joinpath("front/relecture.js").read_text("utf-8")
    assert "told.dit" in script
    assert "Date(" not in script


def test_review_is_nobody_elses() -> None:
    reading = given(deposited(call("instruction"), 1), "a", etat="assignee")
    for who in (user("autre"), mandated("relecteur", reading.appel, "b")):
        assert browser(who).get(f"/instruction/relectures/{reading.pk}/").status_code == 403


def test_reviewer_asks_the_coordination_then_declares_a_link() -> None:
    reading = given(deposited(call("instruction"), 1), "a", etat="assignee")
    client, path = browser(reading.relecteur), f"/instruction/relectures/{reading.pk}/"
    client.post(f"{path}besoin/", {"sorte": "avis", "texte": "Un hydrologue."})
    need = Besoin.objects.get()
    page = text(boss().get("/coordination/appels/essai/affectations/"))
    assert "Un hydrologue." in page
    boss().post(f"/coordination/appels/essai/affectations/besoins/{need.pk}/")
    need.refresh_from_db()
    assert need.traite_le is not None
    assert client.post(f"{path}lien/", {"motif": "Ma sœur."}).headers["Location"] == "/instruction/"
    assert Recusation.objects.get().motif == "Ma sœur."
    assert client.get(path).status_code == 403


def test_request_of_a_reviewer_once_decided_leads_nowhere_and_may_be_closed() -> None:
    one = deposited(call("instruction"), 1)
    reading = given(one, "a", etat="assignee")
    for sort in ("complement", "avis"):
        browser(reading.relecteur).post(f"/instruction/relectures/{reading.pk}/besoin/", {"sorte": sort, "texte": sort})
    path, client = "/coordination/appels/essai/affectations/", boss()

    def answers() -> list[int]:
        links = re.findall(r'<a href="([^"]+)">Y répondre</a>', text(client.get(path)))
        return [client.get(link).status_code for link in links]

    assert answers() == [200, 200]
    Candidature.objects.update(etat="retenue")
    assert answers() == []
    assert text(client.get(path)).count("C’est traité") == 2
    assert "Elle est décidée" in text(client.get(path))


def test_table_is_sorted_by_links_and_keeps_its_filter() -> None:
    appel = call("instruction", relectures_voulues=1)
    for number, value in ((1, 1), (2, 5), (3, 3)):
        given(deposited(appel, number), "a", *[value] * 4)
    client = browser(juror(appel))
    page = text(client.get("/jury/essai/?tri=moyenne&sens=desc&texte=v"))
    assert page.index("Vernoise-le-Pont</a>") < page.index("Valmorin-sur-Aune</a>")
    assert "Pontcharme" not in page
    assert 'aria-sort="descending"><a href="?texte=v&amp;tri=moyenne&amp;sens=asc"' in page
    assert client.get("/jury/essai/?tri=nimporte&sens=x").status_code == 200


def test_button_that_takes_a_mandate_back_says_whose_and_which() -> None:
    appel = call("instruction")
    mandated("relecteur", appel, "essai")
    page = text(boss().get("/coordination/appels/essai/mandats/"))
    assert 'Retirer<span class="visually-hidden"> à essai@essai.example son mandat (relecteur)' in page


def test_two_jurors_read_both_texts() -> None:
    one = deposited(call("instruction"), 1)
    decide(one, "retenir", motif="Solide et utile.")
    path = f"/jury/essai/candidatures/{one.pk}/"
    met = browser(juror(one.appel, "second")).post(path, {"issue": "ecarter", "motif": "Trop vague.", "version": "0"})
    assert met.status_code == 409
    assert "Solide et utile." in text(met)
    assert "Trop vague." in text(met)
    assert 'name="version" value="1"' in text(met)
    again = {"issue": "ecarter", "motif": "D’accord entre nous.", "version": "1"}
    assert browser(juror(one.appel, "second")).post(path, again).status_code == 302
    assert Decision.objects.get().motif == "D’accord entre nous."


def test_signatory_reads_and_does_not_decide() -> None:
    one = deposited(call("instruction"), 1)
    client = browser(signatory(one.appel, "Organisme A"))
    page = text(client.get(f"/jury/essai/candidatures/{one.pk}/"))
    assert "Écrire la décision" not in page
    answer = client.post(f"/jury/essai/candidatures/{one.pk}/", {"issue": "retenir", "motif": "Bien."})
    assert answer.status_code == 400
    assert not Decision.objects.exists()


def test_minutes_are_drawn_up_by_the_coordination_read_and_signed() -> None:
    appel = judged(("retenir",))
    sitting = appel.mandats.get(role="jury")
    form = {"le": localdate().isoformat(), "presents": [sitting.pk]}
    assert browser(juror(appel)).post("/jury/essai/proces-verbaux/", form).status_code == 403
    assert boss().post("/jury/essai/proces-verbaux/", {"le": form["le"]}).status_code == 400
    assert boss().post("/jury/essai/proces-verbaux/", form).status_code == 302
    client = browser(signatory(appel, "Organisme A"))
    assert "Motif pour Valmorin-sur-Aune." in text(client.get("/jury/essai/proces-verbaux/1/"))
    pdf = client.get("/jury/essai/proces-verbaux/1/proces-verbal.pdf")
    assert pdf.content[:5] == b"%PDF-"
    made = ProcesVerbal.objects.get()
    client.post(f"/gestes/procesverbal/{made.pk}/signer/")
    assert made.signatures.get().organisation == "Organisme A"
    after = text(client.get("/jury/essai/proces-verbaux/1/"))
    assert "a signé le procès-verbal." in after
    assert "n’est pas possible" not in after
    assert "a déjà signé" not in after
    other = text(browser(signatory(appel, "Organisme B")).get("/jury/essai/proces-verbaux/1/"))
    assert f"/gestes/procesverbal/{made.pk}/signer/" in other
    assert browser(user("autre")).get("/jury/essai/proces-verbaux/1/").status_code == 403


def test_portfolio_compares_two_sets() -> None:
    appel = judged(("retenir", "ecarter"))
    numbers = [one.pk for one in appel.candidatures.order_by("commune")]
    client = browser(juror(appel))
    assert "Ensemble B" not in text(client.get("/jury/essai/portefeuille/"))
    heads = re.findall(r'<th scope="col">([^<]+)</th>', text(client.get("/jury/essai/portefeuille/")))
    assert heads[:4] == ["A", "B", "Ville", "Villes débloquées"]
    page = text(client.get(f"/jury/essai/portefeuille/?choix=1&a={numbers[0]}&b={numbers[1]}&b=zz"))
    assert "Ensemble A\u00a0: 1 candidature<" in page.replace("&nbsp;", "\u00a0")
    assert "Ensemble B" in page


def test_coordination_shares_reviews_and_asks_a_town_to_complete() -> None:
    appel = call("instruction", relectures_voulues=1)
    one = deposited(appel, 1)
    mandated("relecteur", appel, "a")
    client, path, soon = boss(), "/coordination/appels/essai/affectations/", localdate() + timedelta(days=20)
    assert "Valmorin-sur-Aune" in text(client.get(f"{path}proposition/"))
    shown = re.findall(r'name="paire" value="([^"]+)"', text(client.get(f"{path}proposition/")))
    mandated("relecteur", appel, "meilleure")
    client.post(f"{path}proposition/", {"avant_le": soon.isoformat(), "paire": shown})
    assert Relecture.objects.get().relecteur == user("a")
    assert Relecture.objects.get().avant_le == soon
    client.post(f"{path}relancer/")
    asked = {"motif": "Combien de jours ?", "champs": ["charge"], "avant_le": "2099-01-01T12:00"}
    assert client.post(f"{path}complement/{one.pk}/", {**asked, "champs": []}).status_code == 400
    assert client.post(f"{path}complement/{one.pk}/", asked).status_code == 302
    one.refresh_from_db()
    assert one.etat == "a_completer"


def test_day_of_a_session_that_is_refused_stays_in_the_form() -> None:
    appel = judged(("retenir",))
    sitting = appel.mandats.get(role="jury")
    for typed, told in (("2090-01-01", "01/01/2090"), ("demain", "ne se lit pas")):
        answer = boss().post(
            "/jury/essai/proces-verbaux/", {"le": typed, "presents": [sitting.pk], "observations": "X1"}
        )
        assert answer.status_code == 400
        assert told in text(answer)
        assert f'value="{typed}"' in text(answer)
        assert "X1" in text(answer)
    assert not ProcesVerbal.objects.exists()


def test_day_of_a_review_that_is_refused_stays_in_the_form() -> None:
    appel = call("instruction", relectures_voulues=1)
    one = deposited(appel, 1)
    mandated("relecteur", appel, "a")
    held, path = appel.mandats.get(role="relecteur"), "/coordination/appels/essai/affectations/"
    for typed, told in (("2020-01-01", "Le 01/01/2020 est passé."), ("demain", "« demain » n’est pas un jour.")):
        alone = boss().post(path, {"candidature": one.pk, "mandat": held.pk, "avant_le": typed})
        all_of_them = boss().post(f"{path}proposition/", {"paire": [f"{one.pk}-{held.pk}"], "avant_le": typed})
        for answer in (alone, all_of_them):
            assert answer.status_code == 400
            assert told in text(answer).replace("\u00a0", " ")
            assert f'value="{typed}"' in text(answer)
        assert f'value="{held.pk}" selected' in text(alone)
        assert "<details open>" in text(alone)
    assert not Relecture.objects.exists()
