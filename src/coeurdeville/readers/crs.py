"""The EPSG code of what a file says of its projection."""

from __future__ import annotations

import numpy as np
import shapely

from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.readers.shapes import Shapes

LONGITUDE_LATITUDE = 4326

UNKNOWN_CRS = Kind(
    "projection-non-reconnue",
    "La projection annoncée par « {name} » n’a pas de code EPSG reconnu : {said}.",
    "Indiquer le code EPSG de la projection dans ville.toml.",
    Level.WARNING,
)
NOT_DEGREES = Kind(
    "projection-contredite",
    "« {name} » s’annonce en longitude et latitude, mais ses nombres n’en sont pas.",
    "Indiquer le code EPSG de la projection dans ville.toml si celle qui est trouvée n’est pas la bonne.",
    Level.WARNING,
)


def epsg(said: str | None) -> int | None:
    """The EPSG code of `EPSG:2154` or of a WKT; None when nothing is said or no code fits.

    Three-dimensional WGS 84 (4979) and its longitude-first twin (CRS84) are 4326: heights are not kept.
    """
    if not said:
        return None
    if said.upper().startswith("EPSG:") and said[5:].isdecimal():
        code: int | None = int(said[5:])
    else:
        code = _identified(said)
    return LONGITUDE_LATITUDE if code == 4979 else code


def settled(said: str | None, shapes: Shapes, name: str) -> tuple[int | None, tuple[Problem, ...]]:
    """The code to believe for these shapes, and what there is to say.

    Degrees past 180 or 90 are not degrees (GeoJSON in metres is the usual case): nothing is believed then.
    """
    code = epsg(said)
    if code is None:
        return None, (UNKNOWN_CRS(name=name, said=_short(said)),) if said else ()
    if code == LONGITUDE_LATITUDE and np.any(np.abs(shapely.bounds(shapes)) > 180):
        return None, (NOT_DEGREES(name=name),)
    return code, ()


def _identified(said: str) -> int | None:
    import pyproj

    try:
        crs = pyproj.CRS.from_user_input(said)
    except pyproj.exceptions.CRSError:
        return None
    if crs.to_authority() == ("OGC", "CRS84"):
        return LONGITUDE_LATITUDE
    code = crs.to_epsg(min_confidence=60)
    return None if code is None else int(code)


def _short(said: str | None) -> str:
    """The name that a WKT gives, or its first words."""
    text = said or ""
    return text.split('"')[1] if text.count('"') > 1 else text[:60]
