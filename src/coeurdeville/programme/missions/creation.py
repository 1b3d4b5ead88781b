"""Ordering a mission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from coeurdeville.programme.experimentations.ecriture import ajouter
from coeurdeville.programme.journal.ecriture import naitre

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Mission


def creer(mission: Mission, acteur: Utilisateur) -> Mission:
    """Keep a mission that is ordered; it is engaged afterwards.

    Raises
    ------
    Refused
        What the rules find wrong with it.
    """
    with transaction.atomic():
        made = ajouter(mission, acteur)
        naitre(made, acteur)
    return made
