"""The file that a holder sent, put into the town's folder by a member."""

from __future__ import annotations

from pathlib import Path

from django.utils import timezone

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.espaces.models import Demande
from coeurdeville.espaces.reponses import fichier_recu
from coeurdeville.espaces.revision import reviser
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.edition import edit_entry, entry_named
from coeurdeville.inventory.fichiers import keep, main_file, name_for
from coeurdeville.inventory.ville import open_ville

NO_FILE = Kind(
    "reponse-sans-fichier",
    "Aucun fichier n’accompagne cette réponse, ou il n’est plus là.",
    "Le demander de nouveau au détenteur.",
)


def verser(demande: Demande, auteur: str) -> None:
    """Make the file of an answer that of its entry: columns are recognised as for any file that is added.

    Raises
    ------
    Refused
        `reponse-sans-fichier`; what keeps the file from making the layer: then nothing changes, and the file stays.
    """
    path = fichier_recu(demande)
    if path is None:
        raise Refused([NO_FILE()])
    words = f"Fichier reçu avec la réponse à la demande n° {demande.pk}"
    reviser(demande.espace.commune, lambda town: _add(town, demande, path), auteur, words)
    demande.fichier_verse_le = timezone.now()
    demande.save(update_fields=["fichier_verse_le"])


def _add(town: Path, demande: Demande, path: Path) -> None:
    """The entry is given the file first: what is written of it stays, and its columns are then recognised."""
    ville = open_ville(town)
    donnee = entry_named(ville, demande.entree)
    source = main_file(path)
    name = name_for(ville, source, [donnee.couche])
    keep(source, town / name)

    def hold(entry: dict[str, object]) -> None:
        entry["fichier"] = name

    edit_entry(ville, donnee.id, hold)
    add_file(town, source, donnee.couche)
