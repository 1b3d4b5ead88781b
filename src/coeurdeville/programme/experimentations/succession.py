"""Handing a part over: whoever leaves has a last day, whoever comes has a first one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.programme.experimentations.ecriture import ajouter, changer
from coeurdeville.programme.models import Participant

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

ALREADY_LEFT = Kind(
    "role-deja-quitte", "« {fonction} » a déjà quitté ce rôle.", "Ajouter directement la personne qui le tient."
)
TOO_EARLY = Kind(
    "succession-trop-tot",
    "« {fonction} » n’avait pas encore pris ce rôle ce jour-là.",
    "Écrire un jour après son arrivée.",
)


def succeder(ancien: Participant, fonction: str, des: date, acteur: Utilisateur) -> Participant:
    """Hand a part over from a day on: the load and the organisation stay.

    Raises
    ------
    Refused
        `role-deja-quitte`, `succession-trop-tot`, and what the rules say.
    """
    if ancien.au is not None:
        raise Refused([ALREADY_LEFT(fonction=ancien.fonction)])
    if des <= ancien.du:
        raise Refused([TOO_EARLY(fonction=ancien.fonction)])
    with transaction.atomic():
        ancien.au = des - timedelta(days=1)
        changer(ancien, acteur)
        after = Participant(experimentation=ancien.experimentation, part=ancien.part, fonction=fonction,
                            organisme=ancien.organisme, charge=ancien.charge, du=des)  # fmt: skip
        return ajouter(after, acteur)
