"""The index of a town's folder in the database: its last revision and the entries of its inventory."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from coeurdeville.espaces.lieux import depot
from coeurdeville.espaces.models import Entree, Espace
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import Ville, open_ville


def reindexer(commune: str) -> int:
    """Read the last revision of a town again, replace its index, and give the number of that revision: 0 without any.

    Called after each revision, and by the command of the same name for all towns. The folder is the truth.

    Raises
    ------
    Refused
        When the inventory of the last revision cannot be read; the index stays as it was.
    """
    kept = depot(commune)
    last = kept.derniere()
    number = last.numero if last else 0
    ville = open_ville(kept.ouvrir(number)) if last else None
    with transaction.atomic():
        espace = Espace.objects.select_for_update().get(commune=commune)
        espace.revision = number
        espace.nom = ville.nom if ville and ville.nom else espace.nom
        espace.save(update_fields=["revision", "nom"])
        espace.entrees.all().delete()
        Entree.objects.bulk_create(_entries(espace, ville) if ville else ())
    return number


def _entries(espace: Espace, ville: Ville) -> Iterator[Entree]:
    """One for each identifier, those with errors included: lists show them too."""
    entries = {one.id: one for one in (*ville.ecartees, *ville.donnees) if one.id}
    return (_entry(espace, one) for one in entries.values())


def _entry(espace: Espace, donnee: Donnee) -> Entree:
    return Entree(
        espace=espace,
        identifiant=donnee.id[:200],
        couche=donnee.couche[:100],
        titre=donnee.titre[:300],
        ouverture=donnee.ouverture,
        detenteur=donnee.tenue_par[:300],
        acteur=donnee.categorie,
        fichier=donnee.fichier[:300],
    )
