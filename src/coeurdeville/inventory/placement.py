"""Putting the objects of a file on the ground of their territory, and saying which do not stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from coeurdeville.core.french import number, percent, plural
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.readers.coordinates import locate
from coeurdeville.readers.features import Features
from coeurdeville.schemas.mapping.correspondance import Lecture
from coeurdeville.schemas.mapping.vicinity import vicinity_of
from coeurdeville.territories.projections import to_crs
from coeurdeville.territories.territory import Territory

NOWHERE_NEAR = Kind(
    "hors-commune",
    "Donnée « {id} » : aucun objet n’est dans la commune ; les coordonnées placent le fichier ailleurs.",
    "Vérifier la projection et l’ordre des coordonnées dans [donnees.lecture], ou la commune de la ville.",
)
SOME_ELSEWHERE = Kind(
    "objets-hors-commune",
    "Donnée « {id} » : {count_words} sur {total} ({share}) hors de la commune, pris pour le voisinage seulement.",
    "Vérifier ces objets s’ils devraient être dans la commune.",
    Level.NOTE,
)


@dataclass(frozen=True)
class Placement:
    """Shapes in the CRS of the territory; None where a row has no place."""

    features: Features
    shapes: NDArray[np.object_]
    extent: Any
    """What the file says of where it is exhaustive, in the same CRS; None when it does not say."""
    problems: tuple[Problem, ...]


def place(
    features: Features, lecture: Lecture, territory: Territory, name: str, *, neighbours: bool = False
) -> Placement:
    """The shapes of a file in the projection of its territory.

    `neighbours`: the file is expected to hold what is out of the town too, which is then not said.

    Raises
    ------
    Refused
        No coordinates, no projection that fits, or nothing at all in the commune.
    """
    before = len(features.notes)
    columns = [column for column in (lecture.x, lecture.y) if column]
    found = locate(features, vicinity_of(territory), columns=columns, crs=lecture.projection)
    assert found.geometry is not None
    shapes = _projected(found.geometry, found.crs, territory.crs)
    extent = None if found.extent is None else _projected(np.array([found.extent]), found.crs, territory.crs)[0]
    elsewhere = _elsewhere(shapes, territory, name)
    return Placement(found, shapes, extent, (*found.notes[before:], *([] if neighbours else elsewhere)))


def _projected(shapes: NDArray[np.object_], source: int | None, target: int) -> NDArray[np.object_]:
    """Shapes in another projection; without one there is no shape to project."""
    if source is None or source == target:
        return shapes
    return np.asarray(shapely.transform(shapes, lambda xy: to_crs(xy, source, target)), dtype=object)


def _elsewhere(shapes: NDArray[np.object_], territory: Territory, name: str) -> list[Problem]:
    """How many objects are out of the town, refused when all are; nothing where the town's place is not known."""
    placed = shapes[~shapely.is_missing(shapes)]
    out = int((~territory.touches(placed)).sum())
    if not out:
        return []
    if out == len(placed):
        raise Refused([NOWHERE_NEAR(id=name)])
    share = percent(100 * out / len(placed), 0 if out > len(placed) / 100 else 2)
    words = plural(out, "objet")
    return [SOME_ELSEWHERE(id=name, count=out, count_words=words, total=number(len(placed)), share=share)]
