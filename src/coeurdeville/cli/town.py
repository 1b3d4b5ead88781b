"""A town folder opened for a command: its inventory, its ground, its layers, its store."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coeurdeville.cli.telling import tell
from coeurdeville.core.problems import Level
from coeurdeville.inventory.offre import Offre
from coeurdeville.inventory.ville import Ville
from coeurdeville.reports.editions.opening import open_dossier
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
    town = open_dossier(dossier)
    tell(problem for problem in town.problems if problem.level is not Level.NOTE)
    return Town(town.ville, town.territory, town.offre, Store(dossier / STORE))
