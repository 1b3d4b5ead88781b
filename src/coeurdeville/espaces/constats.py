"""Who found the statuses of a town's data: names are put in the place of what its folder keeps of its members."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from coeurdeville.comptes.auteurs import noms
from coeurdeville.espaces.lieux import depot

if TYPE_CHECKING:
    from coeurdeville.inventory.donnee import Donnee, Statut
    from coeurdeville.inventory.revisions.difference import Difference

STATUS_AUTHOR = re.compile(r"statuts\.\d+\.auteur")
"""Where an entry says who found a status."""


def constates(donnee: Donnee, commune: str) -> Sequence[Statut]:
    """The statuses of an entry of a town, each with the name of who found it."""
    names = noms((one.auteur for one in donnee.statuts), commune)
    return [replace(one, auteur=names[one.auteur]) for one in donnee.statuts]


def difference(commune: str, avant: int, apres: int) -> Difference:
    """What changes from a revision to another, with the names of who found the statuses.

    Raises
    ------
    Refused
        When one of the two cannot be read.
    """
    found = depot(commune).difference(avant, apres)
    told = [line for entry in found.entrees for line in entry.lignes if STATUS_AUTHOR.fullmatch(line.champ)]
    names = noms((text for line in told for text in (line.avant, line.apres)), commune)
    shown = {line: replace(line, avant=names[line.avant], apres=names[line.apres]) for line in told}
    entries = (replace(one, lignes=tuple(shown.get(line, line) for line in one.lignes)) for one in found.entrees)
    return replace(found, entrees=tuple(entries))
