"""The limit passes; two reviewers read, one of them declares a link; the jury decides."""

from __future__ import annotations

import re
from datetime import date, timedelta

from browser.gens import Gens, examine, picture
from browser.recit.appel import APPEL, SLUG
from browser.recit.lire import press
from playwright.sync_api import Locator, Page, expect

CRITERIA = ("innovation", "experience", "organisation", "partage")


def clore(gens: Gens) -> None:
    """The pair reads that it is too late; the coordination closes and entrusts."""
    hers, page = gens["referent"], gens["coordination"]
    hers.goto("/espace/00001/candidatures/")
    hers.locator("main").get_by_role("link", name=re.compile("Arbres et chaleur")).last.click()
    expect(hers.get_by_text("La limite est passée").first).to_be_visible()
    picture(hers, "instruction-0-limite-passee")
    page.goto(f"/coordination/appels/{SLUG}/")
    press(page, "Clore les dépôts et instruire")
    page.goto(f"/coordination/appels/{SLUG}/affectations/")
    press_link(page, "Proposer un partage")
    page.get_by_label("Relectures attendues avant le").fill(str(date.today() + timedelta(days=7)))
    examine(page, "instruction-1-partage")
    press(page, "Confier ces relectures")
    examine(page, "instruction-2-affectations", phone=True)
    page.get_by_text("Confier, demander…").first.click()
    for ask in ("Demander un complément à la ville", "Demander l’avis d’un expert"):
        address = page.get_by_role("link", name=ask).first.get_attribute("href")
        gens["coordination"].goto(str(address))
        examine(page, f"instruction-2-{'avis' if 'avis' in ask else 'complement'}")
        page.go_back()
        page.get_by_text("Confier, demander…").first.click()


def relire(gens: Gens) -> None:
    """The first reviewer has a link with Pontcharme; both give their reading of Valmorin."""
    page = gens["relecteur1"]
    page.goto("/instruction/")
    picture(page, "instruction-3-mes-relectures")
    _open(page, "Pontcharme")
    page.get_by_label("Ce lien").fill("J’y ai été élu jusqu’en 2020.")
    press(page, "Déclarer ce lien et ne plus voir ce dossier")
    page.goto("/instruction/")
    expect(_row(page, "Pontcharme")).to_have_count(0)
    _open(page, "Valmorin-sur-Aune")
    examine(page, "instruction-4-relecture", phone=True)
    _score(page, (5, 4, 4, 5))
    other = gens["relecteur2"]
    for town, scores in (("Valmorin-sur-Aune", (4, 3, 4, 4)), ("Pontcharme", (3, 2, 3, 3))):
        _open(other, town)
        expect(other.get_by_text("Essai (relecteur 1)")).to_have_count(0)
        _score(other, scores)
        if town != "Pontcharme":
            expect(other.get_by_text("Essai (relecteur 1)")).to_be_visible()
            examine(other, "instruction-5-rendue")


def juger(gens: Gens) -> None:
    """The table, the portfolio, two decisions."""
    page = gens["jury1"]
    page.goto(f"/jury/{SLUG}/")
    expect(page.get_by_text("trop peu")).to_have_count(1)
    picture(page, "jury-1-table", phone=True)
    page.goto(f"/jury/{SLUG}/portefeuille/")
    picture(page, "jury-2-portefeuille", phone=True)
    for town, issue, why in (
        ("Valmorin-sur-Aune", "retenue", "Un problème que partagent presque toutes les villes."),
        ("Pontcharme", "non retenue", "Le dossier ne dit pas assez qui porterait le projet."),
    ):
        page.goto(f"/jury/{SLUG}/")
        press_link(page, town)
        page.get_by_label(issue, exact=True).check()
        page.locator("#motif").fill(why)
        if issue == "retenue":
            examine(page, "jury-3-candidature", phone=True)
        press(page, "Écrire la décision")


def press_link(page: Page, name: str) -> None:
    """The link of this name, and the page that follows."""
    with page.expect_navigation():
        page.locator("main").get_by_role("link", name=name).first.click()


def _open(page: Page, town: str) -> None:
    page.goto("/instruction/")
    with page.expect_navigation():
        _row(page, town).get_by_role("link").click()


def _row(page: Page, town: str) -> Locator:
    """The reading of a town for this call: those of season 2 are on the page too."""
    return page.get_by_role("listitem").filter(has_text=town).filter(has_text=APPEL)


def _score(page: Page, scores: tuple[int, ...]) -> None:
    for criterion, score in zip(CRITERIA, scores, strict=True):
        page.locator(f"[name=note-{criterion}][value='{score}']").check()
        page.locator(f"#motif-{criterion}").fill(f"{score} sur 5 : le dossier le dit, page après page.")
    press(page, "Rendre la relecture")
