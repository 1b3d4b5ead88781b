"""A diagnostic of Bourg-Essai: two quarters, trees, four buildings, two flood scenarios, no species record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import geopandas as gpd
import numpy as np
import pytest
import shapely

from coeurdeville.core.licences import LOV2
from coeurdeville.core.provenance import Origin
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.layers.buildings import Buildings
from coeurdeville.layers.contract.supply import supplies
from coeurdeville.layers.districts import Districts
from coeurdeville.layers.facilities import Facilities
from coeurdeville.layers.flood_zones import FloodZones
from coeurdeville.layers.trees import Trees
from coeurdeville.reports.diagnostic import report_of
from coeurdeville.reports.exports.files import exports_of
from coeurdeville.reports.model import Report
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.runs.diagnose import diagnose
from coeurdeville.runs.store import Store
from coeurdeville.runs.zonings import quarters_of
from coeurdeville.services.catalogue import services
from coeurdeville.territories.territory import Territory

CRS = 2154
TRAP = "=1+2 Centre"
"""A quarter's name that a spreadsheet would run."""


def _origin(title: str) -> Origin:
    return Origin(title, "Ville de Bourg-Essai", Vintage.parse("2026"), LOV2, read=10, kept=9)


def _trees() -> Trees:
    """Forty trees in the west (three in four of one genus), ten in the east, one tree of unknown species."""
    places = [(10 + 9 * rank, 500) for rank in range(40)] + [(600 + 10 * rank, 500) for rank in range(10)]
    species = ["Tilia cordata"] * 30 + ["Acer platanoides"] * 10 + ["Acer platanoides"] * 9 + [None]
    frame = gpd.GeoDataFrame(
        {
            "species": species,
            "genus": [None if one is None else one.split()[0] for one in species],
            "height": [12.5] * 49 + [np.nan],
            "stage": ["jeune"] * 20 + ["adulte"] * 30,
        },
        geometry=gpd.points_from_xy(*zip(*places, strict=True)),
        crs=CRS,
    )
    return Trees(frame, origin=_origin("Inventaire des arbres"))


def _buildings() -> Buildings:
    """Five metres from the trees, twenty metres, and two in the far south."""
    shapes = [shapely.box(x, y, x + 10, y + 10) for x, y in ((100, 505), (200, 470), (300, 10), (700, 10))]
    frame = gpd.GeoDataFrame({"dwellings": [1, 2, 3, 4]}, geometry=shapes, crs=CRS)
    return Buildings(frame, origin=_origin("Bâtiments"))


def _flood_zones() -> FloodZones:
    shapes = [shapely.box(0, 0, 1000, 15), shapely.box(0, 0, 1000, 490)]
    frame = gpd.GeoDataFrame({"scenario": ["fréquent", "rare"]}, geometry=shapes, crs=CRS)
    return FloodZones(frame, origin=_origin("Zones inondables"))


def _facilities() -> Facilities:
    frame = gpd.GeoDataFrame({"kind": ["école"]}, geometry=[shapely.Point(50, 5)], crs=CRS)
    return Facilities(frame, origin=_origin("Équipements"))


def _districts() -> Districts:
    halves = [shapely.box(0, 0, 500, 1000), shapely.box(500, 0, 1000, 1000)]
    frame = gpd.GeoDataFrame({"name": [TRAP, "Les Prés"]}, geometry=halves, crs=CRS)
    return Districts(frame, origin=_origin("Quartiers"))


@pytest.fixture(scope="session")
def subject(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    town = Territory("00001", "Bourg-Essai", CRS, shapely.box(0, 0, 1000, 1000), population=1000)
    layers = (_trees(), _buildings(), _flood_zones(), _facilities(), _districts())
    on_offer = supplies(*layers)
    store = Store(tmp_path_factory.mktemp("magasin"))
    outcomes = diagnose(services().values(), on_offer, town, store)
    donnees = {
        type(one): (Donnee(one.slug, one.slug, one.origin.title, f"fichiers/{one.slug}.gpkg"),) for one in layers
    }
    return Subject(
        town, "Bourg-Essai (ville fictive)", date(2026, 11, 23), outcomes, on_offer, donnees, {},
        quarters_of(on_offer, town), store, "population fictive",
    )  # fmt: skip


@pytest.fixture(scope="session")
def chapters(subject: Subject) -> Sequence[Chapter]:
    return subject.chapters()


@pytest.fixture(scope="session")
def report(subject: Subject, chapters: Sequence[Chapter]) -> Report:
    return report_of(subject, chapters)


@pytest.fixture(scope="session")
def files(subject: Subject, chapters: Sequence[Chapter], report: Report) -> dict[str, bytes]:
    return {name: make() for name, make in exports_of(subject, chapters, report).items()}
