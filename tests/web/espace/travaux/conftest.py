"""A town, its members, a browser for each."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from coeurdeville.comptes.models import Membre, Utilisateur
from coeurdeville.comptes.roles import Role
from coeurdeville.espaces.models import Espace
from coeurdeville.espaces.ouverture import importer_dossier
from coeurdeville.reports.editions import Established

BACKEND = "django.contrib.auth.backends.ModelBackend"
SignsIn = Callable[..., Client]


@pytest.fixture(scope="session")
def fichiers(established: Established) -> Mapping[str, bytes]:
    """The files of an edition of the town."""
    return established.files


@pytest.fixture
def donnees(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA = tmp_path / "site"
    return settings.DATA


@pytest.fixture
def espace(db: None, donnees: Path) -> Espace:
    """A space that the database alone knows: lists read no folder."""
    return Espace.objects.create(commune="00001", nom="Valmorin-sur-Aune", revision=1)


@pytest.fixture
def avec_dossier(db: None, donnees: Path, dossier: Path) -> Espace:
    """The same with its folder."""
    return importer_dossier(dossier, "Ada Test")


@pytest.fixture
def entre(db: None) -> SignsIn:
    """A browser in which somebody of this role has signed in."""

    def sign_in(role: Role | None, commune: str = "00001") -> Client:
        user = Utilisateur.objects.create_user(f"{role or 'personne'}@ville.example", nom="Ada Test")
        if role:
            Membre.objects.create(utilisateur=user, commune=commune, role=role)
        client = Client()
        client.force_login(user, BACKEND)
        return client

    return sign_in
