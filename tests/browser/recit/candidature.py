"""A pair answers the call: saved as it is typed, two hands in one answer, a receipt."""

from __future__ import annotations

import re

from browser.gens import Gens, examine, picture
from browser.recit.appel import APPEL
from browser.recit.lire import fill, pdf, press
from playwright.sync_api import Page, expect

PROBLEM = "Le problème, dans les mots de ceux qui le vivent"
HERS = "Nous replantons chaque hiver ce que nous avions déjà, et un arbre sur cinq meurt avant trois étés."
HIS = "Les riverains de la gare demandent de l’ombre depuis dix ans."


def deposer(gens: Gens) -> None:
    """The référente métier writes, the correspondant données too, she deposits."""
    page = gens["referent"]
    page.goto("/espace/00001/candidatures/")
    examine(page, "candidature-0-appels", phone=True)
    page.get_by_role("listitem").filter(has_text=APPEL).get_by_role("button", name="Préparer une candidature").click()
    page.wait_for_url(re.compile(r"/candidatures/\d+/"))
    base = re.match(r".*/candidatures/\d+/", page.url).group()  # type: ignore[union-attr]
    _saved_while_typing(page, base)
    _two_hands(page, gens["correspondant"], base)
    _others(page, base)
    _receive(page, base)


def _saved_while_typing(page: Page, base: str) -> None:
    page.goto(f"{base}etapes/binome/")
    page.get_by_label("Fonction du référent métier").fill("Responsable des espaces verts")
    expect(page.get_by_text("Enregistré à").first).to_be_visible()
    examine(page, "candidature-1-enregistre", phone=True)
    page.reload()
    expect(page.get_by_label("Fonction du référent métier")).to_have_value("Responsable des espaces verts")
    fill(page, {"Fonction du correspondant données": "Géomaticien",
                "Jours par mois que le binôme peut y consacrer, à deux": "6"})  # fmt: skip
    press(page, "Enregistrer et continuer")


def _two_hands(hers: Page, his: Page, base: str) -> None:
    """Both open the same answer; he writes last, is told, and makes one text of the two."""
    for page in (hers, his):
        page.goto(f"{base}etapes/probleme/")
    hers.get_by_label(PROBLEM).fill(HERS)
    expect(hers.get_by_text("Enregistré à").first).to_be_visible()
    his.get_by_label(PROBLEM).fill(HIS)
    expect(his.get_by_text("Quelqu’un d’autre a écrit ici").first).to_be_visible()
    picture(his, "candidature-2-ecart")
    his.get_by_role("link", name="Voir les deux textes").click()
    expect(his.get_by_role("heading", level=1)).to_contain_text("Deux textes")
    for text in (HERS, HIS):
        expect(his.get_by_text(text).first).to_be_visible()
    examine(his, "candidature-3-deux-textes", phone=True)
    his.get_by_label("Un texte fait des deux", exact=True).first.check()
    his.locator("#fusion").fill(f"{HERS} {HIS}")
    press(his, "Enregistrer ce choix")
    his.goto(f"{base}champs/probleme_texte/histoire/")
    for text in (HERS, HIS):
        expect(his.get_by_text(text, exact=True).first).to_be_visible()
    expect(his.get_by_text("Mise à côté")).to_have_count(1)
    examine(his, "candidature-4-versions")
    hers.reload()
    expect(hers.get_by_label(PROBLEM)).to_have_value(f"{HERS} {HIS}")


def _others(page: Page, base: str) -> None:
    page.get_by_label("Adaptation au changement climatique").check()
    page.locator("[name=probleme]").select_option("essences-a-planter")
    press(page, "Enregistrer et continuer")
    page.get_by_label("des données pour un diagnostic ou une décision").check()
    page.locator("[name=service]").select_option("patrimoine-arbore")
    page.get_by_label("Ce que le service ferait, et qui s’en servirait").fill("Savoir où planter d’abord, rue par rue.")
    press(page, "Enregistrer et continuer")
    examine(page, "candidature-5-donnees", phone=True)
    press(page, "Enregistrer et continuer")
    page.get_by_label(re.compile("Ce que la ville a déjà fait")).fill("Un inventaire de 2019, tenu à la main depuis.")
    press(page, "Enregistrer et continuer")
    page.get_by_label(re.compile("Services de la collectivité associés")).fill("Voirie et urbanisme, chaque mois.")
    press(page, "Enregistrer et continuer")
    page.get_by_label(re.compile("Comment la ville partagera")).fill("Publier l’inventaire et la méthode.")
    page.locator("[name=ouverture]").first.check()
    page.get_by_label(re.compile("Votre projet en une phrase")).fill("Planter ce qui tiendra dans vingt ans.")
    page.locator("[name=accord_publication]").first.check()
    press(page, "Enregistrer et relire")


def _receive(page: Page, base: str) -> None:
    page.goto(f"{base}pieces/")
    plan = {"name": "plan.png", "mimeType": "image/png", "buffer": page.screenshot()}
    page.locator("input[type=file]").set_input_files(plan)  # type: ignore[arg-type]
    press(page, "Joindre")
    examine(page, "candidature-5-pieces")
    page.goto(f"{base}relire/")
    examine(page, "candidature-6-relire", phone=True)
    press(page, "Déposer la candidature")
    expect(page.get_by_text("Le dépôt est reçu.").first).to_be_visible()
    picture(page, "candidature-7-recepisse", phone=True)
    said = pdf(page, f"{page.url.rstrip('/')}.pdf")
    assert not said or ("Valmorin-sur-Aune" in said and "plan.png" in said)
