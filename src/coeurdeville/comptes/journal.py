"""Writing and reading the journal of accounts."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from coeurdeville.comptes.models import Evenement, Utilisateur, Verbe

CONSERVATION = timedelta(days=365)
"""How long a deed is remembered."""


def noter(
    verbe: Verbe,
    acteur: Utilisateur | None,
    concerne: Utilisateur | None = None,
    commune: str = "",
    precision: str = "",
) -> None:
    """Write down a deed; `acteur` is None when it was done from the command line."""
    Evenement.objects.create(acteur=acteur, verbe=verbe, concerne=concerne, commune=commune, precision=precision)


def derniers(commune: str, nombre: int = 20) -> list[Evenement]:
    """What happened last to the members of a town, newest first."""
    return list(Evenement.objects.filter(commune=commune).select_related("acteur", "concerne")[:nombre])


def oublier() -> int:
    """Delete what is older than `CONSERVATION`; how many deeds went."""
    return Evenement.objects.filter(date__lt=now() - CONSERVATION).delete()[0]
