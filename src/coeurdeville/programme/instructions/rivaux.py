"""Whoever carries a candidature of a call judges none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coeurdeville.comptes.models import Membre
from coeurdeville.comptes.roles import PAIR
from coeurdeville.programme.models import Candidature

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel


def porteurs(appel: Appel) -> frozenset[int]:
    """Accounts of the pairs of the towns that answer a call and did not withdraw. One query."""
    towns = Candidature.objects.filter(appel=appel).exclude(etat="retiree").values("commune")
    return frozenset(Membre.objects.filter(commune__in=towns, role__in=PAIR).values_list("utilisateur", flat=True))
