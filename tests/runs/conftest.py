"""A small service on lamps and parks, and a town of one kilometre to run it on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import geopandas as gpd
import numpy as np
import pytest
import shapely

from coeurdeville.core.missing import Missing
from coeurdeville.core.provenance import Origin
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.vector import AREA, POINT, VectorLayer
from coeurdeville.services.contract.declaration import Breakdown, Indicator, Param, Theme
from coeurdeville.services.contract.service import Service, service
from coeurdeville.territories.territory import Territory


class Lamps(VectorLayer):
    id, slug, title, geometry = "lamps", "lampes", "Lampes", POINT
    columns = (Column("watts", "float", "Puissance", "W"), Column("kind", "str", "Nature"))


class Parks(VectorLayer):
    id, slug, title, geometry = "parks", "parcs", "Parcs", AREA


class Lit(VectorLayer):
    id, title, geometry = "lit", "Lampes et parcs", POINT
    columns = (*Lamps.columns, Column("park", "float", "Distance du parc", "m", minimum=0))


def lighting(
    lamps: Lamps,
    parks: Parks | None = None,
    *,
    look: Annotated[float, Param("Portée", "m", 10, 500, reach=("parks",))] = 100,
) -> Lit:
    frame = lamps.frame
    if parks is not None:
        ground = shapely.union_all(parks.shapes)
        frame["park"] = np.where(
            shapely.dwithin(lamps.shapes, ground, look), shapely.distance(lamps.shapes, ground), np.inf
        )
    return Lit(frame, origin=lamps.origin, extent=lamps.extent)


@dataclass(frozen=True)
class Figures:
    lamps: Annotated[float, Indicator("Lampes", "lampes", base=True)]
    watts: Annotated[float | Missing, Indicator("Puissance", "W")]
    kinds: Annotated[Breakdown | Missing, Indicator("Lampes par nature", "lampes")]
    parkside: Annotated[float | Missing, Indicator("Lampes près d’un parc", "%", requires=("parks",))]


def figures(
    lit: Lit, *, near: Annotated[float, Param("Près", "m", 0, 200, band=(20, 50, 100), within="look")] = 50
) -> Figures:
    kinds = lit.frame["kind"].value_counts(sort=False).sort_index() if lit.has("kind") else {}
    return Figures(
        lamps=float(len(lit)),
        watts=lit.total("watts"),
        kinds=Breakdown.of(dict(kinds)) if len(kinds) else Missing("aucune nature notée"),
        parkside=lit.share("park", at_most=near),
    )


@pytest.fixture
def lamp_service() -> Service[..., Any]:
    """Lamps are needed, parks improve."""
    made = service(slug="eclairage", title="Éclairage", theme=Theme.CLIMATE, method="x_2020")(lighting)
    made.figures(figures)
    return made


@pytest.fixture
def lamp_service_by_kind() -> Service[..., Any]:
    """The same, told apart by kind of lamp."""
    made = service(slug="eclairage-nature", title="Éclairage", theme=Theme.CLIMATE, method="x_2020", by="kind")(
        lighting
    )
    made.figures(figures)
    return made


@pytest.fixture
def kilometre() -> Territory:
    return Territory("00042", "Valbois", 2154, outline=shapely.box(0, 0, 1000, 1000))


@pytest.fixture
def lamps() -> Callable[..., Layer]:
    """Lamps at places [m], of 10 W each."""

    def make(places: Sequence[tuple[float, float]], kind: Any = None, extent: Any = None, watts: Any = 10.0) -> Layer:
        frame = gpd.GeoDataFrame({"watts": watts, "kind": kind}, index=range(len(places)),
                                 geometry=[shapely.Point(place) for place in places], crs=2154)  # fmt: skip
        frame = frame.astype({"watts": float, "kind": "str"} if kind is not None else {"watts": float})
        return Lamps(frame if kind is not None else frame.drop(columns="kind"), origin=Origin("Lampes de la ville"),
                     extent=extent)  # fmt: skip

    return make


@pytest.fixture
def park() -> Callable[..., Layer]:
    """One park, a rectangle [m]."""

    def make(*bounds: float, extent: Any = None) -> Layer:
        frame = gpd.GeoDataFrame(geometry=[shapely.box(*bounds)], crs=2154)
        return Parks(frame, origin=Origin("Parcs de la ville"), extent=extent)

    return make
