"""Where a layer can be had for a town: a file at hand, a national source, data that an inventory says are published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coeurdeville.core.licences import Licence
from coeurdeville.core.vintage import Vintage
from coeurdeville.layers.catalogue import DataKind


class Place(StrEnum):
    """Where it stands."""

    FILE = "fichier"
    """A file of the town folder: nothing is to be asked."""
    PUBLISHED = "publiee"
    """An entry of the town's inventory, open, that nobody has downloaded."""
    SOURCE = "source"
    """A national source."""


class Doubt(StrEnum):
    """Why it is not sure that the layer can be had there. One doubt is enough to say « to be checked »."""

    READER = "lecteur-absent"
    """No code reads it."""
    COVERAGE = "couverture-inconnue"
    """The list or the answer that would tell whether the town is covered is not there."""
    DOWNLOAD = "a-telecharger"
    """It is published, and nobody has looked at the file."""
    UNREADABLE = "illisible"
    """The file does not make the layer: it does not open, is empty, lacks a column, lies elsewhere."""

    @property
    def label(self) -> str:
        """What users read."""
        return _DOUBTS[self]

    @property
    def short(self) -> str:
        """The same in few words, of one layer or of several: `fichier illisible`."""
        return _SHORT[self]


_DOUBTS = {
    Doubt.READER: "le logiciel ne sait pas encore la lire",
    Doubt.COVERAGE: "on ne sait pas si elle couvre la commune",
    Doubt.DOWNLOAD: "elle est publiée, et personne n’a encore regardé le fichier",
    Doubt.UNREADABLE: "son fichier ne donne pas la couche",
}
_SHORT = {
    Doubt.READER: "le logiciel ne sait pas encore s’en servir",
    Doubt.COVERAGE: "on ne sait pas si la commune est couverte",
    Doubt.DOWNLOAD: "fichier à regarder",
    Doubt.UNREADABLE: "fichier illisible",
}


@dataclass(frozen=True)
class Provider:
    """One way to have one layer."""

    layer: DataKind
    place: Place
    key: str
    """Identifier of the entry, or slug of the source."""
    title: str
    holder: str
    licence: Licence
    doubts: tuple[Doubt, ...] = ()
    lacking: str = ""
    """French: what would tell whether the town is covered; of a file, why it makes no layer."""
    vintage: Vintage | None = None
    """Of the file; None for a source, whose answer is as old as the day it is asked, and for an undated file."""
    closed: str = ""
    """French: the status that keeps the town's data from being published, whatever their licence."""

    @property
    def sure(self) -> bool:
        """Whether a run can count on it."""
        return not self.doubts


Offer = Mapping[DataKind, tuple[Provider, ...]]
"""Layer -> ways to have it, the best first: at hand, then sure, then doubtful."""


def ranked(*offers: Offer) -> dict[DataKind, tuple[Provider, ...]]:
    """Several offers as one. Within a rank, the order in which they are given stays."""
    places = list(Place)
    found: dict[DataKind, list[Provider]] = {}
    for offer in offers:
        for kind, providers in offer.items():
            found.setdefault(kind, []).extend(providers)
    return {
        kind: tuple(sorted(those, key=lambda one: (not one.sure, len(one.doubts), places.index(one.place))))
        for kind, those in found.items()
    }
