"""Accounts of those who sign in with ProConnect."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.db.models import QuerySet

from coeurdeville.comptes.journal import noter
from coeurdeville.comptes.models import Utilisateur, Verbe
from coeurdeville.comptes.models.utilisateur import normal


def comptes_de(identifiant: str, courriel: str) -> QuerySet[Utilisateur]:
    """The account of an identity, else the one of its address that no other identity has taken; or none."""
    known = Utilisateur.objects.filter(proconnect=identifiant)
    return known if known.exists() else Utilisateur.objects.filter(courriel=normal(courriel))


@transaction.atomic
def creer(claims: Mapping[str, Any]) -> Utilisateur:
    """An account without password or role."""
    user = Utilisateur.objects.create_user(claims["email"], **_de(claims))
    noter(Verbe.COMPTE_CREE, user)
    return user


def retrouver(user: Utilisateur, claims: Mapping[str, Any]) -> Utilisateur:
    """The account with its organisation of today, and a name if it had none; its address on the site stays.

    Raises `SuspiciousOperation` when the account of this address is already another identity's.
    """
    if user.proconnect not in {None, claims["sub"]}:
        raise SuspiciousOperation("the account of this address is another identity's")
    new = _de(claims)
    user.proconnect, user.siret, user.nom = new["proconnect"], new["siret"], user.nom or new["nom"]
    user.save(update_fields=["proconnect", "siret", "nom"])
    return user


def _de(claims: Mapping[str, Any]) -> dict[str, str]:
    nom = f"{claims.get('given_name', '')} {claims.get('usual_name', '')}".strip()
    return {"proconnect": claims["sub"], "siret": str(claims.get("siret", ""))[:14], "nom": nom[:150]}
