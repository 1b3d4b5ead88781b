"""The coordination opens a season, prepares a call, names its people, publishes it."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from browser.gens import Gens, examine, picture
from browser.recit.lire import fill, pdf, press
from playwright.sync_api import Page, expect

SAISON, APPEL = "Saison 9 : essai de bout en bout", "Arbres et chaleur, de l’appel à l’adoption"
SLUG, SAISON_SLUG = "arbres-et-chaleur-de-l-appel-a-l-adoption", "saison-9-essai-de-bout-en-bout"
TEXTS = {
    "Ce qu’une ville y gagne, en une phrase": "Une ville essaie un service en 6 mois, accompagnée gratuitement.",
    "Présentation": "L’appel s’adresse aux villes de la démonstration.\n\nElles sont fictives.",
    "Cahier des charges": "## Ce que l’on cherche\n- un problème dit par ceux qui le vivent\n- un binôme",
    "Durée des expérimentations": "6 mois",
    "Adresse à laquelle écrire": "appel@demo.example",
    "Nombre de villes à retenir, environ": "1",
    "Villes éligibles": "00001,00002,00003",
    "Organismes qui désignent ensemble": "Banque des Territoires\nOpenDataFrance",
    "Relectures par candidature": "2",
}
MANDATES = (
    ("relecteur1", "relecteur", ""), ("relecteur2", "relecteur", ""), ("jury1", "membre du jury", ""),
    ("signataire1", "signataire", "Banque des Territoires"), ("signataire2", "signataire", "OpenDataFrance"),
)  # fmt: skip


def ouvrir(gens: Gens) -> None:
    """From an empty page to a public call."""
    page = gens["coordination"]
    _saison(page)
    _ecrire(page)
    _mandats(page)
    page.goto(f"/coordination/appels/{SLUG}/")
    expect(page.get_by_role("heading", name="Tout est prêt")).to_be_visible()
    picture(page, "appel-3-pret", phone=True)
    press(page, "Publier l’appel")
    expect(page.get_by_text("a publié l’appel").first).to_be_visible()
    for form in ("prolonger", "corriger"):
        page.goto(f"/coordination/appels/{SLUG}/{form}/")
        examine(page, f"appel-3-{form}")
    _public(gens["visiteur"])


def _saison(page: Page) -> None:
    page.goto("/coordination/")
    picture(page, "appel-0-coordination")
    page.goto("/coordination/saisons/nouvelle/")
    fill(page, {"Titre": SAISON, "Numéro": "9", "Adaptation au changement climatique": True,
                "Début": str(date.today() - timedelta(days=30))})  # fmt: skip
    press(page, "Ouvrir la saison")


def _ecrire(page: Page) -> None:
    page.goto("/coordination/appels/nouveau/")
    fill(page, {"Saison": SAISON, "Titre": APPEL})
    press(page, "Préparer l’appel")
    now = datetime.now(ZoneInfo("Europe/Paris"))
    days = {"Appartenance au programme appréciée au": str(now.date()),
            "Désignation prévue à partir du": str(now.date() + timedelta(days=2)),
            "Ouverture des dépôts": _minute(now - timedelta(hours=2)),
            "Limite des dépôts": _minute(now + timedelta(days=1))}  # fmt: skip
    fill(page, {**TEXTS, **days})
    examine(page, "appel-1-textes", phone=True)
    press(page, "Enregistrer")
    expect(page.get_by_text("Aucun signataire ne parle pour").first).to_be_visible()
    examine(page, "appel-2-manques")
    for form in ("criteres", "donnees-personnelles", "formulaire", "formulaire/theme", "formulaire/nouvelle"):
        page.goto(f"/coordination/appels/{SLUG}/{form}/")
        examine(page, f"appel-2-{form.replace('/', '-')}")


def _mandats(page: Page) -> None:
    page.goto(f"/coordination/appels/{SLUG}/mandats/")
    for who, role, organisation in MANDATES:
        fill(page, {"Adresse électronique": f"{who}@demo.example", "Mandat": role,
                    "Organisme pour lequel elle parle": organisation})  # fmt: skip
        press(page, "Donner le mandat")
    expect(page.get_by_role("button", name=re.compile("^Retirer à .* son mandat"))).to_have_count(5)
    picture(page, "appel-2-mandats", phone=True)


def _public(page: Page) -> None:
    page.goto(f"/appels/{SLUG}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(APPEL)
    examine(page, "appel-4-public", phone=True)
    assert "Ce que l’on cherche" in pdf(page, f"/appels/{SLUG}/cahier.pdf")
    assert page.request.get(f"/appels/{SLUG}/dispositif-aide.csv").status == 200


def _minute(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%dT%H:%M")
