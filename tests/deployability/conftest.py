"""Offers built by hand, and a service that asks for two needs and two improvements."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

import pytest

from coeurdeville.core.licences import LOV2
from coeurdeville.core.missing import Missing
from coeurdeville.deployability.provider import Doubt, Offer, Place, Provider
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.services.contract.declaration import Indicator, Theme
from coeurdeville.services.contract.service import Service, service


class Ground(TableLayer):
    id, slug, title = "ground", "sol", "Sol"


class Water(TableLayer):
    id, slug, title = "water_test", "eau-test", "Eau"


class Shade(TableLayer):
    id, slug, title = "shade", "ombre", "Ombre"


class Wind(TableLayer):
    id, slug, title = "wind", "vent", "Vent"


KINDS: tuple[type[TableLayer], ...] = (Ground, Water, Shade, Wind)


def measured(ground: Ground, water: Water, shade: Shade | None = None, wind: Wind | None = None) -> Ground:
    return ground


@dataclass(frozen=True)
class Figures:
    fresh: Annotated[float | Missing, Indicator("Fraîcheur", "%", requires=("shade",))]
    plain: Annotated[float, Indicator("Surface", "m²")]


def figures(ground: Ground) -> Figures:
    return Figures(1.0, 1.0)


@pytest.fixture(scope="session")
def cool() -> Service[..., Any]:
    made = service(slug="fraicheur", title="Fraîcheur", theme=Theme.CLIMATE, method="konijnendijk_2023")(measured)
    made.figures(figures)
    return made


Give = Callable[..., Provider]


@pytest.fixture
def give() -> Give:
    """A provider of a layer: sure and national unless doubts or another place are told."""

    def made(kind: DataKind, *doubts: Doubt, place: Place = Place.SOURCE, key: str = "source") -> Provider:
        return Provider(kind, place, key, "Titre", "Détenteur", LOV2, doubts)

    return made


def offer_of(*providers: Provider) -> Offer:
    """An offer of one provider for each layer."""
    return {one.layer: (one,) for one in providers}
