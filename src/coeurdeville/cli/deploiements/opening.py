"""What the commands of `deploiement` work on: a town, or the towns of a perimeter, with what their folders say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from coeurdeville.cli.telling import tell
from coeurdeville.cli.town import STORE
from coeurdeville.core.problems import Level, Refused, refuse_errors
from coeurdeville.deployability.proof import Proof, Proofs
from coeurdeville.deployability.town import TownInventory, inventories_in, inventory_of
from coeurdeville.inventory.ville import FICHIER, FICTIONAL, Ville, open_ville
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.communes import commune_of, find

FOLDERS = click.option(
    "--villes",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    envvar="COEURDEVILLE_VILLES",
    help="Dossier qui contient les dossiers des villes : leurs inventaires comptent.",
)
PERIMETER = click.option(
    "--perimetre",
    default="programme",
    show_default=True,
    help="programme, france, un département, une région, le SIREN d’une intercommunalité, des communes.",
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


def open_subject(text: str, folders: Path | None) -> Subject:
    """The town that is named: a town folder, else a commune, whose folder is looked for among `folders`."""
    if (Path(text) / FICHIER).is_file():
        return subject_of(Path(text))
    found = find(text)
    tell(found.notes)
    inventories, _ = open_folders(folders)
    known = inventories.get(found.commune.code)
    if known is not None and known.dossier is not None:
        return subject_of(known.dossier)
    return Subject(found.commune.code, str(found.commune), TownInventory(found.commune.code), {}, found.commune)


def subject_of(folder: Path) -> Subject:
    """The town of a folder; errors of its inventory are refused."""
    ville = open_ville(folder)
    refuse_errors(ville.problems)
    tell(problem for problem in ville.genantes if problem.level is not Level.NOTE)
    place = None if ville.commune.startswith(FICTIONAL) else commune_of(ville.commune)
    name = f"{ville.nom} ({ville.commune}, fictive)" if place is None else str(place)
    return Subject(ville.commune, name, inventory_of(ville), proofs_in(ville), place)


def open_folders(folders: Path | None) -> tuple[Mapping[str, TownInventory], Proofs]:
    """The inventories and the proofs of every town folder of a folder; what is wrong with some is said."""
    if folders is None:
        return {}, {}
    inventories, problems = inventories_in(folders)
    tell(problems)
    proofs: dict[tuple[str, str], Proof] = {}
    for one in inventories.values():
        if one.dossier is not None:
            proofs.update(proofs_in(open_ville(one.dossier)))
    return inventories, proofs


def proofs_in(ville: Ville) -> Proofs:
    """The runs in the store of a town; none when it has no store, or when its ground cannot be read."""
    if not (ville.dossier / STORE).is_dir():
        return {}
    from coeurdeville.inventory.offre import offer_of
    from coeurdeville.inventory.territoire import territory_of_ville
    from coeurdeville.runs.proofs import proofs_of
    from coeurdeville.runs.store import Store
    from coeurdeville.services.catalogue import services

    try:
        territory, _ = territory_of_ville(ville)
        on_offer = offer_of(ville, territory).couches
    except Refused as refused:
        tell(refused.problems)
        return {}
    return proofs_of(services().values(), on_offer, territory, Store(ville.dossier / STORE))
