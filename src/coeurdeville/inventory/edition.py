"""One entry of a town changed line by line: all that the file says elsewhere stays as it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import tomlkit

from coeurdeville.core.problems import Refused
from coeurdeville.core.registry import pick
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.texte import read_texte, write_texte
from coeurdeville.inventory.ville import FICHIER, ID_TWICE, Ville, open_ville


def entry_named(ville: Ville, name: str) -> Donnee:
    """The entry of this identifier, accents and case apart, used or set aside.

    Raises
    ------
    Refused
        `nom-inconnu` with the nearest, or `identifiant-repete` when several entries bear it.
    """
    entries = [one for one in (*ville.donnees, *ville.ecartees) if one.id]
    found = pick(name, {one.id: one for one in entries}, "La donnée")
    if sum(one.id == found.id for one in entries) > 1:
        raise Refused([ID_TWICE(id=found.id)])
    return found


def edit_entry(ville: Ville, name: str, change: Callable[[Any], None]) -> Ville:
    """The town after a change to the text of one entry, given to `change` as a table of `tomlkit`.

    Raises
    ------
    Refused
        As `entry_named` and `change` do; nothing is then written.
    """
    donnee = entry_named(ville, name)
    file = ville.dossier / FICHIER
    document = tomlkit.parse(read_texte(file))
    change(next(entry for entry in document["donnees"] if entry.get("id") == donnee.id))
    write_texte(file, document)
    return open_ville(ville.dossier)
