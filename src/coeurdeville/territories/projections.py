"""The projection of each territory, and those in which its files may be: never a constant elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.problems import Kind, Refused

WGS84 = 4326
"""Longitude and latitude, in degrees."""
METROPOLE = "metropole"

NO_PROJECTION = Kind(
    "projection-inconnue",
    "Aucune projection en mètres n’est connue pour le département « {departement} ».",
    "Vérifier le code du département : « 02 », « 2A », « 974 ».",
)


@dataclass(frozen=True)
class Projection:
    """A way of writing coordinates, by its EPSG code."""

    epsg: int
    nom: str
    """French name, for a message or a choice on a form."""
    unit: Literal["m", "°"] = "m"

    def __str__(self) -> str:
        return f"{self.nom} (EPSG:{self.epsg})"


WORLD = (
    Projection(WGS84, "WGS 84, longitude et latitude", "°"),
    Projection(3857, "WGS 84, Mercator des cartes en ligne"),
)

OF_PLACES: dict[str, tuple[Projection, ...]] = {
    METROPOLE: (
        Projection(2154, "RGF93, Lambert-93"),
        *(Projection(3900 + zone, f"RGF93, conique conforme zone {zone}") for zone in range(42, 51)),
        Projection(27572, "NTF, Lambert II étendu"),
        Projection(27571, "NTF, Lambert zone I"),
        Projection(27573, "NTF, Lambert zone III"),
        Projection(27574, "NTF, Lambert zone IV"),
        Projection(27561, "NTF, Lambert Nord"),
        Projection(27562, "NTF, Lambert Centre"),
        Projection(27563, "NTF, Lambert Sud"),
        Projection(27564, "NTF, Lambert Corse"),
        Projection(4171, "RGF93, longitude et latitude", "°"),
    ),
    "971": (
        Projection(5490, "RGAF09, UTM 20 Nord"),
        Projection(4559, "RRAF91, UTM 20 Nord"),
        Projection(2970, "Guadeloupe Sainte-Anne, UTM 20 Nord"),
    ),
    "972": (
        Projection(5490, "RGAF09, UTM 20 Nord"),
        Projection(4559, "RRAF91, UTM 20 Nord"),
        Projection(2973, "Martinique Fort-Desaix, UTM 20 Nord"),
    ),
    "973": (
        Projection(2972, "RGFG95, UTM 22 Nord"),
        Projection(3313, "RGFG95, UTM 21 Nord"),
        Projection(2971, "CSG67, UTM 22 Nord"),
        Projection(3312, "CSG67, UTM 21 Nord"),
    ),
    "974": (Projection(2975, "RGR92, UTM 40 Sud"), Projection(3727, "Piton des Neiges, Gauss Laborde Réunion")),
    "975": (Projection(4467, "RGSPM06, UTM 21 Nord"), Projection(2987, "Saint-Pierre-et-Miquelon 1950, UTM 21 Nord")),
    "976": (Projection(4471, "RGM04, UTM 38 Sud"), Projection(5879, "Cadastre 1997, UTM 38 Sud")),
    "977": (Projection(5490, "RGAF09, UTM 20 Nord"), Projection(4559, "RRAF91, UTM 20 Nord")),
    "978": (Projection(5490, "RGAF09, UTM 20 Nord"), Projection(4559, "RRAF91, UTM 20 Nord")),
    "986": (Projection(8903, "RGWF96, UTM 1 Sud"),),
    "987": (
        Projection(3297, "RGPF, UTM 6 Sud"),
        Projection(3296, "RGPF, UTM 5 Sud"),
        Projection(3298, "RGPF, UTM 7 Sud"),
    ),
    "988": (Projection(3163, "RGNC91-93, Lambert Nouvelle-Calédonie"),),
}
"""By place, the projection to compute in first, then those of its files, present and former.

The first of 987 is the one of the Society Islands, where most people live; distances are less exact on the other
archipelagos. TAAF and Clipperton, where no town is, have none.
"""


def departement_of(code_insee: str) -> str:
    """`02` for `02691`, `2A` for `2A004`, `974` for `97411`; a code of département stays itself."""
    return code_insee[:3] if code_insee.startswith(("97", "98")) else code_insee[:2]


def crs_of(code: str) -> int:
    """EPSG code of the projection in metres to compute in, for a commune or a département.

    Département `00`, the one of the fictional towns, is in the metropole.

    Raises
    ------
    Refused
        `projection-inconnue`.
    """
    return OF_PLACES[_place(departement_of(code))][0].epsg


def candidate_crs(code: str) -> tuple[Projection, ...]:
    """The projections in which a file of this commune or département may be, most likely first.

    Several look alike: a pair of numbers fits where it falls into the town, see `to_crs`. Raises like `crs_of`.
    """
    own, *others = OF_PLACES[_place(departement_of(code))]
    return (own, *WORLD, *others)


def to_crs(xy: NDArray[np.float64], source: int, target: int) -> NDArray[np.float64]:
    """Coordinates in another projection, both EPSG codes. Longitude and x come first, whatever the projection says.

    Without network and grids: exact between present projections, to about 3 m from those before RGF93 (NTF),
    which is enough to recognise a town and is an assumption to state for a crown. Infinite where the projection
    does not reach. Shape `(n, 2)` in and out; fit for `shapely.transform`.
    """
    x, y = _transformer(source, target).transform(xy[:, 0], xy[:, 1])
    return np.column_stack((x, y))


def _place(departement: str) -> str:
    known = departement in OF_PLACES or departement in {"2A", "2B"} or departement in {f"{n:02}" for n in range(96)}
    if not known:
        raise Refused([NO_PROJECTION(departement=departement)])
    return departement if departement in OF_PLACES else METROPOLE


@cache
def _transformer(source: int, target: int) -> Any:
    from pyproj import Transformer
    from pyproj.network import set_network_enabled  # type: ignore[attr-defined]  # re-exported without saying so

    set_network_enabled(active=False)
    return Transformer.from_crs(source, target, always_xy=True)
