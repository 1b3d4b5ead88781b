"""The signed address by which a holder answers a request, without account."""

from __future__ import annotations

from django.conf import settings
from django.core.signing import BadSignature, Signer

from coeurdeville.espaces.models import Demande

PATH = "/reponse/"


def adresse(demande: Demande) -> str:
    """The whole address, for a letter."""
    return f"{settings.ADDRESS}{PATH}{jeton(demande)}/"


def jeton(demande: Demande) -> str:
    """What stands for the request in the address: its number, signed."""
    return _signer().sign(str(demande.pk))


def demande_du_jeton(text: str) -> Demande | None:
    """The request of an address; None when the site has not signed it."""
    try:
        number = int(_signer().unsign(text))
    except (BadSignature, ValueError):
        return None
    return Demande.objects.select_related("espace").filter(pk=number).first()


def _signer() -> Signer:
    return Signer(salt="coeurdeville.espaces.reponse", sep=".")
