"""axe-core finds nothing to say on any page: WCAG 2.1 A and AA, good practices, and the rules of the RGAA."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .conftest import Site, sign_in

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("navigateur")]

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice", "RGAAv4"]

PUBLIC = [
    "/", "/recherche/?q=saint", "/recherche/?q=zzzz", "/services/", "/services/patrimoine-arbore/",
    "/services/trame-noire/", "/redeploiement/", "/redeploiement/?theme=climat", "/redeploiement/ouvrir/?lieu=02",
    "/donnees/", "/donnees/arbres/", "/schemas/", "/schemas/arbres-urbains/", "/schemas/verifier/", "/appels/",
    "/dossiers/", "/a-propos/", "/accessibilite/", "/donnees-personnelles/", "/mentions-legales/", "/flux/",
    "/donnees-ouvertes/", "/api/", "/compte/connexion/", "/page-absente/",
    "/ville/02691/", "/ville/00001/", "/ville/00002/",
]  # fmt: skip
OF_A_TOWN = [
    "", "patrimoine-arbore/", "regle-3-30-300/", "connaissance-des-especes/", "exposition-inondations/", "versions/",
    "comparer/",
]  # fmt: skip
OF_A_MEMBER = [
    "/compte/",
    "/compte/mot-de-passe/",
    "/compte/courriel/",
    "/compte/nom/",
    "/compte/double-authentification/",
    "/compte/supprimer/",
    "/espace/00001/",
    "/espace/00001/donnees/",
    "/espace/00001/donnees/arbres/",
    "/espace/00001/modifier/arbres/",
    "/espace/00001/retirer/arbres/",
    "/espace/00001/nouvelle-donnee/",
    "/espace/00001/ajouter-fichier/",
    "/espace/00001/historique/",
    "/espace/00001/historique/1/",
    "/espace/00001/importer/",
    "/espace/00001/calculs/",
    "/espace/00001/editions/",
    "/espace/00001/demandes/",
    "/espace/00001/membres/",
]


def violations(page: Page) -> list[str]:
    """One line a violation: the rule, and where; those of the narrow page too."""
    return [*_run(page, 1280), *_run(page, 320)]


def _run(page: Page, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(AXE.joinpath("axe.min.js").read_text("utf-8"))
    page.evaluate(f"axe.configure({{locale: {json.dumps(french())}}})")
    found = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}, resultTypes: ['violations']}})")
    return [
        f"{width} px, {page.url} : {one['id']} ({one['help']}) {node['target']} {node['html'][:150]}"
        for one in found["violations"]
        for node in one["nodes"][:3]
    ]


def french() -> object:
    return json.loads(AXE.joinpath("locales", "fr.json").read_text("utf-8"))


@pytest.mark.parametrize("address", PUBLIC)
def test_public_page(context_page: Page, address: str) -> None:
    answer = context_page.goto(address)
    assert answer is not None
    assert answer.status == (404 if address == "/page-absente/" else 200)
    assert violations(context_page) == []


@pytest.mark.parametrize("path", OF_A_TOWN)
def test_page_of_a_town(context_page: Page, path: str) -> None:
    context_page.goto("/ville/00001/")
    answer = context_page.goto(f"{context_page.url.partition('?')[0]}{path}")
    assert answer is not None
    assert answer.status == 200
    assert violations(context_page) == []


@pytest.fixture(scope="module")
def member(browser: Browser, site: Site) -> Page:
    """A référent métier, signed in."""
    page = browser.new_context(base_url=site.address, locale="fr-FR").new_page()
    sign_in(page, site, "referent")
    return page


@pytest.mark.parametrize("address", OF_A_MEMBER)
def test_page_of_the_space(member: Page, address: str) -> None:
    answer = member.goto(address)
    assert answer is not None
    assert answer.status == 200, address
    assert violations(member) == []


def test_page_of_the_animateur(browser: Browser, site: Site) -> None:
    page = browser.new_context(base_url=site.address, locale="fr-FR").new_page()
    sign_in(page, site, "animateur")
    page.goto("/animation/")
    assert violations(page) == []


@pytest.fixture(scope="module")
def context_page(browser: Browser, site: Site) -> Page:
    """One visitor for all public pages."""
    return browser.new_context(base_url=site.address, locale="fr-FR").new_page()


def test_a_fault_is_found(context_page: Page) -> None:
    """The check itself can fail: a page with a fault put in is told."""
    context_page.goto("/appels/")
    context_page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<input><img src=\"/x.png\">')"
    )
    found = " ".join(violations(context_page))
    assert "label" in found
    assert "image-alt" in found
