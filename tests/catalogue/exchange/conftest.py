"""A fictional town whose inventory says much, and ways of reading what was written."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.catalogue.exchange.contract import Imported, Publisher
from coeurdeville.catalogue.exchange.formats import exchange_named
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import LOV2, ODBL
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.donnee import Conformite, Cooperation, Donnee, Statut
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import Acteur, Forme, Nature, Niveau, Ouverture

TODAY = date(2026, 11, 25)
SIRET = "21350236200014"
ARBRES = Donnee(
    "arbres",
    "arbres",
    "Arbres de Valbois",
    fichier="fichiers/arbres.csv",
    adresse="https://data.example.org/jeux/arbres",
    producteur="Ville de Valbois",
    siren="213502362",
    acteur=Acteur.PUBLIC_LOCAL,
    nature=Nature.COMMUNE,
    niveau=Niveau.COMMUNE,
    licence=LOV2,
    millesime=Vintage.parse("2024"),
    rythme=Frequency.YEARLY,
    systeme="SIG communautaire",
    service_referent="Service des espaces verts",
    acces="Téléchargement",
    qualite="Complète, hors jardins privés",
    donnees_personnelles=False,
    etendue="commune",
    conformites=(Conformite("arbres-urbains", date(2026, 10, 1), 1000, 950),),
    cooperations=(
        Cooperation("Agence d’urbanisme", Forme.CONVENTION, Nature.PARAPUBLIC, "relevé", "3 ans", "gratuit"),
    ),
    statuts=(
        Statut(date(2025, 1, 1), Ouverture.CANDIDATE, "service SIG"),
        Statut(date(2026, 2, 1), Ouverture.OUVERTE, "service SIG", "https://data.example.org/jeux/arbres"),
    ),
    autres={
        "description": "Les arbres que la ville entretient.",
        "date_publ": "2026-02-01",
        "date_maj": "2026-04-02",
    },
)
PLUVIAL = Donnee(
    "pluvial",
    "reseau-pluvial",
    "Réseau d’eaux pluviales",
    detenteur="SIDEC",
    nature=Nature.DELEGATAIRE,
    niveau=Niveau.EPCI,
    licence=ODBL,
    derive_de=("arbres",),
    statuts=(Statut(date(2026, 3, 1), Ouverture.SECURITE, "régie", motif="plan des ouvrages", fondement="l311-5"),),
)
ABSENTE = Donnee("friches", "friches", "Friches", statuts=(Statut(date(2026, 3, 1), Ouverture.ABSENTE),))


@pytest.fixture
def inventory() -> tuple[Donnee, ...]:
    return ARBRES, PLUVIAL, ABSENTE


@pytest.fixture
def town(tmp_path: Path, inventory: tuple[Donnee, ...]) -> Ville:
    return Ville(tmp_path, "Valbois", "00042", inventory, ())


@pytest.fixture
def publisher() -> Publisher:
    return Publisher(Organisation("Commune de Valbois", siret=SIRET), TODAY, "espaces-verts@valbois.example")


@pytest.fixture
def again(tmp_path: Path, publisher: Publisher) -> Callable[[str, Ville], Imported]:
    """What a form reads of what it wrote."""

    def run(slug: str, ville: Ville) -> Imported:
        form = exchange_named(slug)
        path = tmp_path / f"echange.{slug}"
        path.write_bytes(form.write(ville, publisher).content)
        return form.read(path, TODAY)

    return run
