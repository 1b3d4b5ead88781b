"""Parameters typed by a user, read as the service declares them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.services.contract.service import PARAMETER_UNKNOWN, Service

PARAMETER_UNREADABLE = Kind(
    "parametre-illisible",
    "« {text} » n’est pas un paramètre lisible.",
    "Écrire --parametre nom=valeur, par exemple --parametre sight=30.",
)
PAIR_UNREADABLE = Kind(
    "constante-illisible",
    "« {text} » n’est pas une constante lisible.",
    "Écrire --constante colonne=valeur, par exemple --constante scenario=moyen.",
)


def read_parameters(service: Service[..., Any], given: Iterable[str]) -> dict[str, Any]:
    """`name=value` pairs in the type of each parameter's default; every mistake at once."""
    found, problems = {}, []
    for text in given:
        name, _, value = text.partition("=")
        if name not in service.parameters:
            problems.append(
                PARAMETER_UNKNOWN(service=service.slug, name=name, known=", ".join(service.parameters) or "aucun")
            )
            continue
        read = _READERS[type(service.defaults[name])](value)
        if read is None:
            problems.append(PARAMETER_UNREADABLE(text=text))
        else:
            found[name] = read
    if problems:
        raise Refused(problems)
    return found


def read_pairs(given: Iterable[str]) -> dict[str, str]:
    """`name=value` pairs as they are written; one without a name or a value is refused, all at once."""
    pairs = [(text, *(part.strip() for part in text.partition("=")[::2])) for text in given]
    problems = [PAIR_UNREADABLE(text=text) for text, name, value in pairs if not (name and value)]
    if problems:
        raise Refused(problems)
    return {name: value for _, name, value in pairs}


def _number(text: str) -> float | None:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _whole(text: str) -> int | None:
    value = _number(text)
    return int(value) if value is not None and value == int(value) else None


def _yes_no(text: str) -> bool | None:
    return {"oui": True, "non": False}.get(text.strip().lower())


_READERS: dict[type, Callable[[str], Any]] = {float: _number, int: _whole, bool: _yes_no}
