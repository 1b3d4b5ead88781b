"""axe-core finds nothing to say on any page of the programme, walked by links from where each person starts."""

import re
from fnmatch import translate

import pytest
from playwright.sync_api import Browser, Page

from browser.axe import violations
from browser.gens import Site, sign_in

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("navigateur")]

PAGES = {
    "visiteur": [
        "/appels/", "/appels/*/", "/appels/*/laureats/", "/cas-usage/", "/cas-usage/*/", "/cas-usage/*/versions/1/",
        "/generalisation/", "/groupes/", "/groupes/*/", "/ressources/", "/ressources/*/", "/saisons/*/synthese/",
    ],
    "referent": [
        "/espace/00001/candidatures/", "/espace/00001/candidatures/*/", "/espace/00001/candidatures/*/etapes/donnees/",
        "/espace/00001/candidatures/*/etapes/partage/", "/espace/00001/candidatures/*/pieces/",
        "/espace/00001/candidatures/*/relire/", "/espace/00001/candidatures/*/recepisses/1/",
        "/espace/00001/adoptions/", "/experimentations/*/", "/experimentations/*/historique/",
        "/experimentations/*/plan/", "/experimentations/*/equipe/",
        "/experimentations/*/journal/", "/experimentations/*/obstacles/", "/experimentations/*/effort/",
        "/experimentations/*/donnees/", "/experimentations/*/livrables/", "/experimentations/*/preuves/",
        "/experimentations/*/missions/", "/experimentations/*/evaluation/",
        "/experimentations/*/evaluation/redeploiement/", "/experimentations/*/cas-usage/",
        "/groupes/*/", "/groupes/*/ressources/proposer/",
    ],
    "referent-00005": [
        "/experimentations/", "/experimentations/*/", "/experimentations/*/modifier/", "/experimentations/*/fichiers/",
        "/experimentations/*/plan/", "/experimentations/*/plan/repartir/", "/experimentations/*/plan/*/",
        "/experimentations/*/equipe/", "/experimentations/*/equipe/*/succession/", "/experimentations/*/journal/",
        "/experimentations/*/journal/ajouter/", "/experimentations/*/obstacles/",
        "/experimentations/*/obstacles/ajouter/", "/experimentations/*/effort/", "/experimentations/*/effort/ajouter/",
        "/experimentations/*/donnees/", "/experimentations/*/donnees/ajouter/", "/experimentations/*/livrables/",
        "/experimentations/*/livrables/ajouter/", "/experimentations/*/preuves/",
        "/experimentations/*/preuves/ajouter/", "/experimentations/*/evaluation/",
        "/experimentations/*/evaluation/service/", "/experimentations/*/cas-usage/",
    ],
    "coordination": [
        "/coordination/", "/coordination/saisons/nouvelle/", "/coordination/appels/nouveau/",
        "/coordination/appels/*/", "/coordination/appels/*/formulaire/", "/coordination/appels/*/mandats/",
        "/coordination/appels/*/affectations/", "/coordination/appels/*/export/", "/coordination/courrier/",
        "/coordination/courrier/*/", "/coordination/etats/", "/coordination/conservation/",
        "/coordination/saisons/*/synthese/", "/jury/*/", "/jury/*/portefeuille/", "/jury/*/candidatures/*/",
        "/jury/*/proces-verbaux/", "/jury/*/proces-verbaux/1/", "/groupes/nouveau/",
        "/groupes/crues-memoire-et-exposition/", "/groupes/*/modifier/", "/groupes/*/reunions/ajouter/",
        "/groupes/*/reunions/*/", "/experimentations/*/", "/experimentations/*/missions/",
        "/experimentations/*/missions/ajouter/", "/missions/*/",
    ],
    "relecteur1": ["/instruction/", "/instruction/relectures/*/"],
    "jury1": ["/instruction/", "/jury/*/", "/jury/*/candidatures/*/"],
    "accompagnateur": ["/missions/", "/missions/*/"],
    "animateur": ["/animation/adoptions/", "/animation/offres/", "/animation/00001/"],
}  # fmt: skip
"""Where somebody goes, in the season of the demonstration; `*` is whatever the first link that is met says.

The forms that only an open call or a project under way shows are looked at by the journey of a season.
"""
STARTS = {
    "visiteur": [
        "/appels/", "/cas-usage/", "/generalisation/", "/groupes/", "/ressources/", "/saisons/saison-2/synthese/",
    ],
    "referent": ["/espace/00001/candidatures/", "/espace/00001/adoptions/", "/experimentations/", "/groupes/"],
    "referent-00005": ["/experimentations/"],
    "coordination": ["/coordination/", "/groupes/", "/groupes/nouveau/", "/experimentations/", "/missions/"],
    "relecteur1": ["/instruction/"],
    "jury1": ["/instruction/"],
    "accompagnateur": ["/missions/"],
    "animateur": ["/animation/", "/animation/adoptions/", "/animation/offres/"],
}  # fmt: skip


@pytest.mark.parametrize("who", PAGES)
def test_pages_of(browser: Browser, site: Site, who: str) -> None:
    page = browser.new_context(base_url=site.address, locale="fr-FR").new_page()
    if who != "visiteur":
        sign_in(page, site, who)
    seen, found = walk(page, PAGES[who], STARTS[who])
    page.context.close()
    assert [one for one in PAGES[who] if one not in seen] == []
    assert found == []


def walk(page: Page, wanted: list[str], starts: list[str]) -> tuple[set[str], list[str]]:
    """Look at the first page of each kind that links lead to; the kinds that were met, what was found."""
    seen: set[str] = set()
    found: list[str] = []
    ahead = list(starts)
    known = set(starts)
    while ahead:
        address = ahead.pop(0)
        kinds = {one for one in wanted if like(one, address)} - seen
        if not kinds and address not in starts:
            continue
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        found += violations(page) if kinds else []
        seen |= kinds
        fresh = [one for one in links(page) if one not in known]
        known.update(fresh)
        ahead += fresh
    return seen, found


def links(page: Page) -> list[str]:
    """Paths of the site that the page leads to, in its order."""
    script = "all => all.filter(one => one.origin === location.origin).map(one => one.pathname)"
    return list(dict.fromkeys(page.locator("a[href]").evaluate_all(script)))


def like(pattern: str, address: str) -> bool:
    """Whether an address is of a kind; `*` stands for one step of it."""
    return re.fullmatch(translate(pattern).replace(".*", "[^/]+"), address) is not None
