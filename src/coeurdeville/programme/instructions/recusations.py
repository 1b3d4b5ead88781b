"""Conflicts of interest: whoever declares one sees nothing more of the candidature."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q

from coeurdeville.comptes.empreintes import empreinte
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
    """Numbers of the candidatures with which somebody declared a link, of every call. One query."""
    return recusees_de([user]).get(user.pk, frozenset())


def recusees_de(users: Collection[Utilisateur]) -> Mapping[int, frozenset[int]]:
    """The same, by account; an account that is gone and had the same address counts. One query."""
    known = {_digest(one): one.pk for one in users}
    asked = Q(utilisateur__in=known.values()) | Q(utilisateur=None, adresse__in=known)
    found: dict[int, frozenset[int]] = {}
    for town, user, address in Recusation.objects.filter(asked).values_list("candidature", "utilisateur", "adresse"):
        who = user or known[address]
        found[who] = found.get(who, frozenset()) | {town}
    return found


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
            _write(candidature, user, motif)


def ecrire(relecture: Relecture, acteur: Utilisateur, motif: str, **_donnees: Any) -> None:
    """Write the link that a reviewer declares."""
    _write(relecture.candidature, acteur, motif)


def _write(candidature: Candidature, user: Utilisateur, motif: str) -> None:
    told = {"motif": motif.strip(), "adresse": _digest(user)}
    Recusation.objects.get_or_create(candidature=candidature, utilisateur=user, defaults=told)


def _digest(user: Utilisateur) -> str:
    return empreinte("recusation", user.courriel)
