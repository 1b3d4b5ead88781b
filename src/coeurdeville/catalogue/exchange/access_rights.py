"""The three access rights of the European vocabulary for what our ten statuses say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from coeurdeville.core.french import listing, number
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.vocabulaire import Ouverture

PUBLIC, RESTRICTED, NON_PUBLIC = "PUBLIC", "RESTRICTED", "NON_PUBLIC"
RIGHT_BLURRED = Kind(
    "echange-droit-simplifie",
    "Statuts dont DCAT ne sait dire que « {right} », et dans combien de données : {statuses}.",
    "À la relecture, ces statuts seront à préciser.",
    Level.NOTE,
)
_RIGHTS = {
    Ouverture.OUVERTE: PUBLIC,
    Ouverture.CANDIDATE: NON_PUBLIC,
    Ouverture.SANS_RAISON: NON_PUBLIC,
    Ouverture.PROPRIETE: NON_PUBLIC,
    Ouverture.SECURITE: NON_PUBLIC,
    Ouverture.PERSONNELLES: NON_PUBLIC,
    Ouverture.LIMITEE: RESTRICTED,
    Ouverture.CERCLE: RESTRICTED,
}
_SAID = {RESTRICTED: "accès restreint", NON_PUBLIC: "non public"}


def right_of(status: Ouverture) -> str:
    """Code of the vocabulary `access-right`; empty for a status to be given, and for data that do not exist."""
    return _RIGHTS.get(status, "")


def status_text(right: str) -> tuple[str, str]:
    """Code of the status that a right states, and its reason when it states it in part; both empty for no right."""
    if right == PUBLIC:
        return str(Ouverture.OUVERTE), ""
    said = _SAID.get(right, "")
    return "", f"{said}, d’après un catalogue DCAT" if said else ""


def blurred(donnees: Sequence[Donnee]) -> Iterator[Problem]:
    """The statuses that lose their sense, with their counts."""
    counts = Counter(one.ouverture for one in donnees)
    for right, said in _SAID.items():
        blurred_here = {one: counts[one] for one, code in _RIGHTS.items() if code == right and counts[one]}
        if blurred_here:
            statuses = listing([f"« {one.libelle} » ({number(count)})" for one, count in blurred_here.items()])
            yield RIGHT_BLURRED(right=said, statuses=statuses, count=sum(blurred_here.values()))
