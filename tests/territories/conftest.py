"""A tiny package of communes, hand-written in the form of the npm one, and the real one when it is baked."""

import json
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.territories.bake import bake
from coeurdeville.territories.referentiel import COMMUNES, FOLDER, Referentiel, read_referentiel

README = """
| Année | Version du package | NPM |
|-------|--------------------|-----|
| 2031  | 9.1.0              | x   |
| 2030  | 9.0.0              | x   |
* [Population légale](https://www.insee.fr/fr/statistiques/8680726?sommaire=1) + [population Mayotte INSEE 2017](x)
"""
REGIONS = [
    ("75", "Nouvelle-Aquitaine"),
    ("27", "Bourgogne-Franche-Comté"),
    ("06", "Mayotte"),
    ("987", "Polynésie française"),
]
DEPARTEMENTS = [
    ("17", "75", "Charente-Maritime"),
    ("70", "27", "Haute-Saône"),
    ("976", "06", "Mayotte"),
    ("987", "987", "Polynésie française"),
]


def commune(code: str, nom: str, departement: str = "17", region: str = "75", **facts: Any) -> dict[str, Any]:
    words = {"code": code, "nom": nom, "departement": departement, "region": region, "zone": "metro"}
    return {**words, "type": "commune-actuelle", **facts}


LISTED = [
    commune("17300", "La Rochelle", population=79851, siren="211703004", codesPostaux=["17000"]),
    commune("70450", "La Rochelle", "70", "27", population=40, siren="217004506", codesPostaux=["70120"]),
    commune("17299", "Rochefort", population=23452, siren="211702998", codesPostaux=["17300"], anciensCodes=["17444"]),
    commune("17168", "L'Île-d'Élle", population=812, siren="211701685", codesPostaux=["17540", "17000"]),
    commune("17400", "Saint-Savin-sur-Mer", population=900, codesPostaux=["17650"], anciensCodes=["17401", "17402"]),
    commune("17401", "Le Bourg", type="commune-deleguee", chefLieu="17400"),
    commune("17400", "Vieux-Savin", type="commune-deleguee", chefLieu="17400"),
    commune("97611", "Mamoudzou", "976", "06", population=71437, siren="200008837", codesPostaux=["97600"]),
    commune("98735", "Papeete", "987", "987", zone="com", population=26000, codesPostaux=["98714"]),
    commune("98901", "Îlot désert", "987", "987", zone="com"),
]
EPCI = [{"code": "241700434", "nom": "CA d'Ici", "membres": [{"code": "17300"}, {"code": "17168"}]}]


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in the form of the npm package, of ten lines."""
    folder = tmp_path_factory.mktemp("decoupage")
    (folder / "data").mkdir()
    (folder / "README.md").write_text(README, encoding="utf-8")
    (folder / "package.json").write_text(json.dumps({"name": "@ici/decoupage", "version": "9.0.0"}), encoding="utf-8")
    for name, units in (
        ("communes", LISTED),
        ("epci", EPCI),
        ("regions", [{"code": code, "nom": nom} for code, nom in REGIONS]),
        ("departements", [{"code": code, "region": region, "nom": nom} for code, region, nom in DEPARTEMENTS]),
    ):
        (folder / "data" / f"{name}.json").write_text(json.dumps(units), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def baked(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where the tiny package is baked."""
    folder = tmp_path_factory.mktemp("baked")
    bake(package, folder)
    return folder


@pytest.fixture(scope="session")
def few(baked: Path) -> Referentiel:
    """The communes of the tiny package."""
    return read_referentiel(baked)


@pytest.fixture(scope="session")
def france() -> Referentiel:
    """All communes, as set-up bakes them."""
    if not (FOLDER / COMMUNES).is_file():
        pytest.skip("the communes are not baked: make setup")
    return read_referentiel()
