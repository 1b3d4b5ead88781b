"""People and a town for the tests of accounts."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from coeurdeville.comptes.models import Membre, Utilisateur
from coeurdeville.comptes.roles import Role
from coeurdeville.espaces.models import Espace

TOWN = "02691"
PASSWORD = "un mot de passe assez long"

Makes = Callable[..., Utilisateur]


@pytest.fixture
def makes(db: None) -> Makes:
    """Makes a user, with a role in the town when one is given."""

    def make(courriel: str, role: Role | None = None, **fields: object) -> Utilisateur:
        user = Utilisateur.objects.create_user(courriel, PASSWORD, **fields)
        if role:
            Membre.objects.create(utilisateur=user, commune=TOWN, role=role)
        return user

    return make


@pytest.fixture
def anne(makes: Makes) -> Utilisateur:
    return makes("anne@ville.fr", nom="Anne Petit")


@pytest.fixture
def referent(makes: Makes, town: Espace) -> Utilisateur:
    return makes("rene@ville.fr", Role.REFERENT, nom="René Grand")


@pytest.fixture
def town(db: None) -> Espace:
    return Espace.objects.create(commune=TOWN, nom="Saint-Quentin")


@pytest.fixture
def inside(client: Client, anne: Utilisateur) -> Client:
    """A browser in which Anne has signed in."""
    client.force_login(anne, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def device(anne: Utilisateur) -> TOTPDevice:
    return TOTPDevice.objects.create(user=anne, name="téléphone", confirmed=True)


def code(device: TOTPDevice) -> str:
    """What the telephone shows now."""
    return f"{totp(device.bin_key):06d}"


@pytest.fixture
def shows() -> Callable[[TOTPDevice], str]:
    return code


@pytest.fixture
def link() -> Callable[[], str]:
    """The path of the link in the last message sent."""

    def read() -> str:
        found = re.search(r"^http://127\.0\.0\.1:8000(/\S+)$", str(mail.outbox[-1].body), re.MULTILINE)
        assert found, mail.outbox[-1].body
        return found[1]

    return read
