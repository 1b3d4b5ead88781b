"""The project of the laureate: its plan, its life, its end, its evaluation."""

from __future__ import annotations

import re
from datetime import date, timedelta

from browser.gens import Gens, examine, picture
from browser.recit.lire import fill, press
from playwright.sync_api import Page, expect

TODAY = date.today()
LIFE: tuple[tuple[str, dict[str, str]], ...] = (
    ("journal", {"Jour": str(TODAY), "Texte": "Première réunion avec la voirie : elle donne ses fosses."}),
    ("obstacles", {"Famille": "accès aux données", "Texte": "Le concessionnaire tarde à donner son réseau.",
                   "Rencontré le": str(TODAY)}),
    ("effort", {"Jour": str(TODAY), "Rôle": "référent métier", "Objet": "Relevé des arbres", "Jours": "12,5"}),
    ("donnees", {"Titre": "Réseaux enterrés", "Avec qui": "Concessionnaire du gaz"}),
    ("livrables", {"Titre": "Plan de plantation", "Attendu le": str(TODAY + timedelta(days=30))}),
)  # fmt: skip
SERVICE = {
    "Forme": "des données pour un diagnostic ou une décision",
    "Le service, tel qu’il existe": "Une carte des essences possibles, rue par rue.",
    "Qui s’en sert": "Le service des espaces verts, avant chaque commande.",
    "Actions qui ne sont pas numériques": "Trois visites avec les riverains.",
    "Méthode": "Croiser sol, réseaux et climat de 2050.",
    "Ce qui n’a pas marché": "Deux rues où personne ne sait ce qui passe dessous.",
}
EVALUATION: tuple[tuple[str, dict[str, str | bool]], ...] = (
    ("objectifs", {"Titre": "Arbres vivants au troisième été", "Unité": "%", "Au départ": "80", "Cible": "95",
                   "Résultat": "91", "Source": "Comptage de septembre"}),
    ("resultats", {"Texte": "Les élus regardent la carte avant de voter.", "Autre preuve, en mots": "Compte rendu"}),
    ("conditions", {"Ce que c’est": "donnée indispensable", "Texte": "Un inventaire des arbres avec leur espèce."}),
)  # fmt: skip


def mener(gens: Gens) -> str:
    """From the plan to the validated evaluation; the address of the project."""
    page = gens["referent"]
    page.goto("/experimentations/")
    row = page.get_by_role("listitem").filter(has_text="en préparation").filter(has_text="Valmorin")
    row.get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"/experimentations/\d+/$"))
    base = page.url
    _plan(page, base)
    _mission(gens["coordination"], gens["accompagnateur"], base)
    _live(page, base)
    _evaluate(page, base)
    _validate(gens["coordination"], base)
    return base


def _plan(page: Page, base: str) -> None:
    examine(page, "projet-0-ouvert", phone=True)
    page.goto(f"{base}plan/repartir/")
    fill(page, {"Premier jour du projet": str(TODAY - timedelta(days=190)), "Nombre de mois": "6"})
    examine(page, "projet-1-repartir")
    press(page, "Enregistrer")
    picture(page, "projet-1-plan", phone=True)
    page.goto(base)
    press(page, "Démarrer")
    expect(page.get_by_text("a démarré l’expérimentation").first).to_be_attached()


def _mission(order: Page, work: Page, base: str) -> None:
    """A consultant goes with the project, paid by the programme."""
    order.goto(f"{base}missions/ajouter/")
    fill(order, {"Objet": "Aider à l’inventaire", "Cabinet": "Cabinet d’essai", "Jours prévus": "5",
                 "Début": str(TODAY), "Fin": str(TODAY + timedelta(days=30)),
                 "Adresse de l’accompagnateur": "accompagnateur@demo.example"})  # fmt: skip
    examine(order, "mission-1-commande")
    press(order, "Enregistrer")
    order.get_by_role("link", name="Aider à l’inventaire").click()
    order.get_by_role("link", name="Modifier la commande").click()
    examine(order, "mission-1-modifier")
    order.go_back()
    press(order, "Engager la mission")
    expect(order.get_by_text("a engagé la mission").first).to_be_attached()
    work.goto("/missions/")
    work.get_by_role("link", name="Aider à l’inventaire").click()
    work.get_by_role("link", name="Écrire le rapport et les jours faits").click()
    fill(work, {"Jours faits": "5", "Rapport": "Deux ateliers, un inventaire mis au schéma."})
    examine(work, "mission-2-rapport")
    press(work, "Enregistrer")
    press(work, "Remettre le rapport")
    examine(work, "mission-3-rendue", phone=True)


def _live(page: Page, base: str) -> None:
    for part, answers in LIFE:
        page.goto(f"{base}{part}/ajouter/")
        fill(page, answers)
        if part == "obstacles":
            page.locator("[name=couche]").select_option("reseaux-souterrains")
        press(page, "Enregistrer")
        picture(page, f"projet-2-{part}", phone=part == "effort")
    page.goto(base)
    examine(page, "projet-3-en-cours", phone=True)
    press(page, "Terminer")


def _evaluate(page: Page, base: str) -> None:
    page.goto(f"{base}evaluation/service/")
    fill(page, SERVICE)
    examine(page, "projet-4-service")
    press(page, "Enregistrer")
    for part, answers in EVALUATION:
        page.goto(f"{base}{part}/ajouter/")
        fill(page, answers)
        if part == "conditions":
            page.locator("[name=couche]").select_option("arbres")
        examine(page, f"projet-5-{part}")
        press(page, "Enregistrer")
    _upkeep(page, base)
    press(page, "Vérifier ces données maintenant")
    examine(page, "projet-5-evaluation", phone=True)
    page.goto(f"{base}evaluation/redeploiement/")
    picture(page, "projet-6-redeploiement", phone=True)
    page.goto(f"{base}evaluation/")
    press(page, "Soumettre l’évaluation")
    expect(page.get_by_text("soumise").first).to_be_visible()


def _upkeep(page: Page, base: str) -> None:
    """The data of the deposit are there already: one is not listed twice, it is said who keeps it."""
    page.goto(f"{base}utiles/ajouter/")
    page.locator("[name=couche]").select_option("arbres")
    press(page, "Enregistrer")
    expect(page.get_by_role("alert")).to_contain_text("est déjà dans les données du service")
    page.goto(f"{base}evaluation/")
    row = page.locator("#donnees").get_by_role("listitem").filter(has=page.locator("a[href='/donnees/arbres/']"))
    row.get_by_role("link", name=re.compile("Modifier")).click()
    fill(page, {"Ce qui la fait durer": "Le correspondant données, chaque automne."})
    press(page, "Enregistrer")


def _validate(page: Page, base: str) -> None:
    page.goto(f"{base}evaluation/")
    press(page, "Valider l’évaluation")
    expect(page.get_by_text("validée").first).to_be_visible()
