"""What an import changes in `ville.toml`, and nothing else: the lines that say the same stay as a hand wrote them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import tomlkit

from coeurdeville.catalogue.exchange.entry_text import entry_text
from coeurdeville.core.writing import written_aside
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ecriture import as_table
from coeurdeville.inventory.retouche import add_row
from coeurdeville.inventory.texte import read_texte
from coeurdeville.inventory.ville import FICHIER, Ville, add_donnee, open_ville
from coeurdeville.schemas.mapping.toml_text import load_toml

GROWING = ("statuts", "conformites", "cooperations")
"""Lists to which lines are added, and whose lines are never taken away nor changed."""
_IN_BRACKETS = re.compile(r"^\s*\"?donnees\"?\s*=", re.MULTILINE)
"""Entries that a hand wrote in brackets: a heading of ours cannot follow them."""


def write_entries(ville: Ville, added: Sequence[Donnee], changed: Mapping[str, tuple[Donnee, Donnee]]) -> Ville:
    """The town with new entries, and others made to say more, written at once.

    `changed`: identifier -> the entry as the file says it, and as it must say it.
    """
    file = ville.dossier / FICHIER
    text = before = read_texte(file)
    if changed:
        text = _changed(text, changed)
    apart = added if _IN_BRACKETS.search(text) else ()
    if added and not apart:
        text = "\n\n\n".join((text.rstrip("\n"), *(entry_text(as_table(one)).rstrip("\n") for one in added))) + "\n"
    if text != before:
        load_toml(text, FICHIER)
        with written_aside(file) as aside:
            aside.write(text.encode())
    return add_donnee(ville, *apart) if apart else open_ville(ville.dossier)


def _changed(text: str, changed: Mapping[str, tuple[Donnee, Donnee]]) -> str:
    document = tomlkit.parse(text)
    for entry in document["donnees"]:
        if entry.get("id") in changed:
            _change(entry, *map(as_table, changed[entry["id"]]))
    return tomlkit.dumps(document)


def _change(entry: Any, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Only what differs is written."""
    for key, value in after.items():
        if key in GROWING:
            for row in value[len(before.get(key, ())) :]:
                add_row(entry, key, row)
        elif before.get(key) != value:
            entry[key] = value
