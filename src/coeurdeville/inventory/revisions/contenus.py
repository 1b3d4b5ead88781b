"""What a `ville.toml` holds, as plain values that compare: its entries by identifier, and the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from coeurdeville.schemas.mapping.toml_text import load_toml

Key = tuple[str, int]
"""Identifier of an entry, and its rank among those that bear the same one, from 0."""


def entries(text: str) -> dict[Key, Mapping[str, Any]]:
    """The entries of a text, in their order; raises `Refused` when it is not TOML."""
    return dict(zip_keys(_listed(load_toml(text, "ville.toml"))))


def head(text: str) -> dict[str, Any]:
    """All that is not an entry."""
    return {key: value for key, value in load_toml(text, "ville.toml").items() if key != "donnees"}


def zip_keys(rows: Sequence[Any]) -> list[tuple[Key, Any]]:
    """Each entry with its key; what is no table is left out."""
    seen = Counter[str]()
    found = []
    for row in rows:
        if isinstance(row, Mapping):
            name = str(row.get("id", ""))
            found.append(((name, seen[name]), row))
            seen[name] += 1
    return found


def _listed(document: Mapping[str, Any]) -> Sequence[Any]:
    rows = document.get("donnees", [])
    return rows if isinstance(rows, list) else []
