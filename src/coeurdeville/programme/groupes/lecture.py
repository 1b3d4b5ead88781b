"""What pages read of groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count
from django.utils.timezone import now

from coeurdeville.programme.groupes.adhesions import villes_de
from coeurdeville.programme.models import Adhesion, Groupe, Ressource, Reunion

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur


@dataclass(frozen=True)
class Vie:
    """What a group does."""

    adhesions: Sequence[Adhesion]
    a_venir: Sequence[Reunion]
    """The nearest first."""
    passees: Sequence[Reunion]
    """The latest first."""
    ressources: Sequence[Ressource]


def groupes() -> Sequence[Groupe]:
    """Every group with `villes`, how many towns it has; latest season first. One query."""
    found = Groupe.objects.select_related("saison").annotate(villes=Count("adhesions"))
    return list(found.order_by("-saison__numero", "titre"))


def groupe(slug: str, *_: Any, **__: Any) -> Groupe | None:
    """A group; None when there is none. One query."""
    return Groupe.objects.filter(slug=slug).select_related("saison").first()


def vie(un: Groupe) -> Vie:
    """Its towns, meetings and resources. Three queries."""
    meetings, today = list(un.reunions.all()), now()
    return Vie(
        list(un.adhesions.all()),
        sorted((one for one in meetings if one.le >= today), key=lambda one: one.le),
        [one for one in meetings if one.le < today],
        list(un.ressources.exclude(etat="retiree")),
    )


def reunion(slug: str, numero: int) -> Reunion | None:
    """A meeting of a group."""
    return Reunion.objects.filter(groupe__slug=slug, pk=numero).select_related("groupe__saison").first()


def mes_villes(user: Utilisateur, un: Groupe) -> Sequence[tuple[str, bool]]:
    """The towns of whose pair somebody is, and whether each is in the group. Nothing for others."""
    if not user.is_authenticated:
        return []
    towns = villes_de(user)
    inside = set(un.adhesions.filter(commune__in=towns).values_list("commune", flat=True)) if towns else set()
    return [(one, one in inside) for one in towns]
