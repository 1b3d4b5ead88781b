"""Editions shown to everybody, and withdrawn: never deleted, and never without saying who and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.espaces.models import Edition

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

WITHDRAWN = Kind(
    "edition-retiree",
    "L’édition du {day} a été retirée : elle ne se publie plus.",
    "Corriger le dossier de la ville, lancer un calcul, et publier la nouvelle édition.",
)
NOT_PUBLIC = Kind(
    "edition-non-publiee", "L’édition du {day} n’est pas publiée : il n’y a rien à retirer.", "Rien n’est à faire."
)
NO_REASON = Kind(
    "retrait-sans-motif",
    "Le motif du retrait n’est pas dit.",
    "L’écrire en une phrase : il s’affichera à l’adresse de l’édition.",
)


def publier(edition: Edition, par: Utilisateur | None) -> None:
    """Show an edition to everybody; publishing one that is public already changes nothing.

    Raises
    ------
    Refused
        `edition-retiree`.
    """
    if edition.retiree_le is not None:
        raise Refused([WITHDRAWN(day=edition.jour)])
    Edition.objects.filter(pk=edition.pk, publiee_le=None).update(publiee_le=timezone.now(), publiee_par=par)
    edition.refresh_from_db()


def retirer(edition: Edition, par: Utilisateur | None, motif: str) -> None:
    """Withdraw a public edition: its address answers with the reason; its files are kept.

    Raises
    ------
    Refused
        `edition-non-publiee`, `edition-retiree`, `retrait-sans-motif`.
    """
    if edition.publiee_le is None:
        raise Refused([NOT_PUBLIC(day=edition.jour)])
    if edition.retiree_le is not None:
        raise Refused([WITHDRAWN(day=edition.jour)])
    if not motif.strip():
        raise Refused([NO_REASON()])
    said = {"retiree_le": timezone.now(), "retiree_par": par, "motif_retrait": motif.strip()[:300]}
    done = Edition.objects.filter(pk=edition.pk, retiree_le=None).update(**said)
    edition.refresh_from_db()
    if not done:
        raise Refused([WITHDRAWN(day=edition.jour)])
