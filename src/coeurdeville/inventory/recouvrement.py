"""Entries of one layer that may describe the same objects: they are counted together, and it is said."""

from __future__ import annotations

from collections.abc import Sequence

from coeurdeville.core.french import plural, quoted
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.vector import POINT, VectorLayer

NEAR = 1.0
"""Metres within which two points of two files may well be one object."""
SHARED = Kind(
    "objets-en-commun",
    "Données {ids} : {count_words} à moins d’un mètre d’un objet d’un autre fichier ; comptés ensemble, ils le sont "
    "peut-être deux fois.",
    "Demander à qui les a relevés si un fichier reprend l’autre ; si oui, n’en garder qu’un.",
    Level.WARNING,
)
APART = Kind(
    "donnees-reunies",
    "Données {ids} : leurs objets sont comptés ensemble ; aucun n’est à moins d’un mètre d’un objet d’un autre "
    "fichier.",
    "S’assurer que deux relevés d’un même lieu n’y sont pas.",
    Level.NOTE,
)


def check_recouvrement(donnees: Sequence[Donnee], couches: Sequence[Layer]) -> list[Problem]:
    """What is to be said of points that several entries give to one layer; nothing of a single one, nor of areas."""
    points = [one for one in couches if isinstance(one, VectorLayer) and one.geometry == POINT]
    if len(points) < 2:
        return []
    ids = quoted([one.id for one in donnees], len(donnees))
    shared = sum(_near(points[rank], points[:rank]) for rank in range(1, len(points)))
    if not shared:
        return [APART(ids=ids)]
    return [SHARED(ids=ids, count_words=plural(shared, "objet"), count=shared)]


def _near(layer: VectorLayer, others: Sequence[VectorLayer]) -> int:
    """How many points of a layer have one of the others beside them."""
    import numpy as np
    import shapely

    known = shapely.STRtree(np.concatenate([one.frame.geometry.to_numpy() for one in others]))
    return len(np.unique(known.query(layer.frame.geometry.to_numpy(), predicate="dwithin", distance=NEAR)[0]))
