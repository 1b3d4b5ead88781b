"""Conflicts of interest: whoever declares one sees nothing more of the candidature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.programme.etats.franchir import franchir, possibles
from coeurdeville.programme.models import Recusation, Relecture

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Candidature

NO_REASON = Kind(
    "lien-sans-motif",
    "Le lien d’intérêts est déclaré sans être dit.",
    "Écrire en quelques mots quel est ce lien ; le procès-verbal dira seulement qu’il a été déclaré.",
)
VERBE = "recuser"


def recusees(user: Utilisateur) -> frozenset[int]:
    """Numbers of the candidatures of which somebody sees nothing any more, of every call. One query."""
    return frozenset(Recusation.objects.filter(utilisateur=user.pk).values_list("candidature", flat=True))


def est_recuse(user: Utilisateur, candidature: Candidature) -> bool:
    """Whether somebody declared a link with a candidature."""
    return Recusation.objects.filter(candidature=candidature, utilisateur=user.pk).exists()


def declarer(candidature: Candidature, user: Utilisateur, motif: str) -> None:
    """Declare a link: a review that is entrusted goes through its verb; of whoever has none, the link is written.

    Nothing is written in the journal of the candidature then, which its town reads.

    Raises
    ------
    Refused
        `lien-sans-motif`.
    """
    if not motif.strip():
        raise Refused([NO_REASON()])
    with transaction.atomic():
        reading = Relecture.objects.filter(candidature=candidature, relecteur=user).first()
        if reading is not None and any(one.verbe == VERBE for one in possibles(reading, user)):
            franchir(reading, VERBE, user, motif)
        else:
            Recusation.objects.get_or_create(
                candidature=candidature, utilisateur=user, defaults={"motif": motif.strip()}
            )


def ecrire(relecture: Relecture, _acteur: Utilisateur | None, motif: str, **_donnees: Any) -> None:
    """Write the link that a reviewer declares."""
    Recusation.objects.get_or_create(
        candidature=relecture.candidature, utilisateur=relecture.relecteur, defaults={"motif": motif.strip()}
    )
