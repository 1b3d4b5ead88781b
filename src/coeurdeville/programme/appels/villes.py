"""Which towns may answer a call, and by which list of the programme it is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coeurdeville.core.french import day, of
from coeurdeville.territories.acv import liste_au
from coeurdeville.territories.perimeter import Perimeter, names_the_programme, perimeter

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel


def eligibles(appel: Appel) -> Perimeter:
    """Its perimeter, the programme being read at the day that the call says. Raises what `perimeter` refuses."""
    return perimeter(appel.perimetre, au=appel.eligibles_au)


def appartenance(appel: Appel) -> str:
    """`au 01/01/2022, sur la liste d’avril 2024, la plus ancienne que le site connaisse`; empty without a day.

    The list is named when the perimeter is about the programme: nothing else depends on it.
    """
    if appel.eligibles_au is None:
        return ""
    at = f"au {day(appel.eligibles_au)}"
    if not names_the_programme(appel.perimetre):
        return at
    used = liste_au(appel.eligibles_au)
    told = f"{at}, sur la liste {of(used.dite)}"
    return told if used.vaut(appel.eligibles_au) else f"{told}, la plus ancienne que le site connaisse"
