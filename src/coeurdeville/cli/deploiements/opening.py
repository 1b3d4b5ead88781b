"""What the commands of `deploiement` work on: a town, or the towns of a perimeter, with what their folders say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coeurdeville.core.problems import Kind, Level, Refused

if TYPE_CHECKING:
    from coeurdeville.deployability.proof import Proof, Proofs
    from coeurdeville.deployability.town import TownInventory
    from coeurdeville.territories.commune import Commune

FOLDERS = click.option(
    "--villes",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    envvar="COEURDEVILLE_VILLES",
    help="Dossier qui contient les dossiers des villes : leurs inventaires comptent.",
)
PERIMETER = click.option(
    "--perimetre",
    default="programme",
    show_default="programme",
    help="programme, france, un département, une région (R32), le SIREN d’une "
    "intercommunalité, des communes ; plusieurs séparés par des virgules ; ou dossiers : les villes de --villes.",
)
OF_FOLDERS = "dossiers"
"""The perimeter of the towns that have a folder, fictional ones included."""
FOLDERS_OUTSIDE = Kind(
    "dossiers-hors-perimetre",
    "Des dossiers de villes sont hors du périmètre : ils ne sont pas montrés.",
    "Pour ne voir que les villes qui ont un dossier : --perimetre dossiers.",
    Level.WARNING,
)
FOLDERS_NEEDED = Kind(
    "dossiers-a-donner",
    "Le périmètre « dossiers » est celui des villes qui ont un dossier, et aucun dossier n’est donné.",
    "Ajouter --villes <dossier des dossiers de villes>.",
)
TOWN_UNNAMED = Kind(
    "ville-sans-commune",
    "Le dossier « {folder} » ne dit pas de quelle commune il est.",
    'L’écrire dans ville.toml, sous [ville] : commune = "02691".',
)


@dataclass(frozen=True)
class Subject:
    """One town: its name, what its inventory says, the runs that prove something."""

    commune: str
    """Insee code."""
    name: str
    inventory: TownInventory
    proofs: Proofs
    place: Commune | None = None
    """None for a fictional town."""


@dataclass(frozen=True)
class Towns:
    """The communes that are asked for, with what their folders say."""

    title: str
    codes: tuple[str, ...]
    inventories: Mapping[str, TownInventory]
    proofs: Proofs


def open_subject(text: str, folders: Path | None) -> Subject:
    """The town that is named: a town folder, else a commune, whose folder is looked for among `folders`."""
    from coeurdeville.cli.telling import tell
    from coeurdeville.deployability.town import TownInventory
    from coeurdeville.inventory.ville import FICHIER
    from coeurdeville.territories.communes import find

    if (Path(text) / FICHIER).is_file():
        return subject_of(Path(text))
    found = find(text)
    tell(found.notes)
    known = _open_folders(folders)[0].get(found.commune.code)
    if known is not None and known.dossier is not None:
        return subject_of(known.dossier)
    return Subject(found.commune.code, str(found.commune), TownInventory(found.commune.code), {}, found.commune)


def subject_of(folder: Path) -> Subject:
    """The town of a folder. What is wrong with its inventory is said, and its good entries count."""
    from coeurdeville.cli.deploiements.proving import proofs_in, unread_in
    from coeurdeville.cli.telling import tell
    from coeurdeville.deployability.folders import today_of
    from coeurdeville.deployability.town import inventory_of
    from coeurdeville.inventory.ville import FICTIONAL, open_ville
    from coeurdeville.territories.communes import commune_of

    ville = open_ville(folder)
    if not ville.commune:
        raise Refused([TOWN_UNNAMED(folder=folder), *ville.genantes])
    code, said = today_of(ville)
    tell((*said, *(problem for problem in ville.genantes if problem.level is not Level.NOTE)))
    place = None if code.startswith(FICTIONAL) else commune_of(code)
    name = f"{ville.nom} ({code}, fictive)" if place is None else str(place)
    return Subject(code, name, inventory_of(ville, code, unread_in(ville)), proofs_in(ville), place)


def open_towns(text: str, folders: Path | None) -> Towns:
    """The communes of a perimeter with their folders; what is wrong with some, or is out of it, is said."""
    from coeurdeville.cli.telling import tell

    inventories, proofs = _open_folders(folders)
    if text.strip().lower() == OF_FOLDERS:
        if folders is None:
            raise Refused([FOLDERS_NEEDED()])
        return Towns("villes qui ont un dossier", tuple(sorted(inventories)), inventories, proofs)
    from coeurdeville.territories.perimeter import perimeter

    ground = perimeter(text)
    tell(ground.notes)
    outside = [f"{one.name} ({code})" for code, one in sorted(inventories.items()) if code not in set(ground.codes)]
    if outside:
        tell([FOLDERS_OUTSIDE(examples=outside)])
    return Towns(ground.title, ground.codes, inventories, proofs)


def places_of(towns: Towns) -> dict[str, Commune]:
    """Insee code -> commune; a fictional one has the name that its folder gives, and nothing else."""
    from coeurdeville.territories.commune import Commune, Departement, Region
    from coeurdeville.territories.towns import towns_of

    found = towns_of(towns.codes)
    for code in (one for one in towns.codes if one not in found):
        name = towns.inventories[code].name if code in towns.inventories else code
        nowhere = Departement("00", "fictif"), Region("00", "fictive")
        found[code] = Commune(code, name, *nowhere, None, None, None, None, (), ())
    return found


def _open_folders(folders: Path | None) -> tuple[Mapping[str, TownInventory], Proofs]:
    """The inventories and the proofs of every town folder of a folder; what is wrong with some is said."""
    if folders is None:
        return {}, {}
    from coeurdeville.cli.deploiements.proving import proofs_in, unread_in
    from coeurdeville.cli.telling import tell
    from coeurdeville.deployability.folders import inventories_in
    from coeurdeville.inventory.ville import open_ville

    inventories, problems = inventories_in(folders, unread_in)
    tell(problems)
    proofs: dict[tuple[str, str], Proof] = {}
    for one in inventories.values():
        if one.dossier is not None:
            proofs.update(proofs_in(open_ville(one.dossier)))
    return inventories, proofs
