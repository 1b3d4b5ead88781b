"""Throttling of passwords: by account, and more loosely by address of the network, that a town hall shares."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_ip_address, get_cool_off
from axes.models import AccessAttempt
from django.db.models import Max, Q, Sum
from django.http import HttpRequest
from django.utils.timezone import now

from coeurdeville.comptes.empreintes import empreinte
from coeurdeville.comptes.models.utilisateur import normal

MACHINES = 4
"""How many times more failures one address of the network may make than one account."""
COMPTE, ADRESSE = "username", "ip_address"


class Verrou(AxesDatabaseHandler):
    """Counts failures; success frees the account, never the address that tried others."""

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """Failures that count: those of the account, or a quarter of those of the address."""
        names = parametres(request, credentials)
        found = zip(names, self.get_user_attempts(request, credentials), strict=True)
        counts = {name: rows.aggregate(Sum("failures_since_start")).popitem()[1] or 0 for name, rows in found}
        return max(counts.get(COMPTE, 0), counts[ADRESSE] // MACHINES)

    def reset_user_attempts(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """Forget the failures of an account."""
        return int(AccessAttempt.objects.filter(username=compte(request, credentials)).delete()[0])


def parametres(request: HttpRequest, credentials: dict[str, Any] | None = None) -> list[str]:
    """What failures are counted by. ProConnect names no account before it succeeds: the address alone."""
    return [COMPTE, ADRESSE] if compte(request, credentials) else [ADRESSE]


def compte(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str | None:
    """The keyed hash of the e-mail address that is tried: failures are kept without saying whose they are."""
    given = credentials or request.POST
    typed = given.get("courriel") or given.get("username")
    return empreinte("verrou", normal(typed)) if typed else None


def fin(request: HttpRequest) -> datetime:
    """When whoever is locked out may try again."""
    rows = AccessAttempt.objects.filter(
        Q(username=compte(request)) | Q(ip_address=get_client_ip_address(request)),
        attempt_time__gte=now() - get_cool_off(),
    )
    last = rows.aggregate(last=Max("attempt_time"))["last"] or now()
    return last + get_cool_off()


def oublier() -> int:
    """Delete failures that no longer count; how many went."""
    return int(AccessAttempt.objects.filter(attempt_time__lt=now() - get_cool_off()).delete()[0])
