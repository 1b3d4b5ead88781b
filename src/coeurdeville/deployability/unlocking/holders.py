"""By whom a layer would be opened, produced or read: as inventories say, else as sources do, else by competence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from coeurdeville.deployability.alike import Alike
from coeurdeville.deployability.holders import NATIONAL
from coeurdeville.deployability.provider import Doubt, Place, Provider
from coeurdeville.deployability.telling import telling
from coeurdeville.deployability.unlocking.alternatives import Layers
from coeurdeville.deployability.unlocking.competent import Competent
from coeurdeville.deployability.unlocking.locks import Locked
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.layers.contract.awaited import Awaited

PROJECT = "les contributeurs de coeurdeville"
"""Who writes the code that reads."""


class Act(StrEnum):
    """What somebody has to do."""

    OPEN = "ouvrir"
    """Data exist and are not open: their holder opens or shares them."""
    DOWNLOAD = "telecharger"
    """Data are open: somebody downloads them and adds them to the town folder, where code reads them."""
    MEND = "reparer"
    """The town has a file that does not open: who made it gives a sound one."""
    READ = "lire"
    """Data are there and no code reads them, file or not: the project writes it."""
    CHECK = "verifier"
    """A source is read, and it is not known whether it covers the commune."""
    ASK = "demander"
    """Nothing is known of the data: ask who has the competence."""
    PRODUCE = "produire"
    """Data do not exist, as the inventory says: who has the competence produces them."""

    @property
    def label(self) -> str:
        """What users read."""
        return _ACTS[self]


_ACTS = {
    Act.OPEN: "à ouvrir",
    Act.DOWNLOAD: "à télécharger et à ajouter au dossier de la ville",
    Act.MEND: "fichier illisible à remplacer",
    Act.READ: "le logiciel ne sait pas encore la lire",
    Act.CHECK: "couverture à vérifier",
    Act.ASK: "à demander",
    Act.PRODUCE: "à produire",
}


@dataclass(frozen=True)
class Way:
    """Who has to do what, for one layer."""

    layer: DataKind
    act: Act
    who: str
    """Name of the holder or of the producer, or what usually has the competence, in words; empty: nobody knows."""
    what: str = ""
    """The status of the data, or the title of the source."""
    unsure: bool = False
    """Whether it may not cover the commune: the next way is for where it does not."""


def ways(found: Iterable[Locked], layers: Layers, competent: Competent) -> Counter[Way]:
    """What has to be done for these layers -> in how many communes, where they make a service run."""
    counted: Counter[Way] = Counter()
    for one in found:
        for layer in _used(one, layers):
            counted.update(ways_to(layer, one.where, competent))
    return counted


def ways_to(layer: DataKind, where: Alike, competent: Competent) -> Counter[Way]:
    """The shortest way to a layer that communes alike do not have for sure, and the next ones while it is unsure.

    Files at hand come first, then what their inventory says of data that exist, the sources, the usual holder.
    """
    told = () if where.town is None else telling(layer, where.town)
    found: Counter[Way] = Counter()
    for one in (*_of_files(layer, where), *_of_entries(layer, told), *_of_sources(layer, where)):
        found[one] = len(where.communes)
        if not one.unsure:
            return found
    if found and layer.competence == NATIONAL:
        return found
    act = Act.PRODUCE if told and all(one.ouverture is Ouverture.ABSENTE for one in told) else Act.ASK
    return found + Counter({Way(layer, act, who): towns for who, towns in competent.holders(layer, where).items()})


def _used(one: Locked, layers: Layers) -> Layers:
    """Those of the layers that open a lock of these communes."""
    used = (some for lock in one.locks for some in lock.alternatives if some <= layers)
    return frozenset[DataKind]().union(*used)


def _of_files(layer: DataKind, where: Alike) -> Iterator[Way]:
    for one in where.offer.get(layer, ()):
        if one.place is Place.FILE:
            awaited = isinstance(layer, Awaited)
            yield Way(layer, Act.READ if awaited else Act.MEND, PROJECT if awaited else one.holder, one.title)


def _of_entries(layer: DataKind, told: Iterable[Donnee]) -> Iterator[Way]:
    for one in told:
        if not one.fichier and one.ouverture is not Ouverture.ABSENTE:
            act = Act.DOWNLOAD if one.ouverture is Ouverture.OUVERTE else Act.OPEN
            yield Way(layer, act, one.tenue_par or one.categorie.libelle, one.ouverture.libelle)


def _of_sources(layer: DataKind, where: Alike) -> Iterator[Way]:
    return (_of_source(one) for one in where.offer.get(layer, ()) if one.place is Place.SOURCE)


def _of_source(source: Provider) -> Way:
    if Doubt.READER not in source.doubts:
        return Way(source.layer, Act.CHECK, source.holder, source.title, unsure=True)
    unsure = Doubt.COVERAGE in source.doubts
    if isinstance(source.layer, Awaited):
        return Way(source.layer, Act.READ, PROJECT, source.title, unsure)
    return Way(source.layer, Act.DOWNLOAD, source.holder, source.title, unsure)
