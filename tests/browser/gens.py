"""People in front of the site: how they sign in, and what they leave to look at."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page

from browser.axe import violations

PICTURES = os.environ.get("COEURDEVILLE_IMAGES")
"""Folder where the journeys leave a picture of each step, when it is given."""
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@dataclass(frozen=True)
class Site:
    """Where the site answers, and how to be one of its users."""

    address: str
    password: str
    codes: Mapping[str, list[str]] = field(default_factory=dict)
    """Recovery codes of those who owe a second factor, by name; each serves once."""
    around: Mapping[str, str] = field(default_factory=dict)
    """Environment of its processes."""


def sign_in(page: Page, site: Site, who: str) -> None:
    """Through the page, as anybody does, with a recovery code when one is asked for."""
    page.goto("/compte/connexion/")
    page.get_by_label("Adresse électronique").first.fill(f"{who}@demo.example")
    page.get_by_label("Mot de passe").first.fill(site.password)
    page.get_by_role("button", name="Se connecter").click()
    page.wait_for_url("**/compte/**")
    if "second-facteur" in page.url:
        page.get_by_label("Code", exact=True).fill(site.codes[who].pop())
        page.get_by_role("button", name="Continuer").click()
        page.wait_for_url("**/compte/")


class Gens:
    """A browser for each person of a story, signed in when they first come, kept until its end."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self._browser, self._site = browser, site
        self._pages: dict[str, Page] = {}
        self.fautes: list[str] = []
        """What scripts, or the policy of the pages, had to say."""

    def __getitem__(self, who: str) -> Page:
        """The page of somebody; `visiteur` has no account."""
        if who not in self._pages:
            self._pages[who] = page = self._open()
            if who != "visiteur":
                sign_in(page, self._site, who)
        return self._pages[who]

    def _open(self) -> Page:
        context = self._browser.new_context(base_url=self._site.address, locale="fr-FR", viewport=DESK)  # type: ignore[arg-type]
        page = context.new_page()
        page.on("pageerror", lambda error: self.fautes.append(f"{page.url} : {error}"))
        page.on("console", lambda line: self.fautes.append(f"{page.url} : {line.text}") if _wrong(line) else None)
        return page

    def partent(self) -> None:
        """Everybody closes their browser."""
        for page in self._pages.values():
            page.context.close()


@contextmanager
def reunis(browser: Browser, site: Site) -> Iterator[Gens]:
    """The people of a story; none of their pages may have failed."""
    people = Gens(browser, site)
    try:
        yield people
    finally:
        people.partent()
    assert people.fautes == []


def picture(page: Page, name: str, *, phone: bool = False) -> None:
    """A picture of the whole page, for eyes to look at; as a telephone shows it too, when asked."""
    if not PICTURES:
        return
    page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)
    if phone:
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        page.screenshot(path=Path(PICTURES) / f"{name}-390.png", full_page=True)
        page.set_viewport_size(DESK)  # type: ignore[arg-type]


def examine(page: Page, name: str, *, phone: bool = False) -> None:
    """A picture, and what axe-core has to say of the page: nothing."""
    picture(page, name, phone=phone)
    assert violations(page) == []


def _wrong(line: ConsoleMessage) -> bool:
    """A form that is refused, as the story wants it to be, is no fault."""
    return line.type == "error" and "the server responded with a status of 400" not in line.text
