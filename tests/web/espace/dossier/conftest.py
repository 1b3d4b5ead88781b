"""The space of a small fictional town: a folder of two entries, its pair, a reader."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from coeurdeville.comptes.models import Membre, Utilisateur
from coeurdeville.comptes.roles import Role
from coeurdeville.espaces.index import reindexer
from coeurdeville.espaces.lieux import depot
from coeurdeville.espaces.models import Espace
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.revisions.depot import Depot
from coeurdeville.inventory.ville import add_donnee, create_ville, open_ville
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.territories.commune import Commune, Departement, Region

CODE = "00042"
ARBRES = "/espace/00042/modifier/arbres/"
COMMUNE = Commune(
    CODE, "Valbois-sur-Ourle", Departement("00", "département fictif"), Region("00", "région fictive"),
    None, None, 12_000, 2026, (), (),
)  # fmt: skip


def first(folder: Path) -> None:
    """Trees with a file and a status, streams without."""
    ville = create_ville(folder, COMMUNE, date(2026, 11, 23))
    (folder / "fichiers" / "arbres.csv").write_text("lon;lat;essence\n2.35;46.5;tilleul\n", "utf-8")
    said = Statut(date(2026, 11, 1), Ouverture.CANDIDATE, "Ana Roy", "courriel")
    add_donnee(
        ville,
        Donnee(
            "arbres", "arbres", "Arbres publics", "fichiers/arbres.csv", detenteur="Ville de Valbois", statuts=(said,)
        ),
        Donnee("eaux", "eau", "Cours d’eau"),
    )


@pytest.fixture
def espace(db: None, tmp_path: Path, settings: Settings) -> Espace:
    """The space of the town, at its first revision."""
    settings.DATA = tmp_path / "site"
    made = Espace.objects.create(commune=CODE, nom="Valbois-sur-Ourle")
    depot(CODE).enregistrer(0, first, "Ana Roy", "Création du dossier")
    reindexer(CODE)
    return made


@pytest.fixture
def revisions(espace: Espace) -> Depot:
    """The revisions of the town."""
    return depot(CODE)


def member(role: Role, courriel: str = "ana@valbois.example", nom: str = "Ana Roy") -> Client:
    """The browser of somebody who has this role in the town."""
    user = Utilisateur.objects.create_user(courriel, "un mot de passe", nom=nom)
    Membre.objects.create(utilisateur=user, commune=CODE, role=role)
    client = Client()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def ana(espace: Espace) -> Client:
    """The correspondant données."""
    return member(Role.CORRESPONDANT)


@pytest.fixture
def luc(espace: Espace) -> Client:
    """The référent métier."""
    return member(Role.REFERENT, "luc@valbois.example", "Luc Dubois")


@pytest.fixture
def lectrice(espace: Espace) -> Client:
    """A reader."""
    return member(Role.LECTEUR, "zoe@valbois.example", "Zoé Petit")


def said(depot: Depot, name: str = "arbres") -> Donnee:
    """An entry of the last revision."""
    ville = open_ville(depot.ouvrir())
    return next(one for one in (*ville.donnees, *ville.ecartees) if one.id == name)


@pytest.fixture
def fiche(ana: Client) -> Callable[..., dict[str, object]]:
    """What a browser sends of the form of an entry, some answers changed."""

    def fill(path: str = ARBRES, **changes: object) -> dict[str, object]:
        form = ana.get(path).context["form"]
        shown = {name: form[name].value() for name in form.fields}
        return {key: "" if value is None else value for key, value in {**shown, **changes}.items()}

    return fill
