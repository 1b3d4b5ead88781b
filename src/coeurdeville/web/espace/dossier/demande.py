"""What a request says: who sends it, which numbers it gives."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, QueryDict

from coeurdeville.comptes.models import Utilisateur


def membre(request: HttpRequest) -> Utilisateur:
    """Who sends the request, of a view that asks for a right."""
    return cast("Utilisateur", request.user)


def numero(data: QueryDict, key: str, most: int) -> int:
    """A number from 1 to `most` that a form gives; 0 when it gives none such."""
    text = data.get(key) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 and 0 < int(text) <= most else 0
