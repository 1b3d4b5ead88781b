"""A TOML file read or refused in French; written again so that what a hand wrote in it stays."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from coeurdeville.core.problems import Kind, Refused

TOML_UNREADABLE = Kind(
    "toml-illisible",
    "{file} n’est pas lisible : {why}.",
    "Corriger la ligne indiquée ; un texte s’écrit entre guillemets droits, une date 2026-11-23.",
)


def load_toml(text: str, file: str) -> dict[str, Any]:
    """The document that a text writes; `file` is how it is called in messages.

    Raises
    ------
    Refused
        `toml-illisible`, with the line.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused([TOML_UNREADABLE(file=file, why=_french(str(error)))]) from error


def update(table: Any, wanted: Mapping[str, Any]) -> None:
    """Make a table read from a file say what is wanted; only what differs is rewritten, so that comments stay."""
    for key in [key for key in table if key not in wanted]:
        del table[key]
    for key, value in wanted.items():
        if isinstance(value, Mapping) and isinstance(table.get(key), Mapping):
            update(table[key], value)
        elif table.get(key) != value:
            table[key] = value


def _french(error: str) -> str:
    """The place that the parser gives, `ligne 3, colonne 8`; its English sentence is of no use to an officer."""
    place = error.partition("(at ")[2].rstrip(")")
    return place.replace("line", "ligne").replace("column", "colonne").replace("end of document", "fin du fichier")
