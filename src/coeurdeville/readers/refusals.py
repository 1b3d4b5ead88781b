"""Why a file cannot be read at all: the problems that every format shares."""

from __future__ import annotations

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
    "Indiquer laquelle lire si ce n’est pas la bonne.",
    Level.WARNING,
)


@contextmanager
def refusing(name: str, label: str, *failures: type[BaseException]) -> Iterator[None]:
    """Turns the failures of a library into `fichier-illisible`, with the library's own words as the reason."""
    try:
        yield
    except Refused:
        raise
    except failures as failure:
        said = " ".join(str(failure).split()) or type(failure).__name__
        raise Refused([UNREADABLE(name=name, format=label, reason=said[:200])]) from failure


def quoted(names: Iterable[str], most: int = 20) -> str:
    """`« a », « b »`: names for a message, the first `most` of them."""
    known = list(names)
    return ", ".join(f"« {name} »" for name in known[:most]) + (" …" if len(known) > most else "")
