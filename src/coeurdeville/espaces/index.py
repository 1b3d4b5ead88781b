"""The index of a town's folder in the database: its last revision and the entries of its inventory."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from django.db import DatabaseError, transaction

from coeurdeville.core.problems import Refused
from coeurdeville.espaces.lieux import depot
from coeurdeville.espaces.models import Entree, Espace
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import Ville, open_ville

LOGGER = logging.getLogger(__name__)


def reindexer(commune: str) -> int:
    """Read the last revision of a town again, replace its index, and give the number of that revision: 0 without any.

    Called after each revision, and by the command of the same name for all towns. The folder is the truth.

    Raises
    ------
    Refused
        When the inventory of the last revision cannot be read; the index stays as it was.
    """
    while True:
        number = derniere(commune)
        ville = open_ville(depot(commune).ouvrir(number)) if number else None
        if _replaced(commune, number, ville):
            return number


def suivre(commune: str) -> None:
    """The same after a change that is kept: an index that cannot follow now is caught up later (`rattraper`)."""
    try:
        reindexer(commune)
    except (DatabaseError, Refused):
        LOGGER.exception("the index of %s does not follow its last revision", commune)


def rattraper(espace: Espace) -> bool:
    """Make the index of a town again when a revision was kept without it; whether it was late.

    Raises
    ------
    Refused
        As `reindexer`.
    """
    late = derniere(espace.commune) > espace.revision
    if late:
        reindexer(espace.commune)
        espace.refresh_from_db(fields=["revision", "nom"])
    return late


def derniere(commune: str) -> int:
    """Number of the last revision of a folder; 0 without any. Refused when its card cannot be read."""
    last = depot(commune).derniere()
    return last.numero if last else 0


@transaction.atomic
def _replaced(commune: str, number: int, ville: Ville | None) -> bool:
    """Write the index of a revision, unless another was kept since it was read: no older one comes after a newer."""
    espace = Espace.objects.select_for_update().get(commune=commune)
    if derniere(commune) != number:
        return False
    espace.revision = number
    espace.nom = ville.nom if ville and ville.nom else espace.nom
    espace.save(update_fields=["revision", "nom"])
    espace.entrees.all().delete()
    Entree.objects.bulk_create(_entries(espace, ville) if ville else ())
    return True


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
