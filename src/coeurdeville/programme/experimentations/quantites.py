"""What is counted in the records of a project: never below zero, never more than can be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from django.db import models

from coeurdeville.core.french import number
from coeurdeville.core.problems import Kind, Problem
from coeurdeville.programme.models import Effort, Mission, Participant

BELOW_ZERO = Kind(
    "quantite-negative",
    "{what} : {value} est en dessous de zéro.",
    "Écrire ce qui a été passé ou dépensé. Pour corriger une ligne déjà écrite, la modifier ou la retirer.",
)
TOO_MUCH = Kind(
    "quantite-demesuree", "{what} : {value}, pour {most} au plus.", "Vérifier la virgule, ou écrire plusieurs lignes."
)
Borne = tuple[str, str, int | None]
"""Field, what it counts in words, the most that it can be; None: as much as the field holds."""
BORNES: Final[dict[type[models.Model], tuple[Borne, ...]]] = {
    Effort: (("jours", "Les jours", 366), ("euros", "Les euros", None)),
    Participant: (("charge", "Les jours par mois", 31),),
    Mission: (("jours_prevus", "Les jours prévus", 366), ("jours_faits", "Les jours faits", 366)),
}
"""A line of effort and a mission take a year at most; a month has 31 days."""


def compter(fiche: models.Model) -> Iterator[Problem]:
    """Each count of a record that cannot be; nothing for what is left empty."""
    for name, what, most in BORNES.get(type(fiche), ()):
        value = getattr(fiche, name)
        if value is None:
            continue
        if value < 0:
            yield BELOW_ZERO(what=what, value=_said(value))
        elif most is not None and value > most:
            yield TOO_MUCH(what=what, value=_said(value), most=number(most))


def _said(value: Decimal | float) -> str:
    """With the decimals that it has, two at most."""
    digits = len(f"{float(value):.2f}".rstrip("0").partition(".")[2])
    return number(float(value), digits)
