"""A town folder opened for a diagnostic: its inventory, its ground, its layers, and what is to be said of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coeurdeville.core.problems import Problem, refuse_errors

if TYPE_CHECKING:
    from coeurdeville.core.provenance import Origin
    from coeurdeville.inventory.offre import Offre
    from coeurdeville.inventory.ville import Ville
    from coeurdeville.territories.territory import Territory


@dataclass(frozen=True)
class Opened:
    """What is known of a town before anything is computed."""

    ville: Ville
    territory: Territory
    offre: Offre
    problems: tuple[Problem, ...]
    """Of the inventory and of the outline; those of the files come when they are read (`said`)."""

    def said(self) -> tuple[Problem, ...]:
        """All that is to be told, the problems of the files read up to now included."""
        return (*self.problems, *(problem for problems in self.offre.problems.values() for problem in problems))

    @property
    def contour(self) -> Origin | None:
        """Where the outline comes from, when it was found."""
        from coeurdeville.layers.outline import Outline

        entries = (donnee for donnee in self.ville.donnees if donnee.couche == Outline.slug and donnee.fichier)
        return next((donnee.origin for donnee in entries if self.territory.outline is not None), None)


def open_dossier(dossier: Path) -> Opened:
    """The town of a folder.

    Problems are those that bear on figures: the others are for `ville verifier`.

    Raises
    ------
    Refused
        When the inventory has errors, those of entries set aside excepted: they are said.
    """
    from coeurdeville.inventory.offre import offer_of
    from coeurdeville.inventory.territoire import territory_of_ville
    from coeurdeville.inventory.ville import open_ville

    ville = open_ville(dossier)
    refuse_errors(ville.empechements)
    territory, notes = territory_of_ville(ville)
    return Opened(ville, territory, offer_of(ville, territory), (*ville.genantes, *notes))
