"""Who holds the layers that a town lacks: as its inventory says, else as the competence usually goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.provider import Place
from coeurdeville.deployability.telling import telling
from coeurdeville.deployability.town import TownInventory
from coeurdeville.inventory.demandes.competence import holder_of
from coeurdeville.inventory.demandes.nature_epci import nature_of
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.vocabulaire import Acteur, Nature, Ouverture
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.territories.commune import Commune

NATIONAL = "donnees-nationales"
"""Competence of layers that no town holds."""


@dataclass(frozen=True)
class Holder:
    """Who should be asked for a layer."""

    layer: DataKind
    name: str
    """Empty when only its nature is known, or nothing."""
    nature: Nature | None
    acteur: Acteur
    status: Ouverture
    since: date | None = None
    """Of the status."""
    entry: str = ""
    """Identifier in the town's inventory; empty when this is only the usual case."""
    why: str = ""
    """French clause: why it is believed, when the inventory does not say it."""
    sure: bool = True
    """Whether the inventory or the law says it; else it is the usual case, to be checked."""


def holders_of(cell: Cell, town: TownInventory, commune: Commune | None) -> tuple[Holder, ...]:
    """The holders of the layers that block a cell, then those that the inventory tells of the improvements it lacks.

    Parameters
    ----------
    commune
        None for a fictional town, of which no competence is known: then its inventory alone speaks.
    """
    blocking = cell.verdict.blocking
    lacking = [one.layer for one in cell.verdict.reasons if one.provider is None or one.doubts]
    told = (_told(layer, one) for layer in lacking if layer not in blocking for one in telling(layer, town))
    return (*(one for layer in blocking for one in _holders(layer, cell, town, commune)), *told)


def _holders(layer: DataKind, cell: Cell, town: TownInventory, commune: Commune | None) -> Iterator[Holder]:
    """As the inventory says; else who publishes it, when a national source may; else as the competence goes."""
    if told := telling(layer, town):
        yield from (_told(layer, donnee) for donnee in told)
        return
    source = next((one.provider for one in cell.verdict.reasons if one.layer is layer), None)
    if source is not None and source.place is Place.FILE:
        return
    if source is not None and source.place is Place.SOURCE and layer.competence == NATIONAL:
        yield Holder(layer, source.holder, None, Acteur.PUBLIC_NATIONAL, Ouverture.NON_RENSEIGNE,
                     why=f"diffuse « {source.title} »")  # fmt: skip
    elif commune is not None:
        usual = holder_of(layer.competence, commune, nature_of(commune.epci))
        acteur = Acteur.NON_RENSEIGNE if usual.nature is None else usual.nature.acteur
        yield Holder(layer, usual.nom, usual.nature, acteur, Ouverture.NON_RENSEIGNE, why=usual.pourquoi,
                     sure=usual.sur)  # fmt: skip


def _told(layer: DataKind, donnee: Donnee) -> Holder:
    since = None if donnee.statut is None else donnee.statut.date
    return Holder(layer, donnee.tenue_par, donnee.nature, donnee.categorie, donnee.ouverture, since, donnee.id)
