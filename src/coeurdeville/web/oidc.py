"""ProConnect, as OpenID Connect knows it: off unless the host gives its three settings."""

from __future__ import annotations

import os
from typing import Any

from coeurdeville.web.hosting import flag

VARIABLES = ("COEURDEVILLE_PROCONNECT", "COEURDEVILLE_PROCONNECT_ID", "COEURDEVILLE_PROCONNECT_SECRET")
"""Address of the provider (`https://…/api/v2`), identifier and secret of this site at the provider."""
BACKEND = "coeurdeville.web.compte.proconnect.backend.ProConnect"
GIVEN = [name for name in VARIABLES if os.environ.get(name)]
ON = len(GIVEN) == len(VARIABLES)
BACKENDS = [BACKEND] if ON else []


def settings(address: str) -> dict[str, Any]:
    """Settings of mozilla-django-oidc for the site at `address`; `PROCONNECT` says whether it is on.

    Raises `ValueError` when the host gives some of the three variables and not the others.
    """
    if GIVEN and not ON:
        raise ValueError(f"ProConnect demande {', '.join(VARIABLES)} : il n’y a que {', '.join(GIVEN)}.")
    if not ON:
        return {"PROCONNECT": False}
    provider, client, secret = (os.environ[name] for name in VARIABLES)
    return provided(provider.rstrip("/"), client, secret, address)


def provided(provider: str, client: str, secret: str, address: str) -> dict[str, Any]:
    """The same for given values. PKCE can be turned off for a provider that refuses parameters it does not know."""
    return {
        "PROCONNECT": True,
        "PROCONNECT_ISSUER": provider,
        "PROCONNECT_LOGOUT": f"{provider}/session/end",
        "PROCONNECT_BACK": f"{address}/compte/proconnect/deconnecte/",
        "OIDC_OP_AUTHORIZATION_ENDPOINT": f"{provider}/authorize",
        "OIDC_OP_TOKEN_ENDPOINT": f"{provider}/token",
        "OIDC_OP_USER_ENDPOINT": f"{provider}/userinfo",
        "OIDC_OP_JWKS_ENDPOINT": f"{provider}/jwks",
        "OIDC_RP_CLIENT_ID": client,
        "OIDC_RP_CLIENT_SECRET": secret,
        "OIDC_RP_SIGN_ALGO": os.environ.get("COEURDEVILLE_PROCONNECT_ALGORITHME", "RS256"),
        "OIDC_RP_SCOPES": "openid email given_name usual_name siret",
        "OIDC_USE_PKCE": not flag("COEURDEVILLE_PROCONNECT_SANS_PKCE"),
        "OIDC_AUTHENTICATION_CALLBACK_URL": "proconnect-retour",
        "OIDC_STORE_ID_TOKEN": True,
        "OIDC_TIMEOUT": 10,
        "LOGIN_REDIRECT_URL_FAILURE": "/compte/connexion/",
    }
