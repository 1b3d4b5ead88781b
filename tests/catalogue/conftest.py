"""A small schema of trees, a file that conforms to it, and what is said of it."""

from datetime import date
from typing import Any

import pytest

from coeurdeville.catalogue.contact import Contact
from coeurdeville.catalogue.coverage import Coverage
from coeurdeville.catalogue.dataset import Dataset, LeftOut
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.catalogue.schema_reference import SchemaReference
from coeurdeville.catalogue.vocabularies import Scale
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import LOV2
from coeurdeville.core.vintage import Vintage
from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.model import TableSchema

DESCRIPTOR: dict[str, Any] = {
    "name": "arbres-essai",
    "title": "Arbres d’essai",
    "version": "1.2.0",
    "path": "https://example.org/arbres/schema.json",
    "fields": [
        {"name": "id", "type": "string", "description": "Numéro | d’inventaire", "constraints": {"required": True}},
        {"name": "longitude", "type": "number"},
        {"name": "latitude", "type": "number"},
        {"name": "espece", "type": "string", "constraints": {"enum": ["Tilia cordata", "Acer campestre"]}},
        {"name": "hauteur", "type": "number"},
        {"name": "troncs", "type": "integer"},
        {"name": "remarquable", "type": "boolean"},
        {"name": "plantation", "type": "date"},
        {"name": "remarque", "type": "string"},
    ],
    "missingValues": ["", "NR"],
    "primaryKey": "id",
}
TREES = """id,longitude,latitude,espece,hauteur,troncs,remarquable,plantation,remarque
a1,-2.08412345678,47.65123449,Tilia cordata,12.5,1,true,1987-03-01,"beau, « rare »"
a2,,,Acer campestre,-0.5,2,false,,+33 2 99 00 00 00
a3,-2.0842,47.6513,,NR,,,,"deux
lignes"
"""


@pytest.fixture
def schema() -> TableSchema:
    read = read_schema(DESCRIPTOR)
    assert not read.problems
    return read.schema


@pytest.fixture
def trees() -> bytes:
    return TREES.encode()


@pytest.fixture
def dataset() -> Dataset:
    town = Organisation("Ville de Redon", siret="21350236200014")
    return Dataset(
        id="arbres-redon",
        title="Arbres de Redon",
        description="Les arbres que la ville entretient, un par ligne.",
        publisher=town,
        producer=town,
        licence=LOV2,
        frequency=Frequency.YEARLY,
        coverage=Coverage(Scale.COMMUNE, "35236", "Redon"),
        vintage=Vintage(date(2025, 1, 1), date(2025, 12, 31)),
        issued=date(2026, 3, 1),
        modified=date(2026, 4, 2),
        keywords=("arbres", "espèces végétales"),
        theme="Environnement",
        contact=Contact("Service des espaces verts", "espaces-verts@ville-redon.example"),
        page="https://data.example.org/jeux/arbres-redon",
        schema=SchemaReference("arbres-essai", "Arbres d’essai", "1.2.0", "https://example.org/arbres/schema.json"),
        rows=3,
        columns=(
            "id", "longitude", "latitude", "espece", "hauteur", "troncs", "remarquable", "plantation", "remarque",
        ),
        left_out=(LeftOut("agent", "nom de la personne qui a fait le relevé"),),
        method="Relevé à pied, au GPS.",
        limits=("Les arbres des jardins privés n’y sont pas.",),
    )  # fmt: skip
