"""The line that names the columns: found under title lines, completed, made unique, and said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coeurdeville.core.problems import Kind, Level, Problem

LOOKED_AT = 50
"""Rows at the top of a table among which the header is searched."""

TITLE_LINES = Kind(
    "lignes-de-titre",
    "L’en-tête de {name} est à la ligne {line} ; les lignes de titre qui le précèdent ne sont pas lues.",
    "Rien à faire si ces lignes ne contiennent pas de données.",
    Level.NOTE,
)
NO_HEADER = Kind(
    "entete-absent",
    "{name} n’a pas de ligne d’en-tête : ses colonnes sont nommées « colonne_1 », « colonne_2 », etc.",
    "Ajouter en première ligne le nom de chaque colonne, ou indiquer ces noms dans ville.toml.",
    Level.WARNING,
)
DUPLICATE_NAMES = Kind(
    "entete-double",
    "Plusieurs colonnes de {name} portent le même nom ; les suivantes sont numérotées.",
    "Donner un nom différent à chaque colonne.",
    Level.WARNING,
)

_NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?")
_DECIMAL = re.compile(r"[-+]?\d+[.,]\d+|\d{4}-\d\d-\d\d.*|\d\d/\d\d/\d{4}.*")


@dataclass(frozen=True)
class Header:
    """Names of the columns, and where the data start."""

    names: tuple[str, ...]
    row: int
    """Rank of the header among the rows given, from 0; the row before the data when there is no header."""
    notes: tuple[Problem, ...] = ()
    unnamed: frozenset[str] = frozenset()
    """Names made up for blank cells of the header."""


def find_header(rows: Sequence[Sequence[str]], lines: Sequence[int], name: str) -> Header:
    """The header among the first rows of a table (cells as text, at least one not blank).

    It is the first row at least half as filled as the fullest one: a title above a table fills one or two
    cells. A first row with a decimal number or a date, or with numbers only, is already data.

    Parameters
    ----------
    rows : the first rows, blank ones included.
    lines : the line of the file where each of them starts.
    name : how the file is called in messages.
    """
    filled = [sum(1 for cell in row if cell.strip()) for row in rows]
    needed = max(min(2, max(filled)), -(-max(filled) // 2))
    row = next(rank for rank, count in enumerate(filled) if count >= needed)
    width = max(len(rows[row]), Counter(len(cells) for cells in rows[row:]).most_common(1)[0][0])
    if _is_data(rows[row]):
        names = tuple(f"colonne_{rank + 1}" for rank in range(width))
        return Header(names, row - 1, (NO_HEADER(name=name),))
    names, unnamed, notes = _name_columns([*rows[row], *[""] * (width - len(rows[row]))], name)
    if any(filled[:row]):
        notes = (TITLE_LINES(name=name, line=lines[row]), *notes)
    return Header(names, row, notes, unnamed)


def _name_columns(cells: Sequence[str], name: str) -> tuple[tuple[str, ...], frozenset[str], tuple[Problem, ...]]:
    """A name for each column, all different; those the file does not give; what there is to say of it."""
    names: list[str] = []
    unnamed, doubled = [], []
    for rank, cell in enumerate(cells, start=1):
        wanted = " ".join(cell.split())
        given = wanted or f"colonne_{rank}"
        while given in names:
            given = _next(given)
        if not wanted:
            unnamed.append(given)
        elif given != wanted:
            doubled.append(f"« {wanted} » devient « {given} »")
        names.append(given)
    notes = (DUPLICATE_NAMES(name=name, examples=doubled),) if doubled else ()
    return tuple(names), frozenset(unnamed), notes


def _next(name: str) -> str:
    stem, _, rank = name.rpartition("_")
    return f"{stem}_{int(rank) + 1}" if stem and rank.isdecimal() else f"{name}_2"


def _is_data(cells: Sequence[str]) -> bool:
    said = [cell.strip() for cell in cells if cell.strip()]
    return any(_DECIMAL.fullmatch(cell) for cell in said) or all(_NUMBER.fullmatch(cell) for cell in said)
