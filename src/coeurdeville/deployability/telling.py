"""What an inventory says of who holds a layer: the one rule of which of its entries speak."""

from __future__ import annotations

from coeurdeville.deployability.town import TownInventory
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.layers.catalogue import DataKind


def telling(layer: DataKind, town: TownInventory) -> tuple[Donnee, ...]:
    """The entries that say something of who holds the layer: its holder, a status or what the holder is."""
    return tuple(donnee for donnee in town.told.get(layer, ()) if donnee.tenue_par or donnee.statut or donnee.nature)
