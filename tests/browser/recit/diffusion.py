"""The card is written and published; another town wants the service and studies it; the season has its synthesis."""

from __future__ import annotations

import re

from browser.gens import Gens, examine, picture
from browser.recit.appel import SAISON_SLUG
from browser.recit.instruction import press_link
from browser.recit.lire import pdf, press
from playwright.sync_api import Page, expect

CHAPTERS = {
    "contexte": "Une ville moyenne, un parc d’arbres vieilli, un élu qui a voulu savoir avant de commander.",
    "cooperations": "Le concessionnaire relit la carte avant chaque chantier.",
}


def publier(gens: Gens, projet: str) -> str:
    """The card, written by the pair, published by the coordination; its public address."""
    page = gens["referent"]
    for chapter, text in CHAPTERS.items():
        page.goto(f"{projet}cas-usage/{chapter}/")
        page.locator("textarea").fill(text)
        examine(page, f"diffusion-0-{chapter}")
        press(page, "Enregistrer")
    examine(page, "diffusion-1-assemblage", phone=True)
    press(page, "Soumettre à relecture")
    page = gens["coordination"]
    page.goto(f"{projet}cas-usage/")
    press(page, "Publier le cas d’usage")
    press_link(page, "La page publique")
    address = page.url.partition("#")[0]
    _public(gens["visiteur"], address)
    return address


def _public(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    examine(page, "diffusion-2-cas", phone=True)
    said = pdf(page, f"{address}fiche.pdf")
    assert not said or CHAPTERS["contexte"].rstrip(".") in said


def adopter(gens: Gens, cas: str) -> None:
    """Vernoise wants the service, sees what it lacks, studies it; the page of the spreading says so."""
    page = gens["referent-00002"]
    page.goto(cas)
    press(page, "Vernoise-le-Pont veut ce service")
    page.wait_for_url("**/espace/00002/adoptions/**")
    examine(page, "diffusion-3-besoins", phone=True)
    one = page.get_by_role("article").filter(has=page.locator(f"a[href^='{_path(cas)}']"))
    one.get_by_role("button", name="Passer à l’étude").click()
    expect(one.get_by_text("étudie le service").first).to_be_attached()
    picture(page, "diffusion-4-etude")
    public = gens["visiteur"]
    public.goto("/generalisation/")
    row = public.get_by_role("row").filter(has=public.locator(f"a[href='{_path(cas)}']"))
    expect(row.filter(has_text="à l’étude")).to_have_count(1)
    picture(public, "diffusion-5-generalisation", phone=True)


def synthetiser(gens: Gens) -> None:
    """The synthesis of the season, written from the records."""
    page = gens["coordination"]
    page.goto(f"/coordination/saisons/{SAISON_SLUG}/synthese/")
    examine(page, "diffusion-6-synthese-a-relire")
    press(page, "Publier la synthèse")
    public = gens["visiteur"]
    public.goto(f"/saisons/{SAISON_SLUG}/synthese/")
    expect(public.get_by_role("heading", level=1)).to_be_visible()
    picture(public, "diffusion-7-synthese", phone=True)
    said = pdf(public, f"/saisons/{SAISON_SLUG}/synthese.pdf")
    assert not said or "Valmorin-sur-Aune" in said


def _path(address: str) -> str:
    return re.sub(r"^https?://[^/]+", "", address)
