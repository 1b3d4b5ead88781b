"""The data of a service with their status of today, in words that anybody may read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from coeurdeville.core.french import day, number, spaced
from coeurdeville.core.licences import UNKNOWN
from coeurdeville.deployability.provider import Place, Provider
from coeurdeville.deployability.standards import standard_of
from coeurdeville.deployability.telling import telling
from coeurdeville.deployability.town import TownInventory
from coeurdeville.espaces.discretion import discreet_inventory
from coeurdeville.espaces.inventaires import inventaires, matrice
from coeurdeville.inventory import donnee as inventaire
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.layers.catalogue import DataKind, kinds
from coeurdeville.programme.cas_usage.fiche import Donnee

if TYPE_CHECKING:
    from coeurdeville.programme.models import DonneeUtile

NATIONALE: Final = "nationale"
FOLLOWED: Final = {"detenteur": "détenteur", "ouverture": "statut", "licence": "licence", "conformite": "conformité"}
"""What is compared from one day to another -> how it is called."""


def listees(utiles: Iterable[DonneeUtile], commune: str) -> tuple[Donnee, ...]:
    """The data sets of an evaluation, as the inventory of the town says today, persons left out."""
    own = inventaires().get(commune)
    town = discreet_inventory(own) if own else TownInventory(commune)
    return tuple(_told(one.couche, one.indispensable, one.entree, one.perenne, town) for one in utiles
                 if one.couche in kinds())  # fmt: skip


def aujourd_hui(donnees: Iterable[Donnee], commune: str) -> tuple[Donnee, ...] | None:
    """The same data sets today; None when the town has published nothing, and its inventory is its own."""
    town = matrice().inventories.get(commune)
    if town is None:
        return None
    return tuple(_told(one.couche, one.indispensable, one.entree, one.entretien, town) for one in donnees)


def changements(avant: Iterable[Donnee], apres: Iterable[Donnee]) -> Iterator[tuple[str, str, str, str]]:
    """Title, what changed, its former and its new words, of the data sets that are in both."""
    now = {one.couche: one for one in apres}
    for one in avant:
        after = now.get(one.couche, one)
        for name, called in FOLLOWED.items():
            before, since = _words(one, name), _words(after, name)
            if before != since:
                yield one.titre, called, before, since


def statut(donnee: Donnee) -> str:
    """`déjà ouverte`, `source nationale`."""
    return "source nationale" if donnee.ouverture == NATIONALE else Ouverture(donnee.ouverture).libelle


def _words(donnee: Donnee, name: str) -> str:
    return (statut(donnee) if name == "ouverture" else str(getattr(donnee, name))) or "à préciser"


def _told(couche: str, needed: bool, entree: str, upkeep: str, town: TownInventory) -> Donnee:
    kind = kinds().get(couche)
    if kind is None:
        return Donnee(couche, couche, needed, entretien=upkeep)
    bare = Donnee(couche, kind.title, needed, schema=_schema(kind), entretien=upkeep)
    found = _entry(kind, entree, town)
    if found is not None:
        return _of_entry(bare, found)
    source = _source(kind, town.commune)
    if source is None:
        return bare
    return replace(bare, detenteur=source.holder, ouverture=NATIONALE, licence=source.licence.title)


def _entry(kind: DataKind, entree: str, town: TownInventory) -> inventaire.Donnee | None:
    """The one that is named, else the first that says something."""
    told = town.told.get(kind, ())
    named = next((one for one in told if one.id == entree), None)
    return named or next(iter(telling(kind, town) or told), None)


def _of_entry(bare: Donnee, found: inventaire.Donnee) -> Donnee:
    status = found.statut
    return replace(
        bare, entree=found.id, detenteur=found.tenue_par, ouverture=found.ouverture.value,
        depuis=status.date.isoformat() if status else "",
        licence="" if found.licence is UNKNOWN else found.licence.title, conformite=_conformity(found),
    )  # fmt: skip


def _conformity(found: inventaire.Donnee) -> str:
    last = max(found.conformites, key=lambda one: one.date, default=None)
    if last is None:
        return ""
    return spaced(f"{number(last.conformes)} lignes conformes sur {number(last.lignes)} le {day(last.date)}")


def _schema(kind: DataKind) -> str:
    return standard_of(kind).agreed.label


def _source(kind: DataKind, commune: str) -> Provider | None:
    """A national source that covers the town for sure."""
    offered: Mapping[DataKind, tuple[Provider, ...]] = matrice().national.of(commune)
    return next((one for one in offered.get(kind, ()) if one.place is Place.SOURCE and one.sure), None)
