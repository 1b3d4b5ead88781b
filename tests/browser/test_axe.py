"""axe-core finds nothing to say on any page: WCAG 2.1 A and AA, good practices, and the rules of the RGAA."""

import pytest
from playwright.sync_api import Browser, Page

from browser.axe import violations
from browser.gens import Site, sign_in

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("navigateur")]

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
