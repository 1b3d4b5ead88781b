"""What a town folder has to offer to services: each entry with a file, known by its fingerprint before it is read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from coeurdeville.core import code
from coeurdeville.core.problems import Problem
from coeurdeville.core.registry import modules
from coeurdeville.inventory.chargement import load_donnee
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.fichiers import parts
from coeurdeville.inventory.recouvrement import check_recouvrement
from coeurdeville.inventory.reunion import together
from coeurdeville.inventory.ville import Ville
from coeurdeville.layers.catalogue import layers
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.supply import Supply
from coeurdeville.layers.outline import Outline
from coeurdeville.territories.territory import Territory

MAKERS = ("coeurdeville.inventory.fabrication", "coeurdeville.inventory.reunion")
"""The modules whose code, with all that they import, makes layers out of files."""


@dataclass
class Offre:
    """The layers of a town, and what was said while those that were needed were read."""

    couches: dict[type[Layer], Supply]
    donnees: dict[type[Layer], tuple[Donnee, ...]]
    """The entries that give each layer, in the order of the inventory."""
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    """Entry -> what its reading had to say; filled as layers are loaded."""


def offer_of(ville: Ville, territory: Territory) -> Offre:
    """The layers that the entries of a town make; those of one layer are put together. No file is parsed.

    Entries whose layer is awaited make none.
    """
    made = Offre({}, {})
    for donnee in ville.donnees:
        kind = layers().get(donnee.couche)
        if donnee.fichier and kind is not None and kind is not Outline:
            made.donnees[kind] = (*made.donnees.get(kind, ()), donnee)
    for kind, donnees in made.donnees.items():
        fingerprint = " ".join(fingerprint_of(ville, donnee, territory) for donnee in donnees)
        made.couches[kind] = Supply(fingerprint, _loader(ville, donnees, territory, made))
    return made


def _loader(ville: Ville, donnees: tuple[Donnee, ...], territory: Territory, offre: Offre) -> Callable[[], Layer]:
    def load() -> Layer:
        loaded = [load_donnee(ville, donnee, territory) for donnee in donnees]
        offre.problems.update({donnee.id: one.problems for donnee, one in zip(donnees, loaded, strict=True)})
        together_said = check_recouvrement(donnees, [one.couche for one in loaded])
        offre.problems[donnees[-1].id] = (*offre.problems[donnees[-1].id], *together_said)
        return together([one.couche for one in loaded])

    return load


def fingerprint_of(ville: Ville, donnee: Donnee, territory: Territory) -> str:
    """What the layer of an entry depends on: its file, how it is read, the ground; not what is said of it."""
    """Hash of what makes the layer: the file, how it is read, what its figures must cite, the ground.

    What is said of the data, as statuses, holder and cooperations, changes no figure.
    """
    digest = hashlib.sha256(_code(layers()[donnee.couche]).encode())
    outline = territory.outline.wkb_hex if territory.outline is not None else ""
    read = (donnee.couche, donnee.fichier, donnee.correspondance, donnee.etendue, donnee.origin)
    digest.update(repr((read, territory.crs, territory.point, territory.radius_m, outline)).encode())
    for path in parts(ville.path(donnee)):
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]


def _code(kind: type[Layer]) -> str:
    """The code that makes the layer: readers and layers are imported by name, which no closure sees."""
    return code.fingerprint(*MAKERS, kind.__module__, *modules("coeurdeville.readers"))
