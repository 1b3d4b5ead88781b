"""Leaving ProConnect when leaving the site."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import get_random_string


class Sortie(NamedTuple):
    """Where the browser goes to close the session at the provider, and what it must bring back."""

    adresse: str
    etat: str


def sortie(request: HttpRequest) -> Sortie | None:
    """How this session leaves ProConnect; None when it did not come by it."""
    token = request.session.get("oidc_id_token")
    if not (settings.PROCONNECT and token):
        return None
    state = get_random_string(32)
    query = {"id_token_hint": token, "state": state, "post_logout_redirect_uri": settings.PROCONNECT_BACK}
    return Sortie(f"{settings.PROCONNECT_LOGOUT}?{urlencode(query)}", state)
