"""A change of a town's folder that holds whatever others changed meanwhile: kept on the last revision, then indexed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coeurdeville.core.problems import Refused
from coeurdeville.espaces.index import suivre
from coeurdeville.espaces.lieux import depot

if TYPE_CHECKING:
    from coeurdeville.inventory.revisions.revision import Revision

LATE = "revision-depassee"
TRIES = 5


def reviser(commune: str, changer: Callable[[Path], object], auteur: str, motif: str) -> Revision:
    """The next revision of a town, after a change that stands whatever the last one says.

    When somebody saves at the same moment, the change is made again on what they saved.

    Raises
    ------
    Refused
        What `changer` or the disk refuses; `revision-depassee` after five tries.
    """
    made = _kept(commune, changer, auteur, motif)
    suivre(commune)
    return made


def _kept(commune: str, changer: Callable[[Path], object], auteur: str, motif: str) -> Revision:
    for left in reversed(range(TRIES)):
        last = depot(commune).derniere()
        try:
            return depot(commune).enregistrer(last.numero if last else 0, changer, auteur, motif)
        except Refused as refused:
            if not left or any(one.code != LATE for one in refused.problems):
                raise
    raise AssertionError("unreachable")
