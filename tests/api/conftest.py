"""A fictional town with an inventory and a published diagnostic, both written by hand: every value is known."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from coeurdeville.core.finding import Finding
from coeurdeville.espaces.lieux import editions
from coeurdeville.espaces.models import Edition, Espace
from coeurdeville.espaces.ouverture import importer_dossier
from coeurdeville.reports.editions.geojson import write_features
from coeurdeville.reports.editions.interactive_map import InteractiveLayer, InteractiveMap, MapClass, map_document
from coeurdeville.reports.editions.report_file import compact, write_report
from coeurdeville.reports.exhibits import Column, Table
from coeurdeville.reports.model import Brief, DataPage, Report, ServicePage
from coeurdeville.reports.statements import Confidence, Reference, Source

CODE, NAME, SERVICE = "00101", "Bourg-Exemple", "patrimoine-arbore"
DAY, ADDRESS = date(2026, 11, 25), "http://127.0.0.1:8000"
VILLE = """
[ville]
nom = "Bourg-Exemple"
commune = "00101"
population = 12000

[[donnees]]
id = "arbres"
couche = "arbres"
titre = "Inventaire des arbres"
fichier = "fichiers/arbres.csv"
adresse = "https://data.bourg-exemple.example/arbres"
producteur = "Ville de Bourg-Exemple"
acteur = "public-local"
nature = "commune"
licence = "lov2"
millesime = "2024"

[[donnees.statuts]]
date = 2026-02-03
statut = "ouverte"
auteur = "Claude Martin"
preuve = "https://data.bourg-exemple.example/arbres"

[[donnees]]
id = "points-lumineux"
couche = "points-lumineux"
titre = "Éclairage public"
detenteur = "Syndicat d’énergie"
nature = "syndicat"
service_referent = "claude.martin@syndicat.example"

[[donnees]]
id = "nichoirs-de-claude-martin"
couche = "observations"
fichier = "fichiers/nichoirs.csv"
titre = "Nichoirs relevés par M. Martin, 06 12 34 56 78"
detenteur = "M. Claude Martin"
nature = "habitant"
"""


@pytest.fixture(autouse=True)
def site(tmp_path: Path, settings: Settings) -> Iterator[None]:
    """A data folder and a count of requests of its own."""
    settings.DATA = tmp_path / "site"
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def espace(db: None, tmp_path: Path) -> Espace:
    """The space of the town, with its inventory."""
    folder = tmp_path / "bourg-exemple"
    (folder / "fichiers").mkdir(parents=True)
    (folder / "ville.toml").write_text(VILLE, "utf-8")
    for name in ("arbres", "nichoirs"):
        (folder / "fichiers" / f"{name}.csv").write_text("longitude;latitude\n2.5;46.5\n", "utf-8")
    return importer_dossier(folder, "Ada Test")


@pytest.fixture
def edition(espace: Espace) -> Edition:
    """Its published diagnostic."""
    return publish(espace, DAY)


def publish(espace: Espace, day: date, content: Mapping[str, bytes] | None = None) -> Edition:
    """A diagnostic of that day, published at noon."""
    name = editions().put(espace.commune, content or files(), day)
    when = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return Edition.objects.create(espace=espace, identifiant=name, etablie_le=day, publiee_le=when)


def files() -> dict[str, bytes]:
    shapes, index = write_features(SQUARES, np.array([0, 1, -1]), ["Centre", "Gare", "Pré"])
    return {
        "diagnostic.json": compact(summary()),
        "rapport.json": write_report(report()),
        f"carte-{SERVICE}.json": compact(map_document(drawn())),
        f"carte-{SERVICE}-quartiers.geojson": shapes,
        f".carte-{SERVICE}-quartiers.geojson.npy": index,
        "indicateurs.csv": b"commune\r\n",
    }


SQUARES = np.array([shapely.box(west, 46.0, west + 0.01, 46.01) for west in (2.0, 2.02, 2.04)], dtype=object)
"""Three quarters from west to east, apart by as much as they are wide."""


def drawn() -> InteractiveMap:
    classes = (MapClass("#C6DBC6", "moins de 10 %", 1), MapClass("#1C6B49", "10 % et plus", 1))
    layer = InteractiveLayer(
        "quartiers", "Quartiers", "Part de l’espèce la plus plantée", "area", f"carte-{SERVICE}-quartiers.geojson",
        classes, MapClass("hatch", "non calculé", 1), True, "Inventaire des arbres, Ville de Bourg-Exemple, 2024",
    )  # fmt: skip
    ground = (2.0, 46.0, 2.05, 46.01)
    return InteractiveMap(
        SERVICE, "La Gare a le plus d’arbres d’une espèce", "Trois quartiers.", "", ground, ground, (layer,)
    )


def report() -> Report:
    page = ServicePage(
        SERVICE, "climat", "Patrimoine arboré", "Nos arbres sont-ils variés ?", Finding("Oui.", "Vu de près."), None,
        None, (), (), (), (Source("Inventaire des arbres", "Ville", "2024", "Licence Ouverte 2.0"),),
        Confidence("B", ("Le relevé a deux ans.",)), "Par comptage.",
    )  # fmt: skip
    table = Table("Données", (Column("Donnée"),), (("Arbres",),))
    return Report(
        "Diagnostic", "Bourg-Exemple (00)", "2026-11-25", "25 novembre 2026", "Première édition",
        Brief((Finding("Oui.", "Vu de près."),), (), None, ()), (page,), DataPage("Une couche.", table),
        (Finding("On compte.", "Une fois."),), (Reference("Santamour, 1990"),),
        Finding("Licence Ouverte 2.0", "Tout est ouvert."),
        "Fait par coeurdeville.",
    )  # fmt: skip


def summary() -> dict[str, Any]:
    return json.loads((Path(__file__).with_name("diagnostic.json")).read_text("utf-8"))


@pytest.fixture
def reader(db: None) -> Client:
    """Somebody without account."""
    return Client()
