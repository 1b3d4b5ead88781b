"""Withdrawing a candidature, and taking it up again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.timezone import now

from coeurdeville.core.problems import Kind, Problem
from coeurdeville.programme.candidatures.depot import CLOSED
from coeurdeville.programme.horloge import instant
from coeurdeville.programme.models import Appel

if TYPE_CHECKING:
    from coeurdeville.programme.models import Candidature

BEFORE_THE_END = ("brouillon", "publie", "instruction")
"""States of a call from which there is something to withdraw."""
NOTHING_TO_WITHDRAW = Kind(
    "retrait-apres-la-fin",
    "L’appel « {appel} » est {etat} : il n’y a plus rien à retirer.",
    "Écrire à la coordination si la ville renonce à ce qui a été décidé.",
)
TOO_LATE = Kind(
    "reprise-tardive",
    "La limite était le {limite} : une candidature retirée ne se reprend plus.",
    "Ce qui était écrit reste lisible dans l’espace de la ville, pour un autre appel.",
)


def verifier(candidature: Candidature, _acteur: object, _motif: str) -> Iterator[Problem]:
    """Guard of a withdrawal: at any time until the decisions."""
    appel = Appel.objects.get(pk=candidature.appel_id)
    if appel.etat not in BEFORE_THE_END:
        yield NOTHING_TO_WITHDRAW(appel=appel.titre, etat=appel.en_etat.nom)


def refuser_apres_la_limite(candidature: Candidature, _acteur: object, _motif: str) -> Iterator[Problem]:
    """Guard of taking up again: the draft must still have time to be deposited."""
    appel = Appel.objects.get(pk=candidature.appel_id)
    if appel.etat != "publie" or appel.ferme_le is None:
        yield CLOSED(appel=appel.titre, etat=appel.en_etat.nom)
    elif now() > appel.ferme_le:
        yield TOO_LATE(limite=instant(appel.ferme_le))
