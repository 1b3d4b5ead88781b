"""Which data towns have, as their inventories say: of the towns that published a diagnostic alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from coeurdeville.espaces.models import Entree
from coeurdeville.inventory.vocabulaire import Acteur, Ouverture

PUBLIC = Q(espace__editions__publiee_le__isnull=False, espace__editions__retiree_le__isnull=True)


@dataclass(frozen=True)
class Tenue:
    """One entry of a town's inventory, without the name of its holder, who may be a person."""

    commune: str
    """Insee code."""
    nom: str
    titre: str
    ouverture: Ouverture
    acteur: Acteur
    deposee: bool
    """Whether the town folder holds a file of it."""


def ouvertures() -> dict[str, Counter[Ouverture]]:
    """Slug of a layer -> how many towns have an entry of each status; a town counts once for each. One query."""
    rows = _publiques().values_list("couche", "ouverture").annotate(villes=Count("espace", distinct=True))
    found: dict[str, Counter[Ouverture]] = {}
    for couche, ouverture, villes in rows:
        found.setdefault(couche, Counter())[_ouverture(ouverture)] += villes
    return found


def tenues(couche: str) -> list[Tenue]:
    """The entries of a layer, by name of town then by title. One query."""
    found = _publiques().filter(couche=couche).select_related("espace").distinct()
    return [_tenue(one) for one in found.order_by("espace__nom", "titre", "identifiant")]


def _publiques() -> QuerySet[Entree]:
    return Entree.objects.filter(PUBLIC)


def _tenue(one: Entree) -> Tenue:
    acteur = Acteur(one.acteur) if one.acteur in set(Acteur) else Acteur.NON_RENSEIGNE
    return Tenue(one.espace.commune, one.espace.nom, str(one), _ouverture(one.ouverture), acteur, bool(one.fichier))


def _ouverture(text: str) -> Ouverture:
    return Ouverture(text) if text in set(Ouverture) else Ouverture.NON_RENSEIGNE
