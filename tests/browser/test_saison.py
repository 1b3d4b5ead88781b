"""A whole season in front of the site: from a call that nobody wrote yet to another town that takes the service."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.gens import Site, reunis
from browser.recit import appel, candidature, decision, diffusion, instruction, projet

from .conftest import manage

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("navigateur")]


def test_from_the_call_to_the_adoption_by_another_town(browser: Browser, site: Site) -> None:
    with reunis(browser, site) as gens:
        appel.ouvrir(gens)
        candidature.deposer(gens)
        la_limite_passe(site)
        instruction.clore(gens)
        instruction.relire(gens)
        instruction.juger(gens)
        decision.decider(gens)
        cas = diffusion.publier(gens, projet.mener(gens))
        diffusion.adopter(gens, cas)
        diffusion.synthetiser(gens)


def la_limite_passe(site: Site) -> None:
    """No page brings a published limit forward: it is moved in the database, by a command beside the site."""
    said = f"passer_la_limite({appel.SLUG!r}, {site.password!r})"
    around = {**site.around, "PYTHONPATH": str(Path(__file__).parents[1])}
    manage(around, "shell", "--no-imports", "--command", f"from browser.recit.coulisses import *; {said}")
