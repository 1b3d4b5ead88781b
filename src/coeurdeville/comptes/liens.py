"""Signed links: what a message lets its reader do."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.core import signing


class Usage(StrEnum):
    """What a link is for, and the start of its address; a link for one use is worth nothing for another."""

    CONNEXION = "/compte/lien/"
    COURRIEL = "/compte/courriel/"
    INVITATION = "/compte/invitation/"
    CONFIRMATION = "/compte/invitation/confirmer/"


def adresse(usage: Usage, contenu: dict[str, Any]) -> str:
    """The address to put in a message."""
    return f"{settings.ADDRESS}{usage}{signing.dumps(contenu, salt=usage)}/"


def lire(usage: Usage, jeton: str, duree: timedelta | None = None) -> dict[str, Any] | None:
    """What a link says; None when it was altered, or is older than `duree`."""
    try:
        return dict(signing.loads(jeton, salt=usage, max_age=duree))
    except (signing.BadSignature, ValueError, TypeError):
        return None
