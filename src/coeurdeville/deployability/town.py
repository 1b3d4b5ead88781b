"""What the inventory of a town brings to the forecast: what it can give, and what it says of the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.deployability.provider import Doubt, Offer, Place, Provider
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import FICHIER, Ville, open_ville
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.layers.catalogue import DataKind, kinds
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.layers.outline import Outline

FOLDER_LEFT_OUT = Kind(
    "dossier-de-ville-ecarte",
    "Le dossier « {folder} » n’est pas compté : son inventaire n’est pas lisible, ou ne dit pas sa commune.",
    "Le vérifier : coeurdeville ville verifier {folder}.",
    Level.WARNING,
)
COMMUNE_TWICE = Kind(
    "commune-en-double",
    "Le dossier « {folder} » est celui de la commune {commune}, qu’un autre dossier décrit déjà : il n’est pas compté.",
    "Ne garder qu’un dossier par commune.",
    Level.WARNING,
)
NO_FOLDER = Kind(
    "aucun-dossier-de-ville",
    "Aucun dossier de ville n’est dans « {folder} ».",
    "Donner un dossier qui contient des dossiers de villes, chacun avec son fichier ville.toml.",
    Level.WARNING,
)


@dataclass(frozen=True)
class TownInventory:
    """The inventory of a commune, as the forecast reads it."""

    commune: str
    """Insee code."""
    dossier: Path | None = None
    offer: Offer = field(default_factory=dict)
    told: Mapping[DataKind, tuple[Donnee, ...]] = field(default_factory=dict)
    """Every usable entry by layer, those without file too: who holds what, under which status."""


def inventory_of(ville: Ville) -> TownInventory:
    """The inventory of a town folder. Entries with errors are neither counted on nor quoted."""
    told: dict[DataKind, list[Donnee]] = {}
    for donnee in ville.donnees:
        kind = kinds()[donnee.couche]
        if kind is not Outline:
            told.setdefault(kind, []).append(donnee)
    offer = {kind: given for kind, those in told.items() if (given := _providers(kind, those))}
    return TownInventory(ville.commune, ville.dossier, offer, {kind: tuple(those) for kind, those in told.items()})


def inventories_in(folder: Path) -> tuple[dict[str, TownInventory], tuple[Problem, ...]]:
    """Insee code -> inventory of every town folder of a folder, and what is wrong with those that are left out."""
    found: dict[str, TownInventory] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob(f"*/{FICHIER}")):
        try:
            one = inventory_of(open_ville(path.parent))
        except Refused as refused:
            problems += [FOLDER_LEFT_OUT(folder=path.parent.name), *refused.problems]
            continue
        if one.commune in found:
            problems.append(COMMUNE_TWICE(folder=path.parent.name, commune=one.commune))
        elif one.commune:
            found[one.commune] = one
        else:
            problems.append(FOLDER_LEFT_OUT(folder=path.parent.name))
    if not found and not problems:
        problems.append(NO_FOLDER(folder=folder))
    return found, tuple(problems)


def _providers(kind: DataKind, donnees: list[Donnee]) -> tuple[Provider, ...]:
    return tuple(one for donnee in donnees if (one := _provider(kind, donnee)) is not None)


def _provider(kind: DataKind, donnee: Donnee) -> Provider | None:
    """None when the entry only says that the data lack, or that they cannot be had as things stand."""
    if donnee.fichier:
        place, doubts = Place.FILE, [Doubt.READER] if isinstance(kind, Awaited) else []
    elif donnee.ouverture is Ouverture.OUVERTE and donnee.adresse:
        place, doubts = Place.PUBLISHED, [Doubt.DOWNLOAD, *([Doubt.READER] if isinstance(kind, Awaited) else [])]
    else:
        return None
    return Provider(kind, place, donnee.id, donnee.titre, donnee.tenue_par, donnee.licence, tuple(doubts),
                    vintage=donnee.millesime)  # fmt: skip
