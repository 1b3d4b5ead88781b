"""The day that somebody asks to look at."""

from __future__ import annotations

from datetime import date

from coeurdeville.core.french import day
from coeurdeville.core.problems import Kind, Refused

UNREADABLE = Kind(
    "jour-de-generalisation-illisible",
    "« {texte} » n’est pas une date.",
    "L’écrire avec l’année, le mois et le jour : 2024-06-30.",
)
TO_COME = Kind("jour-d-adoption-a-venir", "Le {jour} n’est pas encore passé.", "Choisir aujourd’hui ou un jour passé.")


def jour(texte: str, aujourd_hui: date) -> date:
    """The day that a text names; today for an empty one.

    Raises
    ------
    Refused
        `jour-illisible`, `jour-d-adoption-a-venir`.
    """
    if not texte.strip():
        return aujourd_hui
    try:
        asked = date.fromisoformat(texte.strip())
    except ValueError:
        raise Refused([UNREADABLE(texte=texte[:40])]) from None
    if asked > aujourd_hui:
        raise Refused([TO_COME(jour=day(asked))])
    return asked
