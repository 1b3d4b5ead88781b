"""A town of a community of agglomeration, and requests made of it without a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coeurdeville.inventory.demandes.competence import Detenteur
from coeurdeville.inventory.demandes.demande import Demande
from coeurdeville.inventory.demandes.fondement import Fondement, fondements_for
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import Acteur, Nature
from coeurdeville.layers.catalogue import kind_named
from coeurdeville.territories.commune import Commune, Departement, Epci, Region


@pytest.fixture(scope="session")
def commune() -> Commune:
    return Commune(
        "00042", "Valbois", Departement("00", "x"), Region("00", "Nord fictif"), Epci("000000000", "CA du Val Boisé"),
        None, 12_000, 2026, ("00120",), (),
    )  # fmt: skip


@pytest.fixture
def town() -> Callable[..., Ville]:
    """The town of these entries."""

    def make(*donnees: Donnee, commune: str = "00042") -> Ville:
        return Ville(Path("valbois"), "Valbois", commune, donnees, ())

    return make


@pytest.fixture
def asked(commune: Commune) -> Callable[..., Demande]:
    """A request to a holder of some nature, on some ground."""

    def make(nature: Nature | None, ground: Fondement | None = None, layer: str = "arbres", name: str = "") -> Demande:
        candidates = fondements_for(nature, interne=nature is Nature.COMMUNE and not name)
        holder = Detenteur(name, nature, "l’inventaire le dit", sur=True)
        kind = kind_named(layer)
        return Demande(commune, kind, kind.title, holder, Acteur.NON_RENSEIGNE, candidates, ground or candidates[0])

    return make
