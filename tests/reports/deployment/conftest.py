"""A small fictional matrix with the five states, services of the three themes, computed and described."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from coeurdeville.core.licences import LOV2
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.national import NationalOffer
from coeurdeville.deployability.proof import Proof
from coeurdeville.deployability.provider import Doubt, Place, Provider
from coeurdeville.deployability.town import TownInventory
from coeurdeville.layers.catalogue import DataKind, kind_named
from coeurdeville.services.catalogue import service
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.services.contract.described import Capacity, Described, Experience, Sort
from coeurdeville.territories.commune import Commune, Departement, Region

DAY = date(2026, 11, 23)
VOID = {"meta", "path", "rect", "circle", "line", "image", "use", "col"}
TREES, VEGETATION, SPECIES = kind_named("arbres"), kind_named("vegetation"), kind_named("statuts-especes")


class Outline(HTMLParser):
    """Elements in order with their text, and whether they close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        """Innermost element and its text."""
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))


def bare(svg: str) -> str:
    """A file of its own without its typeface, once it is sure that its style is nothing else."""
    style = re.search(r"<style>(.*?)</style></svg>", svg)
    assert style
    assert not re.sub(
        r"@font-face\{[^{}<>]*url\(data:font/woff2;base64,[\w+/=]+\)[^{}<>()]*\('woff2'\)\}", "", style[1]
    )
    return svg.replace(f"<style>{style[1]}</style>", "")


def described(
    slug: str, title: str, theme: Theme, needs: tuple[DataKind, ...], better: tuple[DataKind, ...]
) -> Described:
    return Described(
        slug.replace("-", "_"), slug, title, "À quoi cela répond\u202f?", theme, Sort.PRACTICE,
        needs={one.id: one for one in needs}, improvements={one.id: one for one in better}, indicators={},
        constraints=("Sans objet là où il n’y a pas de rivière.",), capacities=(Capacity.GIS,),
        experiences=(Experience("Bourg-Essai", "", "2024-2025", "https://exemple.fr/essai", "un rapport", 12.5),),
        cooperations=(), source="https://exemple.fr/fiche",
    )  # fmt: skip


@pytest.fixture(scope="session")
def charter() -> Described:
    return described("charte-d-essai", "Charte d’essai", Theme.BIODIVERSITY, (VEGETATION,), (SPECIES,))


@pytest.fixture(scope="session")
def bulletin() -> Described:
    return described("bulletin-d-essai", "Bulletin d’essai", Theme.RISKS, (TREES, SPECIES), ())


def given(kind: DataKind, *doubts: Doubt) -> dict[DataKind, tuple[Provider, ...]]:
    return {kind: (Provider(kind, Place.FILE, kind.slug, kind.title, "Bourg-Essai", LOV2, doubts),)}


@pytest.fixture(scope="session")
def matrix(charter: Described, bulletin: Described) -> Matrix:
    offers = {
        "00001": {**given(TREES), **given(VEGETATION), **given(SPECIES)},
        "00002": {**given(TREES), **given(VEGETATION), **given(SPECIES)},
        "00003": given(VEGETATION),
        "00004": given(VEGETATION, Doubt.READER),
    }
    codes = [f"0000{rank}" for rank in range(1, 7)]
    inventories = {code: TownInventory(code, None, offer) for code, offer in offers.items()}
    services = (charter, bulletin, service("patrimoine-arbore"))
    proofs = {("00002", charter.slug): Proof("cle", date(2026, 11, 20))}
    return Matrix(codes, services, inventories, proofs, NationalOffer(()))


def commune(code: str, nom: str, departement: str = "Essai", region: str = "Contrée d’Essai") -> Commune:
    return Commune(code, nom, Departement("00", departement), Region("00", region), None, None, 1000, 2023, (), ())


@pytest.fixture(scope="session")
def communes() -> dict[str, Commune]:
    """Every commune but the last, in two régions."""
    names = {"00001": "Vieux-Pont", "00002": "Amont", "00003": "Bourg-Essai", "00004": "Clairval"}
    found = {code: commune(code, nom) for code, nom in names.items()}
    return {**found, "00005": commune("00005", "Aubépine", "Autre essai", "Autre contrée")}


@pytest.fixture(scope="session")
def points() -> dict[str, tuple[float, float]]:
    """Where the fictional towns stand: the fourth nowhere, the last overseas by nothing but its code."""
    places = ((2.0, 47.0), (3.5, 48.2), (0.5, 45.0), (5.0, 44.5))
    return dict(zip(("00001", "00002", "00003", "00005"), places, strict=True))
