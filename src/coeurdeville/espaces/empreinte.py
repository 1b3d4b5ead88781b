"""What the results of a revision depend on: how its files are read, their bytes, the code."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

from coeurdeville.core import code
from coeurdeville.core.registry import modules
from coeurdeville.inventory.offre import MAKERS
from coeurdeville.inventory.ville import FICHIER, Ville
from coeurdeville.layers.catalogue import layers
from coeurdeville.runs.plan import ENGINE
from coeurdeville.services.catalogue import services

if TYPE_CHECKING:
    from coeurdeville.inventory.revisions.revision import Revision


def empreinte(revision: Revision, ville: Ville) -> str:
    """Hash of all that a run of this revision reads. What is said of data, as statuses and holders, changes nothing."""
    read = [(one.id, one.couche, one.fichier, one.correspondance, one.etendue, one.origin)
            for one in ville.donnees if one.fichier]  # fmt: skip
    files = sorted((path, mark) for path, mark in revision.fichiers.items() if path != FICHIER)
    told = _code(), ville.commune, ville.nom, ville.population, read, files
    return hashlib.sha256(repr(told).encode()).hexdigest()


@cache
def _code() -> str:
    """Of all that reads a file, makes a layer, measures and sums up: what a key of a run depends on, and no page."""
    measured = (one.module for one in services().values())
    made = (one.__module__ for one in layers().values())
    return code.fingerprint(*ENGINE, *MAKERS, *measured, *made, *modules("coeurdeville.readers"))
