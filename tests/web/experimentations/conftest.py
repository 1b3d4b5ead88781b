"""A project, and a browser for each of those who follow it or not."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice
from programme.experimentations.projets import laureate, started
from programme.monde import NAME, TOWN, member, user
from pytest_django import Settings

from coeurdeville.comptes.models import Animateur, Utilisateur
from coeurdeville.comptes.roles import Role
from coeurdeville.espaces.models import Espace
from coeurdeville.programme.models import Experimentation, Mission

BACKEND = "django.contrib.auth.backends.ModelBackend"
Browser = Callable[[str], Client]


@pytest.fixture
def project(db: None, settings: Settings, tmp_path: Path) -> Experimentation:
    """A project that runs since January 2026."""
    settings.DATA = tmp_path
    Espace.objects.create(commune=TOWN, nom=NAME)
    return started(laureate(), date(2026, 1, 5))


@pytest.fixture
def mission(project: Experimentation) -> Mission:
    """A mission that runs."""
    fields = {"cabinet": "Cabinet d’essai", "objet": "Trouver les données d’arrosage", "jours_prevus": 5}
    return Mission.objects.create(
        experimentation=project, accompagnateur=user("consultante"), etat="en_cours", **fields
    )


@pytest.fixture
def browse(mission: Mission) -> Browser:
    """A browser of theirs: `consultante`, `ailleurs`, `coordination`, `animateur`, or a role of the town."""

    def sign_in(name: str) -> Client:
        client = Client()
        who = _who(name)
        client.force_login(who, BACKEND)
        if name == "coordination":
            device = TOTPDevice.objects.create(user=who, confirmed=True, name="téléphone")
            session = client.session
            session[DEVICE_ID_SESSION_KEY] = device.persistent_id
            session.save()
        return client

    return sign_in


def _who(name: str) -> Utilisateur:
    if name in Role.values:
        return member(Role(name))
    found = user(name, coordination=name == "coordination")
    if name == "animateur":
        Animateur.objects.get_or_create(utilisateur=found, perimetre=TOWN)
    return found
