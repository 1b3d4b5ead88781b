"""A town whose pair answers a call."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from programme.monde import call
from pytest_django import Settings
from web.monde import TOWN, open_world

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.programme.candidatures.ouverture import ouvrir
from coeurdeville.programme.models import Appel, Candidature


@pytest.fixture
def people(db: None, settings: Settings, tmp_path: Path) -> Callable[[str], Client]:
    """A browser for each role of the town."""
    settings.DATA = tmp_path
    return open_world()


@pytest.fixture
def appel(people: object) -> Appel:
    """A call that the town may answer."""
    return call(perimetre=TOWN)


@pytest.fixture
def town(appel: Appel) -> Candidature:
    """Its candidature."""
    return ouvrir(appel, TOWN, someone())


def someone(role: str = "referent") -> Utilisateur:
    """Of the pair."""
    return Utilisateur.objects.get(courriel=f"{role}@essai.example")
