"""Spreading the steps of a plan over the months of a project."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.programme.experimentations.calendrier import repartition
from coeurdeville.programme.experimentations.ecriture import changer

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Experimentation

LONGEST = 24
BAD_MONTHS = Kind(
    "duree-de-projet-impossible", "Un projet dure de 1 à {longest} mois.", "Écrire un nombre entier de mois."
)


def repartir(projet: Experimentation, debut: date, mois: int, acteur: Utilisateur) -> None:
    """Give every step the same share of so many months, and the project its two dates.

    After the start it plans again: the dates of the start stay beside, and drift is counted from them.

    Raises
    ------
    Refused
        `duree-de-projet-impossible`.
    """
    steps = list(projet.etapes.all())
    if not 1 <= mois <= LONGEST or not steps:
        raise Refused([BAD_MONTHS(longest=LONGEST)])
    shares = list(repartition(debut, mois, len(steps)))
    with transaction.atomic():
        projet.debut_prevu, projet.fin_prevue = debut, shares[-1][1]
        changer(projet, acteur)
        for step, (first, last) in zip(steps, shares, strict=True):
            step.debut_prevu, step.fin_prevue = first, last
            changer(step, acteur)
