"""The spaces that are open, by the code of their town."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from coeurdeville.comptes.roles import PAIR
from coeurdeville.espaces.models import Espace

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from coeurdeville.comptes.models import Utilisateur


def espace_de(commune: str) -> Espace | None:
    """The space of a town; None when it has none."""
    return Espace.objects.filter(commune=commune).first()


def noms(communes: Iterable[str]) -> dict[str, str]:
    """Names of the towns that have a space, by code; a town without a space is left out."""
    return dict(Espace.objects.filter(commune__in=set(communes)).values_list("commune", "nom"))


def espaces_du_binome(user: Utilisateur | AnonymousUser) -> Sequence[Espace]:
    """The spaces that somebody keeps as one of the pair, by name; none for a visitor."""
    roles = user.roles if user.is_authenticated else {}
    return list(
        Espace.objects.filter(commune__in=[code for code, role in roles.items() if role in PAIR]).order_by("nom")
    )
