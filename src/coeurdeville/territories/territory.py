"""The ground on which services compute."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, Point, Polygon

from coeurdeville.core.missing import Missing
from coeurdeville.territories.acv import membership
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.projections import WGS84, crs_of, departement_of, to_crs


class Ground(StrEnum):
    """On what `Territory.holds` stands."""

    OUTLINE = "contour"
    CIRCLE = "cercle"
    """Around the town's point: coarse, and to be said."""
    UNKNOWN = "inconnu"
    """Neither: every point is taken as in the town."""


@dataclass(frozen=True)
class Territory:
    """A town as services see it. Everything with a place is in `crs`.

    Without outline nothing is cut and there is no area; whether points are in the town is checked on a circle
    around its point, and on nothing when the point is unknown too. A fictional town is built by hand, with
    département `00` and the projection of the metropole.
    """

    code: str
    """Insee code."""
    name: str
    crs: int
    """EPSG code of a projection in metres."""
    outline: Polygon | MultiPolygon | None = None
    point: Point | None = None
    """Near the centre of the ground; not the town hall."""
    radius_m: float | None = None
    """A circle of that radius around `point` holds the whole town, islets apart. Given with the point, not alone."""
    population: int | None = None
    population_year: int | None = None
    epci: str | None = None
    """SIREN of the intercommunal body."""

    def __post_init__(self) -> None:
        if (self.point is None) != (self.radius_m is None):
            raise ValueError("a point and its radius go together")

    @property
    def departement(self) -> str:
        """Code of the département, read in the Insee code."""
        return departement_of(self.code)

    @property
    def ground(self) -> Ground:
        """On what `holds` stands, so that what rests on a circle can say so."""
        if self.outline is not None:
            return Ground.OUTLINE
        return Ground.UNKNOWN if self.point is None else Ground.CIRCLE

    def area(self) -> float | Missing:
        """Ground of the town in m², missing without outline."""
        return (
            Missing("il manque la donnée « Contour de la commune »")
            if self.outline is None
            else float(self.outline.area)
        )

    def holds(self, points: NDArray[np.object_]) -> NDArray[np.bool_]:
        """Which of these points (shape `(n,)`, in `crs`) are in the town, edge included.

        An empty or absent point is not, unless the ground is unknown: then all are.
        """
        match self.ground:
            case Ground.OUTLINE:
                shapely.prepare(self.outline)
                return np.asarray(shapely.covers(self.outline, points))
            case Ground.CIRCLE:
                return np.asarray(shapely.dwithin(points, self.point, self.radius_m))
            case Ground.UNKNOWN:
                return np.ones(len(points), dtype=np.bool_)

    def touches(self, shapes: NDArray[np.object_]) -> NDArray[np.bool_]:
        """Which of these shapes (`(n,)`, in `crs`) have a part in the town, edge included; an absent one has none.

        All have when the ground is unknown.
        """
        match self.ground:
            case Ground.OUTLINE:
                shapely.prepare(self.outline)
                return np.asarray(shapely.intersects(self.outline, shapes))
            case Ground.CIRCLE:
                return np.asarray(shapely.dwithin(shapes, self.point, self.radius_m))
            case Ground.UNKNOWN:
                return np.ones(len(shapes), dtype=np.bool_)


def territory_of(commune: Commune, outline: Polygon | MultiPolygon | None = None) -> Territory:
    """A commune as a territory. `outline` is in its projection (`crs_of`); the point is known in the programme only.

    Raises
    ------
    Refused
        `projection-inconnue`, in overseas territories without a town.
    """
    crs = crs_of(commune.code)
    member = membership(commune.code)
    return Territory(
        code=commune.code,
        name=commune.nom,
        crs=crs,
        outline=outline,
        point=None if member is None else _placed(member.longitude, member.latitude, crs),
        radius_m=None if member is None else 1000.0 * member.rayon_km,
        population=commune.population,
        population_year=commune.population_year,
        epci=None if commune.epci is None else commune.epci.siren,
    )


def _placed(longitude: float, latitude: float, crs: int) -> Point:
    return Point(to_crs(np.array([[longitude, latitude]]), WGS84, crs)[0])
