"""Answers to an entry, written back where they changed and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tomlkit

from coeurdeville.inventory.codes import LINES, data_of, is_coded
from coeurdeville.inventory.edition import edit_entry
from coeurdeville.inventory.reponses import YES_NO, value_of
from coeurdeville.inventory.retouche import append
from coeurdeville.inventory.ville import Ville

CONFIRMER = "confirmer."
"""Before the name of a column of the layer: `oui` or `non` to the column of the file that was proposed."""


def answer(ville: Ville, name: str, answers: Mapping[str, str]) -> Ville:
    """The town after some answers of an entry are given; the others stay as they are written.

    Raises
    ------
    Refused
        `nom-inconnu` with the nearest entry.
    """

    def write(entry: Any) -> None:
        for key, text in answers.items():
            if key.startswith(CONFIRMER):
                _settle(entry, key.removeprefix(CONFIRMER), text.strip())
            elif is_coded(key):
                _tell_codes(entry, key, text)
            elif "." in key:
                table, _, within = key.partition(".")
                _map(entry, table, within, text.strip())
            else:
                _write(entry, key, text.strip())

    return edit_entry(ville, name, write)


def _write(entry: Any, key: str, text: str) -> None:
    """A question that the file leaves open stays visible there; one that it does not ask is not asked."""
    value = value_of(key, text)
    if value not in ("", None, []):
        entry[key] = value
    elif key in entry:
        if value is None or not isinstance(entry[key], str):
            del entry[key]
        else:
            entry[key] = ""


def _map(entry: Any, table: str, name: str, text: str) -> None:
    """An answer of a table; a column that is told is no longer to be confirmed."""
    if text:
        entry.setdefault(table, tomlkit.table())[name] = value_of(f"{table}.{name}", text)
    else:
        entry.get(table, {}).pop(name, None)
    if table == "colonnes":
        entry.get("a_confirmer", {}).pop(name, None)
    _drop_empty(entry, table, "a_confirmer")


def _tell_codes(entry: Any, key: str, text: str) -> None:
    """The dictionary of codes of a column, or the columns of states; nothing: they are told no longer."""
    table, _, name = key.partition(".")
    data = data_of(key, text)
    if key == LINES:
        entry.pop(table, None)
        if data:
            rows = entry[table] = tomlkit.aot()
            for one in data:
                append(rows, one)
    elif data:
        entry.setdefault(table, tomlkit.table())[name] = data
    else:
        entry.get(table, {}).pop(name, None)
        _drop_empty(entry, table)


def _settle(entry: Any, name: str, text: str) -> None:
    """What is said of the column that was proposed; nothing: it is asked again."""
    proposed = entry.get("a_confirmer", {}).get(name)
    if proposed is None or text not in YES_NO:
        return
    if YES_NO[text]:
        _map(entry, "colonnes", name, str(proposed.get("colonne", "")))
    else:
        entry["a_confirmer"].pop(name)
        _drop_empty(entry, "a_confirmer")


def _drop_empty(entry: Any, *tables: str) -> None:
    for table in tables:
        if table in entry and not entry[table]:
            del entry[table]
