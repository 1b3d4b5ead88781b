"""The town that a path names, and the names of places that a request may give."""

from __future__ import annotations

from ninja import P, PathEx

from coeurdeville.api.forms import COMMUNE
from coeurdeville.api.refusals import Absent
from coeurdeville.api.towns import codes_of
from coeurdeville.core.french import listing
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.espaces.villes import VillePublique, ville_publique

TOWN_ABSENT = Kind(
    "api-commune-inconnue",
    "Aucune commune n’a le code « {code} ».",
    "Chercher son code Insee : /api/communes?q=<nom>.",
)
PLACE_UNKNOWN = Kind(
    "api-lieu-inconnu",
    "« {value} » n’est pas un code de {what}.",
    "Écrire l’un de : {known}.",
)
Code = PathEx[str, P(pattern=COMMUNE, description="Code Insee, cinq caractères : `02691`, `2A004`.")]
"""A commune in a path; a former code gives the commune of today."""


def town_of(code: str) -> VillePublique:
    """The town of a code.

    Raises
    ------
    Absent
        When no commune, and no fictional town that published something, has it.
    """
    found = ville_publique(code)
    if found is None:
        raise Absent([TOWN_ABSENT(code=code)])
    return found


def require_places(departement: str | None, region: str | None) -> None:
    """Refuse the code of a département or of a région that does not exist, both at once."""
    asked = (("departement", "département", departement), ("region", "région", region))
    problems = [
        PLACE_UNKNOWN(value=value[:20], what=what, known=listing(sorted(codes_of(column)), "ou"))
        for column, what, value in asked
        if value is not None and value not in codes_of(column)
    ]
    if problems:
        raise Refused(problems)
