"""Reminders of reviews that are late: by the site, once a week at most."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from django.db.models import Exists, OuterRef
from django.utils import timezone

from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Evenement, Relecture

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Appel

EVERY: Final = timedelta(days=7)


def en_retard(today: date | None = None) -> list[Relecture]:
    """Reviews whose day is past, that nobody was reminded of for a week."""
    now = timezone.now()
    reminded = Evenement.objects.filter(
        objet="relecture", numero=OuterRef("pk"), verbe="relancer", date__gt=now - EVERY + timedelta(hours=1)
    )
    found = Relecture.objects.filter(
        etat="assignee", avant_le__lt=today or timezone.localdate(), candidature__etat__in=("deposee", "a_completer"),
        candidature__appel__etat="instruction", relecteur__isnull=False,
    )  # fmt: skip
    return list(found.exclude(Exists(reminded)).select_related("candidature__appel", "relecteur"))


def relancer_en_retard(today: date | None = None) -> int:
    """Remind whoever is late; how many reviews. For the daily task."""
    late = en_retard(today)
    for one in late:
        franchir(one, "relancer", None)
    return len(late)


def relancer_tous(appel: Appel, acteur: Utilisateur) -> int:
    """Remind everybody who has a review to give in a call; how many reviews."""
    waiting = Relecture.objects.filter(
        etat="assignee", candidature__appel=appel, candidature__etat__in=("deposee", "a_completer"),
        relecteur__isnull=False,
    )  # fmt: skip
    those = list(waiting.select_related("candidature__appel", "relecteur"))
    for one in those:
        franchir(one, "relancer", acteur)
    return len(those)
