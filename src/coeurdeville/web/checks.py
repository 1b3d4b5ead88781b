"""What Django says of the settings of a host when it checks them, at `django preparer` among others."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.core import checks

PROXIES = "COEURDEVILLE_MANDATAIRES"


def proxies(**_: Any) -> list[checks.CheckMessage]:
    """A site whose address is https stands behind a proxy: without a count, every visitor has the same address."""
    if not settings.SECURE or PROXIES in os.environ:
        return []
    return [
        checks.Warning(
            f"L’adresse du site est en https, et {PROXIES} n’est pas réglée\u00a0: si un mandataire est devant le "
            "site, tous les visiteurs ont la même adresse, et les essais de mot de passe de l’un bloquent les autres.",
            hint=f"Dire combien de mandataires sont devant le site\u00a0: {PROXIES}=1, ou 0 s’il n’y en a pas.",
            id="coeurdeville.W001",
        )
    ]
