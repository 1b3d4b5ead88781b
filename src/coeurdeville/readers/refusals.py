"""Why a file cannot be read at all: the problems that every format shares."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from coeurdeville.core.problems import Kind, Level, Refused

EMPTY = Kind(
    "fichier-vide",
    "« {name} » est vide.",
    "Exporter de nouveau le fichier depuis le logiciel d’origine.",
)
UNREADABLE = Kind(
    "fichier-illisible",
    "« {name} » est tronqué ou abîmé : il ne se lit pas comme {format} ({reason}).",
    "Copier ou exporter de nouveau le fichier, puis vérifier qu’il s’ouvre dans le logiciel d’origine.",
)
PROTECTED = Kind(
    "fichier-protege",
    "« {name} » est protégé par un mot de passe.",
    "Enregistrer le fichier sans mot de passe.",
)
NO_ROWS = Kind(
    "sans-donnees",
    "« {name} » se lit, mais ne contient aucune ligne de données.",
    "Vérifier que l’export n’a pas été filtré.",
    Level.WARNING,
)
PART_MISSING = Kind(
    "partie-absente",
    "« {part} » n’est pas dans « {name} ».",
    "Choisir parmi : {available}.",
)
SEVERAL_PARTS = Kind(
    "parties-multiples",
    "« {name} » contient plusieurs {words} ; « {part} » est lue, les autres sont laissées : {others}.",
    "Si ce n’est pas la bonne, donner son nom par --feuille, ou par feuille = sous [donnees.lecture] dans ville.toml.",
    Level.WARNING,
)


_REASONS = (
    (r"around byte (\d+)", r"le texte s’interrompt vers l’octet \1"),
    (r"(?i)magic bytes not found in footer|file is smaller than|end[ -]of[ -](file|stream|central)|\beof\b|truncated"
     r"|incomplete", "la fin du fichier manque"),
    (r"(?i)malformed|corrupt|checksum|crc|not a database|invalid", "son contenu est abîmé"),
)  # fmt: skip
"""What libraries say of a damaged file, and what it means; `\\1` is their first group."""


@contextmanager
def refusing(name: str, label: str, *failures: type[BaseException]) -> Iterator[None]:
    """Turns the failures of a library into `fichier-illisible`, its reason in French; the failure stays its cause."""
    try:
        yield
    except Refused:
        raise
    except failures as failure:
        raise Refused([UNREADABLE(name=name, format=label, reason=_reason(failure))]) from failure


def _reason(failure: BaseException) -> str:
    """Why a library gave up, in French: it says so in English."""
    if isinstance(failure, UnicodeDecodeError):
        return "ses textes sont dans un encodage inconnu"
    if isinstance(failure, json.JSONDecodeError):
        return f"ce n’est plus du JSON à la ligne {failure.lineno}"
    found = ((re.search(pattern, str(failure)), reason) for pattern, reason in _REASONS)
    return next((match.expand(reason) for match, reason in found if match), "son contenu n’est pas celui de ce format")


def quoted(names: Iterable[str], most: int = 20) -> str:
    """`« a », « b »`: names for a message, the first `most` of them."""
    known = list(names)
    return ", ".join(f"« {name} »" for name in known[:most]) + (" …" if len(known) > most else "")
