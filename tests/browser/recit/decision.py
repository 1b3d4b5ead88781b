"""Minutes, two signatures, the announcement, a letter read before it leaves, the public list."""

from __future__ import annotations

from browser.gens import Gens, examine, picture
from browser.recit.appel import APPEL, SLUG
from browser.recit.instruction import press_link
from browser.recit.lire import pdf, press
from playwright.sync_api import Page, expect


def decider(gens: Gens) -> None:
    """What the jury decided becomes what everybody knows."""
    page = gens["coordination"]
    _minutes(page)
    for rank in (1, 2):
        _sign(gens[f"signataire{rank}"], rank)
    page.goto(f"/jury/{SLUG}/")
    press(page, "Annoncer les décisions")
    _letter(page)
    _laureates(gens["visiteur"])


def _minutes(page: Page) -> None:
    page.goto(f"/jury/{SLUG}/proces-verbaux/")
    page.get_by_label("Essai (jury 1)").check()
    page.locator("#observations").fill("Séance tenue en visioconférence.")
    examine(page, "decision-1-proces-verbaux")
    press(page, "Établir le procès-verbal")
    picture(page, "decision-2-proces-verbal", phone=True)


def _sign(page: Page, rank: int) -> None:
    page.goto("/instruction/")
    page.goto(f"/jury/{SLUG}/proces-verbaux/1/")
    press(page, "Signer le procès-verbal")
    expect(page.get_by_text("Signature attendue")).to_have_count(2 - rank)
    picture(page, f"decision-3-signature-{rank}")
    if rank == 2:
        assert "Valmorin" in (pdf(page, f"/jury/{SLUG}/proces-verbaux/1/proces-verbal.pdf") or "Valmorin")


def _letter(page: Page) -> None:
    """The town's letter waits; it is read, then let go."""
    page.goto("/coordination/courrier/?suivi=a_relire")
    examine(page, "decision-4-courrier", phone=True)
    row = page.get_by_role("row").filter(has=page.get_by_role("cell", name="Essai (référent métier)", exact=True))
    row.get_by_role("link").click()
    expect(page.locator("textarea")).to_contain_text("presque toutes les villes")
    expect(page.locator("textarea")).not_to_contain_text("page après page")
    examine(page, "decision-5-lettre")
    press(page, "Laisser partir le message")
    expect(page.get_by_text("Le message va partir.").first).to_be_visible()


def _laureates(page: Page) -> None:
    page.goto(f"/appels/{SLUG}/")
    press_link(page, "retenue")
    expect(page.get_by_role("heading", level=1)).to_contain_text(APPEL)
    expect(page.get_by_text("Planter ce qui tiendra dans vingt ans.").first).to_be_visible()
    expect(page.get_by_text("Pontcharme")).to_have_count(0)
    picture(page, "decision-6-laureats", phone=True)
