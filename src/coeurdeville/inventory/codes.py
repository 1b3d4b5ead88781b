"""What the codes of a file mean, written as lines that an officer reads: `1 = oui`, `etat = abattu ; supprimé`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from coeurdeville.core.problems import Kind, Problem

VALEURS, ETATS = "valeurs.", "etats."
LINES = f"{ETATS}disparus"
"""Key of the answer that tells all the columns of states."""
BETWEEN = ";"
LINE_UNREADABLE = Kind(
    "code-illisible",
    "« {line} » ne dit pas ce que veut dire un code.",
    "Écrire une ligne par code, par exemple : 1 = oui.",
)
STATE_UNREADABLE = Kind(
    "etat-illisible",
    "« {line} » ne dit pas quels mots d’une colonne parlent d’un objet disparu.",
    "Écrire le nom de la colonne, puis ces mots, par exemple : etat = abattu ; supprimé.",
)


def lines_of(entry: Mapping[str, Any]) -> dict[str, str]:
    """The answers `valeurs.<column>` and `etats.disparus` of an entry read from TOML, those that it gives."""
    tables, states = entry.get("valeurs"), entry.get("etats")
    told = {}
    if isinstance(tables, Mapping):
        for column, codes in tables.items():
            if isinstance(codes, Mapping):
                told[f"{VALEURS}{column}"] = "\n".join(f"{code} = {value}" for code, value in codes.items())
    if isinstance(states, list):
        told[LINES] = "\n".join(_state_line(one) for one in states if isinstance(one, Mapping))
    return told


def is_coded(key: str) -> bool:
    """Whether an answer is written in such lines."""
    return key.startswith((VALEURS, ETATS))


def data_of(key: str, text: str) -> Any:
    """What the file writes for the lines of an answer: a table of codes, or the list of states."""
    pairs = [_pair(line) for line in _lines(text)]
    if key.startswith(VALEURS):
        return dict(pairs)
    return [{"colonne": column, **({"disparus": _words(gone)} if gone else {})} for column, gone in pairs]


def faults_of(key: str, text: str) -> Iterable[Problem]:
    """Each line that cannot be read."""
    codes = key.startswith(VALEURS)
    for line in _lines(text):
        name, value = _pair(line)
        if not name or (codes and not value):
            yield (LINE_UNREADABLE if codes else STATE_UNREADABLE)(line=line)


def _state_line(state: Mapping[str, Any]) -> str:
    column, gone = state.get("colonne", ""), state.get("disparus", [])
    return f"{column} = {f' {BETWEEN} '.join(map(str, gone))}" if gone else str(column)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _pair(line: str) -> tuple[str, str]:
    name, _, value = line.partition("=")
    return name.strip(), value.strip()


def _words(text: str) -> list[str]:
    return [one.strip() for one in text.split(BETWEEN) if one.strip()]
