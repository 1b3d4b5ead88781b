"""An entry of `ville.toml` made to say something else, so that nothing that a hand wrote moves without need."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

import tomlkit
from tomlkit.items import AoT

from coeurdeville.core.problems import Refused
from coeurdeville.schemas.mapping.toml_table import VALUE_UNEXPECTED
from coeurdeville.schemas.mapping.toml_text import update

CLOSED: Mapping[str, frozenset[str]] = {
    "lecture": frozenset({"feuille", "x", "y", "projection"}),
    "etats": frozenset({"colonne", "disparus"}),
    "statuts": frozenset({"date", "statut", "auteur", "preuve", "motif", "fondement", "reponse", "reponse_date"}),
    "conformites": frozenset({"schema", "date", "lignes", "conformes"}),
    "cooperations": frozenset({"avec", "forme", "nature", "objet", "duree", "cout"}),
}
"""Tables and lists of an entry whose keys are all known: a key beyond them is the hand's, and stays."""
EMPTY: tuple[object, ...] = ("", [])
"""What is written to keep a question visible: it says nothing, and is neither put in nor taken away."""


def retouch(table: Any, wanted: Mapping[str, Any], known: frozenset[str] | None = None) -> None:
    """Make a table read by `tomlkit` say what is wanted; what says it already is left as it is written.

    Parameters
    ----------
    known
        Keys that may be taken away; None: all of them.
    """
    for key in [key for key in table if key not in wanted and (known is None or key in known)]:
        if table[key] not in EMPTY:
            del table[key]
    for key, value in wanted.items():
        there = table.get(key)
        if isinstance(value, Mapping) and isinstance(there, Mapping):
            retouch(there, value, CLOSED[key]) if key in CLOSED else update(there, value)
        elif key in CLOSED and isinstance(value, list) and isinstance(there, list):
            _retouch_rows(there, value, CLOSED[key])
        elif there is None and value in EMPTY:
            continue
        elif there != value:
            table[key] = value


def add_row(entry: Any, key: str, row: Mapping[str, Any]) -> None:
    """Add a line to a list of an entry, in the way in which the list is written.

    Raises
    ------
    Refused
        `valeur-inattendue`, when what stands there is no list: it is not written over.
    """
    rows = entry.get(key)
    if rows is None:
        entry[key] = [dict(row)]
    elif isinstance(rows, list):
        append(rows, row)
    else:
        where = f"Donnée « {entry.get('id')} »"
        raise Refused([VALUE_UNEXPECTED(where=where, key=key, expected="une liste")])


def append(rows: Any, row: Mapping[str, Any]) -> None:
    """Add a line at the end of a list of tables, written [[…]] or between brackets."""
    rows.append(tomlkit.item(dict(row)) if isinstance(rows, AoT) else dict(row))


def _retouch_rows(rows: Any, wanted: list[Mapping[str, Any]], known: frozenset[str]) -> None:
    """Lines are compared by rank: histories grow at their end."""
    while len(rows) > len(wanted):
        del rows[-1]
    for row, value in zip_longest(list(rows), wanted):
        if row is None:
            append(rows, value)
        elif isinstance(row, Mapping):
            retouch(row, value, known)
