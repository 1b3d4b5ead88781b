"""The projection and the order to believe for a layer's coordinates: those that put it near the town."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely

from coeurdeville.core.french import NBSP, listing, number, percent
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.readers.features import Features
from coeurdeville.readers.projection import Fit, Numbers, Vicinity, fits
from coeurdeville.readers.shapes import Shapes

UNKNOWN_PROJECTION = Kind(
    "projection-introuvable",
    "Aucune des projections essayées ne place les coordonnées {near} : {tried}.",
    "Vérifier que le fichier concerne cette ville, puis indiquer le code EPSG de sa projection dans ville.toml.",
)
FOUND_PROJECTION = Kind(
    "projection-trouvee",
    "La projection n’est pas indiquée : {found} place {share} des points {where}{others}.",
    "Si la carte n’est pas juste, indiquer le code EPSG dans ville.toml.",
    Level.NOTE,
)
OTHER_PROJECTION = Kind(
    "projection-corrigee",
    "La projection annoncée (EPSG:{said}) ne place aucun point {near} ; {found}, qui en place {share}, est retenue.",
    "Corriger le code EPSG dans ville.toml ou dans le fichier.",
    Level.WARNING,
)
SWAPPED = Kind(
    "coordonnees-inversees",
    "Les deux coordonnées étaient inversées (latitude avant longitude, ou Y avant X) ; elles sont remises en ordre.",
    "Rien à faire si la carte est juste.",
    Level.WARNING,
)


def settled(features: Features, shapes: Shapes, vicinity: Vicinity, declared: int | None) -> Features:
    """The features with these shapes, in the projection and the order that put them near the town."""
    x, y = middles(shapes)
    if not np.isfinite(x).any():
        return replace(features, geometry=shapes, crs=declared)
    found = fits(vicinity, x, y, None if declared is None else [declared]) or fits(vicinity, x, y)
    if not found and declared is None:
        tried = listing([f"EPSG:{code}" for code in vicinity.projections])
        raise Refused([UNKNOWN_PROJECTION(near=_near(vicinity), tried=tried)])
    if not found:
        return replace(features, geometry=shapes, crs=declared)
    best = found[0]
    ordered = _flipped(shapes) if best.swapped else shapes
    notes = [*_saying_projection(found, vicinity, declared), *([SWAPPED()] if best.swapped else [])]
    return replace(features, geometry=ordered, crs=best.epsg).noting(notes)


def middles(shapes: Shapes) -> tuple[Numbers, Numbers]:
    """The middle of the bounds of each shape, NaN where there is none."""
    west, south, east, north = shapely.bounds(shapes).T
    return (west + east) / 2, (south + north) / 2


def _flipped(shapes: Shapes) -> Shapes:
    return np.asarray(shapely.transform(shapes, lambda places: places[:, ::-1]), dtype=object)


def _saying_projection(found: Sequence[Fit], vicinity: Vicinity, declared: int | None) -> list[Problem]:
    best = found[0]
    if best.epsg == declared:
        return []
    share = percent(100 * best.share)
    if declared is not None:
        return [OTHER_PROJECTION(said=declared, found=_named(best.epsg), share=share, near=_near(vicinity))]
    others = [f"EPSG:{code}" for code in dict.fromkeys(fit.epsg for fit in found) if code != best.epsg]
    also = f" ({listing(others)} le {'pourrait' if len(others) == 1 else 'pourraient'} aussi)" if others else ""
    return [FOUND_PROJECTION(found=_named(best.epsg), share=share, where=_where(vicinity), others=also)]


def _near(vicinity: Vicinity) -> str:
    return "près de la ville" if vicinity.of_town else "en métropole"


def _where(vicinity: Vicinity) -> str:
    """How near the points were found, or that their town is not checked."""
    if vicinity.of_town:
        return f"à moins de {number(vicinity.radius / 1000)}{NBSP}km de la ville"
    return "en métropole, sans que l’on sache s’ils sont dans la ville"


def _named(epsg: int) -> str:
    import pyproj

    return f"EPSG:{epsg} ({pyproj.CRS.from_epsg(epsg).name})"
