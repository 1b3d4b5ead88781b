"""The spaces that are open, by the code of their town."""

from __future__ import annotations

from collections.abc import Iterable

from coeurdeville.espaces.models import Espace


def espace_de(commune: str) -> Espace | None:
    """The space of a town; None when it has none."""
    return Espace.objects.filter(commune=commune).first()


def noms(communes: Iterable[str]) -> dict[str, str]:
    """Names of the towns that have a space, by code; a town without a space is left out."""
    return dict(Espace.objects.filter(commune__in=set(communes)).values_list("commune", "nom"))
