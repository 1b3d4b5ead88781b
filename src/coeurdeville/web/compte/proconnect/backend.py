"""What is believed of ProConnect: signed answers, meant for this site, of the provider that was asked."""

from __future__ import annotations

import logging
from typing import Any

import jwt
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db.models import QuerySet
from django.http import HttpRequest
from mozilla_django_oidc.auth import OIDCAuthenticationBackend

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.comptes.proconnect import comptes_de, creer, retrouver

LOGGER = logging.getLogger("coeurdeville.proconnect")
EXPECTED = ["iss", "aud", "exp", "sub"]


class ProConnect(OIDCAuthenticationBackend):
    """Signs in the account of a `sub` of ProConnect, else that of its address, else a new one without any role."""

    signed: dict[str, Any] | None = None
    """The last answer whose signature was verified."""

    def authenticate(self, request: HttpRequest | None, **kwargs: Any) -> Utilisateur | None:
        """The account of whoever comes back from ProConnect; None when anything in the answers is wrong."""
        if "nonce" not in kwargs:
            return None
        try:
            return super().authenticate(request, **kwargs)
        except (SuspiciousOperation, jwt.PyJWTError, OSError, KeyError) as error:
            LOGGER.warning("ProConnect a été refusé", extra={"champs": {"erreur": type(error).__name__}})
            return None

    def get_payload_data(self, token: str, key: Any) -> dict[str, Any]:
        """What a token says, once its signature, provider, addressee and dates are verified."""
        return jwt.decode(
            token,
            key,
            algorithms=[self.OIDC_RP_SIGN_ALGO],
            audience=self.OIDC_RP_CLIENT_ID,
            issuer=settings.PROCONNECT_ISSUER,
            options={"require": EXPECTED},
            leeway=10,
        )

    def verify_token(self, token: str, **kwargs: Any) -> dict[str, Any]:
        """The same, with the nonce of the request."""
        self.signed = said = dict(super().verify_token(token, **kwargs))
        return said

    def get_userinfo(self, access_token: str, id_token: str, payload: dict[str, Any]) -> dict[str, Any]:
        """Who it is: signed, and of the person who has just signed in."""
        claims: dict[str, Any] = super().get_userinfo(access_token, id_token, payload)
        if claims is not self.signed:
            raise SuspiciousOperation("userinfo is not a signed JWT")
        if claims["sub"] != payload["sub"]:
            raise SuspiciousOperation("userinfo is about somebody else")
        return claims

    def verify_claims(self, claims: dict[str, Any]) -> bool:
        """Whether there is an address to know the account by."""
        return bool(claims.get("email"))

    def filter_users_by_claims(self, claims: dict[str, Any]) -> QuerySet[Utilisateur]:
        """The account of the identity, else of the address."""
        return comptes_de(claims["sub"], claims["email"])

    def create_user(self, claims: dict[str, Any]) -> Utilisateur:
        """A new account, that no town knows yet."""
        return creer(claims)

    def update_user(self, user: Utilisateur, claims: dict[str, Any]) -> Utilisateur:
        """The account, with what ProConnect says of it today."""
        return retrouver(user, claims)
