"""What a space lists: its runs, its editions, its requests; each list is one query."""

from __future__ import annotations

from coeurdeville.espaces.models import Calcul, Demande, Edition

SHOWN = 20
"""Runs that a list shows: the older ones say nothing more."""


def calculs_de(commune: str) -> list[Calcul]:
    """The latest runs of a town, with the edition of each."""
    found = Calcul.objects.filter(espace__commune=commune).select_related("espace", "demande_par")
    return list(found.prefetch_related("editions")[:SHOWN])


def calcul_de(commune: str, pk: int) -> Calcul | None:
    """A run of a town."""
    found = Calcul.objects.filter(espace__commune=commune, pk=pk).select_related("espace", "demande_par")
    return found.prefetch_related("editions").first()


def editions_de(commune: str) -> list[Edition]:
    """Every edition of a town, latest first, those that nobody else sees included."""
    found = Edition.objects.filter(espace__commune=commune)
    return list(found.select_related("espace", "publiee_par", "retiree_par", "calcul"))


def edition_de(commune: str, identifiant: str) -> Edition | None:
    """An edition of a town, by its identifier."""
    found = Edition.objects.filter(espace__commune=commune, identifiant=identifiant)
    return found.select_related("espace", "publiee_par", "retiree_par", "calcul").first()


def demandes_de(commune: str) -> list[Demande]:
    """Every request of a town, latest first."""
    return list(Demande.objects.filter(espace__commune=commune).select_related("espace", "envoyee_par"))


def demande_de(commune: str, pk: int) -> Demande | None:
    """A request of a town."""
    return Demande.objects.filter(espace__commune=commune, pk=pk).select_related("espace", "envoyee_par").first()
