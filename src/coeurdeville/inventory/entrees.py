"""Entries of an inventory: one more, one less, one put back."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

import tomlkit

from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.edition import entry_named
from coeurdeville.inventory.retouche import append
from coeurdeville.inventory.texte import read_texte, write_texte
from coeurdeville.inventory.ville import FICHIER, Ville, add_donnee, open_ville


def new_entry(ville: Ville, couche: str, titre: str) -> tuple[Ville, str]:
    """The town with one more entry, without file, and its identifier: the layer's name, numbered when it is taken."""
    taken = {one.id for one in (*ville.donnees, *ville.ecartees)}
    name = next(one for rank in count(1) if (one := couche if rank == 1 else f"{couche}-{rank}") not in taken)
    return add_donnee(ville, Donnee(name, couche, titre)), name


def remove_entry(ville: Ville, name: str, *, with_file: bool) -> Ville:
    """The town without an entry, and without its file when it is asked and no other entry reads it."""
    donnee = entry_named(ville, name)
    document = tomlkit.parse(read_texte(ville.dossier / FICHIER))
    rows = document["donnees"]
    del rows[next(rank for rank, row in enumerate(rows) if row.get("id") == donnee.id)]
    write_texte(ville.dossier / FICHIER, document)
    left = open_ville(ville.dossier)
    if (
        with_file
        and donnee.fichier
        and not any(one.fichier == donnee.fichier for one in (*left.donnees, *left.ecartees))
    ):
        (ville.dossier / donnee.fichier).unlink(missing_ok=True)
    return left


def put_back(ville: Ville, entry: Mapping[str, Any]) -> Ville:
    """The town with an entry that had been removed, as it was written; nothing when one bears its identifier."""
    if any(one.id == entry.get("id") for one in (*ville.donnees, *ville.ecartees)):
        return ville
    document = tomlkit.parse(read_texte(ville.dossier / FICHIER))
    append(document.setdefault("donnees", tomlkit.aot()), entry)
    write_texte(ville.dossier / FICHIER, document)
    return open_ville(ville.dossier)
