"""A town folder opened for a command: its inventory, its ground, its layers, its store."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coeurdeville.cli.telling import tell
from coeurdeville.core.problems import Level, refuse_errors
from coeurdeville.inventory.offre import Offre, offer_of
from coeurdeville.inventory.territoire import territory_of_ville
from coeurdeville.inventory.ville import Ville, open_ville
from coeurdeville.runs.store import Store
from coeurdeville.territories.territory import Territory

STORE = ".magasin"
"""Folder of the store, inside the town's: it can be deleted, it will be computed again."""


@dataclass(frozen=True)
class Town:
    """What a command needs of a town."""

    ville: Ville
    territory: Territory
    offre: Offre
    store: Store


def open_town(dossier: Path) -> Town:
    """The town of a folder; errors of its inventory are refused, warnings that bear on figures are said.

    Notes, and what the inventory says that cannot be true, are for `ville verifier`.
    """
    ville = open_ville(dossier)
    refuse_errors(ville.problems)
    territory, notes = territory_of_ville(ville)
    tell(problem for problem in (*ville.genantes, *notes) if problem.level is not Level.NOTE)
    return Town(ville, territory, offer_of(ville, territory), Store(dossier / STORE))
