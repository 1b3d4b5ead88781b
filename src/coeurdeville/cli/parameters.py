"""Parameters typed by a user, read as the service declares them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.services.contract.service import PARAMETER_UNKNOWN, Service

PARAMETER_UNREADABLE = Kind(
    "parametre-illisible",
    "« {text} » n’est pas un paramètre lisible.",
    "Écrire --parametre nom=valeur, par exemple --parametre sight=30.",
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
        try:
            found[name] = type(service.defaults[name])(float(value.replace(",", ".")))
        except ValueError:
            problems.append(PARAMETER_UNREADABLE(text=text))
    if problems:
        raise Refused(problems)
    return found
