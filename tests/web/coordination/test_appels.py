"""A call from its first word to its extension, by the pages of the coordination."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localtime, now
from programme.monde import call, candidature, mandated, user

from coeurdeville.programme.appels.formulaire import formulaire
from coeurdeville.programme.candidatures.ecritures import ecrire
from coeurdeville.programme.candidatures.valeurs import valeurs
from coeurdeville.programme.models import Appel, Courrier, Evenement, Mandat, Saison


def text(answer: Any) -> str:
    return str(answer.content.decode()).replace("\u00a0", " ").replace("\u202f", " ")


def later(days: int) -> str:
    return localtime(now() + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


def written(**fields: object) -> dict[str, object]:
    words = {
        "titre": "Données vertes", "promesse": "Une expérimentation accompagnée.", "presentation": "Pourquoi.",
        "cahier": "## Qui\n\n- Les villes", "themes": ["climat"], "ouvre_le": later(-1), "ferme_le": later(30),
        "duree_mois": "6 à 9", "a_retenir": "10", "perimetre": "00001,00002", "eligibles_au": "2026-01-01",
        "organisateurs": "Organisme A\nOrganisme B", "relectures_voulues": "3", "contact": "appel@essai.example",
    }  # fmt: skip
    return {**words, **fields}


def test_call_is_prepared_published_and_extended(browser: Client) -> None:
    sent = {"titre": "Saison 3", "numero": "3", "themes": ["climat"], "debut": "2026-01-01"}
    assert browser.post("/coordination/saisons/nouvelle/", sent).status_code == 302
    made = browser.post("/coordination/appels/nouveau/", {"saison": Saison.objects.get().pk, "titre": "Données vertes"})
    assert made.headers["Location"] == "/coordination/appels/donnees-vertes/modifier/"
    page = text(browser.get("/coordination/appels/donnees-vertes/"))
    assert "Il manque à l’appel le cahier des charges." in page
    assert browser.get("/appels/donnees-vertes/").status_code == 404

    assert browser.post("/coordination/appels/donnees-vertes/modifier/", written()).status_code == 302
    for n, name in enumerate(("Organisme A", "Organisme B")):
        person = {"courriel": f"signe{n}@essai.example", "role": "signataire", "organisation": name}
        assert browser.post("/coordination/appels/donnees-vertes/mandats/", person).status_code == 302
    assert "Tout est prêt" in text(browser.get("/coordination/appels/donnees-vertes/"))
    browser.post(f"/gestes/appel/{Appel.objects.get().pk}/publier/")
    assert "Les dépôts sont ouverts" in text(Client().get("/appels/donnees-vertes/"))

    prolonged = {"nouvelle": later(60), "motif": "Les congés."}
    assert browser.post("/coordination/appels/donnees-vertes/prolonger/", prolonged).status_code == 302
    shown = text(Client().get("/appels/donnees-vertes/"))
    assert "Les congés." in shown
    assert [one.verbe for one in Evenement.objects.all()] == [
        "creer", "donner_mandat", "donner_mandat", "publier", "prolonger",
    ]  # fmt: skip


def test_refusal_keeps_what_was_typed(browser: Client) -> None:
    call("publie")
    answer = browser.post("/coordination/appels/essai/prolonger/", {"nouvelle": later(-30), "motif": "Le pont de mai."})
    assert answer.status_code == 400
    assert "Le pont de mai." in text(answer)
    assert "ne vient pas après celle d’aujourd’hui" in text(answer)


def test_published_call_keeps_its_form(browser: Client) -> None:
    call("publie")
    answer = browser.post("/coordination/appels/essai/modifier/", written(titre="Autre"))
    assert answer.status_code == 400
    assert "L’appel est publié" in text(answer)
    words = {key: value for key, value in written(promesse="Mieux dit.").items() if key in (
        "promesse", "presentation", "cahier", "duree_mois", "contact")}  # fmt: skip
    assert browser.post("/coordination/appels/essai/corriger/", {**words, "motif": "Clarté."}).status_code == 302
    assert Appel.objects.get().promesse == "Mieux dit."


@pytest.mark.parametrize("etat", ["archive", "annule"])
@pytest.mark.parametrize(
    "path", ["prolonger", "corriger", "modifier", "donnees-personnelles", "criteres", "formulaire/nouvelle"]
)
def test_call_that_is_over_opens_no_form(browser: Client, path: str, etat: str) -> None:
    call(etat)
    answer = browser.get(f"/coordination/appels/essai/{path}/")
    assert answer.headers["Location"] == "/coordination/appels/essai/"
    said = "annulé" if etat == "annule" else "archivé"
    assert said in text(browser.get("/coordination/appels/essai/")).partition("</main>")[0].partition("<h1>")[0]


@pytest.mark.parametrize(("fields", "linked"), [({}, False), ({"publie_le": now()}, True)])
def test_cancelled_call_is_linked_to_its_public_page_when_it_has_one(
    browser: Client, fields: dict[str, object], linked: bool
) -> None:
    call("annule", **fields)
    assert ("La page publique" in text(browser.get("/coordination/appels/essai/"))) is linked


def test_questions_are_added_moved_and_taken_out(browser: Client) -> None:
    appel = call("brouillon")
    sent = {"titre": "Quelle école ?", "sorte": "texte", "critere": "innovation", "etape": "service", "titre_etape": ""}
    assert browser.post("/coordination/appels/essai/formulaire/nouvelle/", sent).status_code == 302
    browser.post("/coordination/appels/essai/formulaire/quelle_ecole/monter/")
    browser.post("/coordination/appels/essai/formulaire/forme/retirer/")
    appel.refresh_from_db()
    service = next(step for step in appel.formulaire if step["cle"] == "service")
    assert [one["cle"] for one in service["champs"]] == ["service", "quelle_ecole", "service_texte"]
    wrong = browser.post("/coordination/appels/essai/formulaire/service/", {"titre": "", "sorte": "service"})
    assert wrong.status_code == 400
    kept = {"titre": "Lequel ?", "sorte": "choix", "options": "un\ndeux"}
    assert browser.post("/coordination/appels/essai/formulaire/quelle_ecole/", kept).status_code == 302
    assert "Lequel ?" in text(browser.get("/coordination/appels/essai/formulaire/"))
    assert browser.get("/coordination/appels/essai/formulaire/absente/").status_code == 404


def test_choices_keep_their_keys_and_new_ones_take_no_other(browser: Client) -> None:
    appel = call("brouillon")
    at = "/coordination/appels/essai/formulaire/forme/"
    for lines in ("un\ndeux", "deux\ntrois"):
        browser.post(at, {"titre": "Lequel ?", "sorte": "choix", "options": lines})
    appel.refresh_from_db()
    kept = formulaire(appel).champ("forme")
    assert kept is not None
    assert kept.options == {"choix_2": "deux", "choix_1": "trois"}
    answer = browser.post(at, {"titre": "Lequel ?", "sorte": "choix", "options": "un\nun"})
    assert answer.status_code == 400
    assert "deux fois" in text(answer)


def test_journal_of_a_call_does_not_call_it_a_file(browser: Client) -> None:
    season, _ = Saison.objects.get_or_create(
        slug="s", defaults={"titre": "Saison 9", "numero": 9, "debut": "2026-01-01"}
    )
    browser.post("/coordination/appels/nouveau/", {"saison": season.pk, "titre": "Données vertes"})
    page = text(browser.get("/coordination/appels/donnees-vertes/"))
    assert "a commencé à préparer l’appel" in page
    assert "ce dossier" not in page


def test_criteria_are_replaced_together(browser: Client) -> None:
    appel = call("brouillon")
    sent = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-titre": "Utilité", "form-0-poids": "3",
            "form-1-titre": "", "form-1-poids": "2"}  # fmt: skip
    assert browser.post("/coordination/appels/essai/criteres/", sent).status_code == 302
    assert [(one.cle, float(one.poids)) for one in appel.criteres.all()] == [("utilite", 3.0)]


@pytest.mark.parametrize(("titles", "said"), [(("Utilité", "Utilité"), "mêmes mots"), (("???", "Un"), "« ??? »")])
def test_criteria_refused_keep_what_was_typed(browser: Client, titles: tuple[str, str], said: str) -> None:
    call("brouillon")
    sent = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-titre": titles[0], "form-1-titre": titles[1],
            "form-0-question": "Tout ce qui était tapé."}  # fmt: skip
    answer = browser.post("/coordination/appels/essai/criteres/", sent)
    assert answer.status_code == 400
    assert said in text(answer)
    assert "Tout ce qui était tapé." in text(answer)


def test_question_edited_into_that_of_the_theme_is_read(browser: Client) -> None:
    call("brouillon", perimetre="00001")
    browser.post("/coordination/appels/essai/formulaire/theme/retirer/")
    sent = {"titre": "Sur quoi ?", "sorte": "theme", "critere": "innovation"}
    assert browser.post("/coordination/appels/essai/formulaire/forme/", sent).status_code == 302
    Appel.objects.update(etat="publie")
    town = candidature(Appel.objects.get())
    ecrire(town, "forme", "climat", 0, None)
    assert valeurs(town).theme == "climat"


def test_retention_and_purposes_are_read_back(browser: Client) -> None:
    call("brouillon")
    sent = {"traitements": "Instruire ; Article 6-1-e ; Deux ans", "retiree": "6", "retenue": "24", "non_retenue": ""}
    assert browser.post("/coordination/appels/essai/donnees-personnelles/", sent).status_code == 302
    appel = Appel.objects.get()
    assert appel.conservation == {"retenue": 24, "retiree": 6}
    assert appel.traitements == [{"finalite": "Instruire", "base": "Article 6-1-e", "duree": "Deux ans"}]
    assert (
        browser.post("/coordination/appels/essai/donnees-personnelles/", {"traitements": "Instruire"}).status_code
        == 400
    )


def test_mandate_is_given_and_taken_back(browser: Client) -> None:
    call("publie")
    assert browser.post("/coordination/appels/essai/mandats/", {"courriel": "x", "role": "jury"}).status_code == 400
    browser.post("/coordination/appels/essai/mandats/", {"courriel": "lea@essai.example", "role": "jury"})
    assert "lea@essai.example" in text(browser.get("/coordination/appels/essai/mandats/"))
    browser.post(f"/coordination/appels/essai/mandats/{Mandat.objects.get().pk}/retirer/")
    assert not Mandat.objects.exists()
    assert browser.post("/coordination/appels/essai/mandats/7/retirer/").status_code == 404


def test_mandate_in_a_call_in_preparation_is_shown_without_a_door_that_is_closed(browser: Client) -> None:
    appel = call("brouillon")
    reader = Client()
    reader.force_login(mandated("relecteur", appel), "django.contrib.auth.backends.ModelBackend")
    page = text(reader.get("/compte/"))
    assert "Relecteur, Appel d’essai, en préparation" in page
    assert "Mes relectures" not in page
    Appel.objects.update(etat="publie")
    assert "Mes relectures" in text(reader.get("/compte/"))


def test_call_that_is_over_offers_no_mandate(browser: Client) -> None:
    call("archive")
    page = text(browser.get("/coordination/appels/essai/mandats/"))
    assert "Donner un mandat" not in page
    assert "L’appel est archivé" in page


def test_home_tells_what_waits(browser: Client) -> None:
    assert "Ouvrez d’abord une saison" in text(browser.get("/coordination/"))
    appel = call("publie")
    candidature(appel, etat="deposee")
    Courrier.objects.create(
        cle="1", modele="retenue", destinataire=user("elle"), sujet="Retenue", texte="Bravo.", suivi="a_relire"
    )
    page = text(browser.get("/coordination/"))
    assert "1 à relire" in page
    assert "Appel d’essai" in page


@pytest.mark.parametrize(
    "path", ["appels/absent/", "appels/absent/modifier/", "courrier/9/", "appels/absent/formulaire/"]
)
def test_what_is_not_there(browser: Client, path: str) -> None:
    assert browser.get(f"/coordination/{path}").status_code == 404


@pytest.mark.parametrize(
    ("hour", "said"), [("2027-03-28T02:30", "au changement d’heure"), ("2027-10-31T02:30", "deux fois")]
)
def test_hour_that_the_change_of_clocks_spoils_is_refused_in_words(browser: Client, hour: str, said: str) -> None:
    call("publie")
    answer = browser.post("/coordination/appels/essai/prolonger/", {"nouvelle": hour, "motif": "Le printemps."})
    assert answer.status_code == 400
    assert said in text(answer)


def test_call_that_lacks_something_has_no_button_to_publish(browser: Client) -> None:
    appel = call("brouillon")
    assert f"/gestes/appel/{appel.pk}/publier/" not in text(browser.get("/coordination/appels/essai/"))
    page = text(browser.get(f"/coordination/appels/{call('publie', slug='autre').slug}/"))
    assert "Plus aucune candidature ne sera reçue" in page
