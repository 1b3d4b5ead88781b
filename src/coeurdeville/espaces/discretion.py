"""An inventory as anybody may read it: it names no person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from coeurdeville.catalogue.exchange.discretion import TEXTS, discreet
from coeurdeville.deployability.provider import Place, Provider
from coeurdeville.deployability.town import TownInventory
from coeurdeville.inventory.donnee import Donnee


def discreet_inventory(held: TownInventory) -> TownInventory:
    """An inventory whose entries name organisations only; what is said of the inside of its files is left out."""
    entries = [donnee for those in held.told.values() for donnee in those]
    clean = discreet(entries, "le site", (*TEXTS, "adresse")).donnees
    by_id = {donnee.id: after for donnee, after in zip(entries, clean, strict=True)}
    told = {kind: tuple(by_id[one.id] for one in those) for kind, those in held.told.items()}
    offer = {kind: tuple(_providers(those, by_id)) for kind, those in held.offer.items()}
    return replace(held, told=told, offer=offer)


def _providers(providers: Iterable[Provider], by_id: Mapping[str, Donnee]) -> Iterable[Provider]:
    for one in providers:
        entry = None if one.place is Place.SOURCE else by_id.get(one.key)
        yield (
            one if entry is None else replace(one, key=entry.id, title=entry.titre, holder=entry.tenue_par, lacking="")
        )
