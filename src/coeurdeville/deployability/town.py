"""What the inventory of a town brings to the forecast: what it can give, and what it says of the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coeurdeville.core.problems import Refused
from coeurdeville.deployability.provider import Doubt, Offer, Place, Provider
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.layers.catalogue import DataKind, kinds
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.layers.outline import Outline
from coeurdeville.readers.formats import announced
from coeurdeville.readers.read import recognised

PUBLISHABLE = (Ouverture.OUVERTE, Ouverture.CANDIDATE, Ouverture.NON_RENSEIGNE, Ouverture.ABSENTE)
"""Statuses that leave the publication to the licence; the others stop it."""


@dataclass(frozen=True)
class TownInventory:
    """The inventory of a commune, as the forecast reads it."""

    commune: str
    """Insee code of today."""
    dossier: Path | None = None
    offer: Offer = field(default_factory=dict)
    told: Mapping[DataKind, tuple[Donnee, ...]] = field(default_factory=dict)
    """Every usable entry by layer, those without file too: who holds what, under which status."""
    name: str = ""
    """As its folder writes it; empty without folder."""


def inventory_of(ville: Ville, commune: str | None = None, unread: Mapping[str, str] | None = None) -> TownInventory:
    """The inventory of a town folder. Entries with errors are neither counted on nor quoted.

    Parameters
    ----------
    commune
        Insee code of today, where it is not the one that the folder writes.
    unread
        Entry -> why its file makes no layer, when the files were read; else their first bytes alone are looked at.
    """
    told: dict[DataKind, list[Donnee]] = {}
    for donnee in ville.donnees:
        kind = kinds()[donnee.couche]
        if kind is not Outline:
            told.setdefault(kind, []).append(donnee)
    offer = {kind: given for kind, those in told.items() if (given := _providers(ville, kind, those, unread or {}))}
    held = {kind: tuple(those) for kind, those in told.items()}
    return TownInventory(commune or ville.commune, ville.dossier, offer, held, ville.nom)


def _providers(ville: Ville, kind: DataKind, donnees: list[Donnee], unread: Mapping[str, str]) -> tuple[Provider, ...]:
    return tuple(
        one for donnee in donnees if (one := _provider(ville, kind, donnee, unread.get(donnee.id, ""))) is not None
    )


def _provider(ville: Ville, kind: DataKind, donnee: Donnee, why: str) -> Provider | None:
    """None when the entry only says that the data lack, or that they cannot be had as things stand."""
    if donnee.fichier:
        place, doubts = Place.FILE, [Doubt.UNREADABLE] if why else _doubts_of_file(kind, ville.path(donnee))
    elif donnee.ouverture is Ouverture.OUVERTE and donnee.adresse:
        place, doubts = Place.PUBLISHED, [Doubt.DOWNLOAD, *([Doubt.READER] if isinstance(kind, Awaited) else [])]
    else:
        return None
    closed = "" if donnee.ouverture in PUBLISHABLE else donnee.ouverture.libelle
    return Provider(kind, place, donnee.id, donnee.titre, donnee.tenue_par, donnee.licence, tuple(doubts),
                    lacking=why, vintage=donnee.millesime, closed=closed)  # fmt: skip


def _doubts_of_file(kind: DataKind, path: Path) -> list[Doubt]:
    """What its first bytes are enough to tell; the rest is told by the run that reads it."""
    if isinstance(kind, Awaited):
        return [Doubt.READER]
    try:
        found = recognised(path)
    except Refused:
        return [Doubt.UNREADABLE]
    claimed = announced(path.suffix)
    return [Doubt.UNREADABLE] if claimed and found not in claimed else []
