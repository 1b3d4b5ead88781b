"""Three people in front of the site: a visitor on a phone, an officer with a raw file, an animateur."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.gens import Site, picture, sign_in

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("navigateur")]


def raw(page: Page) -> bytes:
    """A tree inventory as it comes out of a drawer, inside the town, with the name of an agent."""
    found = page.request.get("/api/communes/00001/editions/derniere/cartes/patrimoine-arbore").json()
    west, south, east, north = found["emprise"]
    lines = [
        f"A{rank};Tilia cordata;{(south + north) / 2 + rank / 1e6:.6f};{(west + east) / 2:.6f};12;Camille Essai"
        for rank in range(40)
    ]
    return "\n".join(["Num Arbre;Essence;Lat;Long;Haut (m);Nom de l'agent", *lines]).encode("cp1252")


@pytest.fixture
def phone(browser: Browser, site: Site) -> BrowserContext:
    return browser.new_context(
        base_url=site.address, locale="fr-FR", viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    )


def test_visitor_on_a_phone_finds_the_town_its_map_and_its_figures(phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto("/")
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first.fill("valmorin")
    page.get_by_role("button", name="Chercher").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Valmorin")
    picture(page, "visiteur-1-ville")
    page.get_by_role("link", name="Patrimoine arboré", exact=True).first.click()
    page.locator("[data-carte]").scroll_into_view_if_needed()
    expect(page.locator("[data-carte] canvas")).to_be_visible(timeout=30_000)
    expect(page.locator("[data-etat]")).to_be_hidden(timeout=60_000)
    picture(page, "visiteur-2-service")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with page.expect_download() as download:
        page.locator("a[href$='.geojson']").first.click()
    assert download.value.suggested_filename.endswith(".geojson")


def test_everything_is_read_without_javascript(browser: Browser, site: Site) -> None:
    page = browser.new_context(base_url=site.address, java_script_enabled=False).new_page()
    page.goto("/ville/00001/")
    page.get_by_role("link", name="Patrimoine arboré", exact=True).first.click()
    expect(page.locator("figure svg").first).to_be_visible()
    expect(page.get_by_role("table").first).to_be_attached()
    page.goto("/redeploiement/?theme=climat")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_what_is_not_known_is_hatched_on_the_map(page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    page.goto("/ville/00001/")
    page.get_by_role("link", name="Connaissance des espèces", exact=True).first.click()
    page.locator("[data-carte]").scroll_into_view_if_needed()
    expect(page.locator("[data-carte] canvas")).to_be_visible(timeout=30_000)
    expect(page.locator("[data-etat]")).to_be_hidden(timeout=60_000)
    assert [line for line in said if "could not be loaded" in line] == []


def test_map_is_walked_by_the_keyboard(page: Page) -> None:
    page.goto("/ville/00001/")
    page.get_by_role("link", name="Patrimoine arboré", exact=True).first.click()
    page.locator("[data-carte]").scroll_into_view_if_needed()
    canvas = page.locator("[data-carte] canvas")
    expect(canvas).to_be_visible(timeout=30_000)
    expect(page.locator("[data-etat]")).to_be_hidden(timeout=60_000)
    canvas.focus()
    for key in ("ArrowRight", "ArrowRight", "+"):
        page.keyboard.press(key)
    for _ in range(60):
        if "carte=" in page.evaluate("location.hash"):
            break
        page.wait_for_timeout(500)
    assert "carte=" in page.evaluate("location.hash")


def test_officer_goes_from_a_raw_file_to_a_published_diagnostic(page: Page, site: Site) -> None:
    sign_in(page, site, "referent")
    page.goto("/schemas/verifier/")
    file = {"name": "arbres bruts.csv", "mimeType": "text/csv", "buffer": raw(page)}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Envoyer et vérifier").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    picture(page, "agent-1-rapport")
    page.goto("/espace/00001/")
    picture(page, "agent-2-espace")
    page.goto("/espace/00001/ajouter-fichier/")
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_label("Ce qu’il contient").select_option("arbres")
    page.get_by_role("button", name="Ajouter au dossier").click()
    expect(page.get_by_text("C’est la révision 2 du dossier")).to_be_visible()
    picture(page, "agent-3-ajoute")
    page.goto("/espace/00001/calculs/")
    page.get_by_role("button", name=re.compile("Lancer un calcul")).click()
    expect(page.get_by_text("terminé").first).to_be_visible(timeout=120_000)
    picture(page, "agent-4-calcul")
    page.goto("/espace/00001/editions/")
    page.locator("main a[href*='/editions/2']").first.click()
    picture(page, "agent-5-edition")
    page.get_by_role("button", name=re.compile("Publier")).first.click()
    page.goto("/ville/00001/")
    page.get_by_role("link", name="Autres versions").click()
    expect(page.locator("main a[href*='/versions/'][href$='-2/']").first).to_be_visible()
    picture(page, "agent-6-public")


def test_animateur_sees_what_to_open_next(page: Page, site: Site) -> None:
    sign_in(page, site, "animateur")
    page.goto("/animation/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    picture(page, "animateur-1-villes")
    page.locator("main").get_by_role("link", name=re.compile("Vernoise|Valmorin")).first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    picture(page, "animateur-2-ville")
