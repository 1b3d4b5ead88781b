"""What an API request is refused for, as data: application/problem+json (RFC 9457) with a code, in French."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse

from coeurdeville.api.forms import WORDS
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.core.registry import UNIT_UNKNOWN
from coeurdeville.reports.editions.feature_index import BAD_BOX
from coeurdeville.schemas.legible import legible

MEDIA = "application/problem+json"
ROUTE_ABSENT = Kind(
    "api-adresse-inconnue",
    "Rien ne répond à l’adresse « {path} ».",
    "Les adresses s’écrivent sans barre finale ; toutes sont sur la page /api/.",
)
METHOD_REFUSED = Kind(
    "api-lecture-seule",
    "L’API se lit seulement : « {method} » n’y est pas accepté.",
    "Demander par GET ou HEAD.",
)
TOO_MANY = Kind(
    "api-trop-de-demandes",
    "Plus de {most} demandes en une minute sont venues de cette adresse.",
    "Attendre {wait} s, puis reprendre ; un fichier entier (/api/redeploiement.csv) remplace mille demandes.",
)
VALUE_REFUSED = Kind(
    "api-valeur-refusee",
    "« {name} » ne peut pas valoir « {value} ».",
    "Écrire {expected}.",
)
PARAMETER_UNKNOWN = Kind(
    "api-parametre-inconnu",
    "« {name} » n’est pas un paramètre de cette adresse.",
    "Écrire l’un de : {known}.",
)
FAILED = Kind(
    "api-erreur-interne",
    "Le site n’a pas pu répondre ; l’erreur est notée, rien n’est perdu.",
    "Recommencer dans quelques minutes.",
)
BUSY = Kind(
    "api-site-occupe",
    "La base de données du site n’a pas répondu à temps.",
    "Recommencer dans une minute.",
)
STORE_DAMAGED = Kind(
    "api-fichiers-abimes",
    "Des fichiers que le site garde pour cette réponse manquent, ou sont abîmés : c’est noté dans son journal.",
    "Prévenir la personne qui tient le site si cela dure ; les autres adresses répondent.",
)
TITLES = {
    HTTPStatus.BAD_REQUEST: "Demande illisible",
    HTTPStatus.NOT_FOUND: "Introuvable",
    HTTPStatus.METHOD_NOT_ALLOWED: "Lecture seule",
    HTTPStatus.GONE: "Retiré",
    HTTPStatus.UNPROCESSABLE_ENTITY: "Paramètre refusé",
    HTTPStatus.TOO_MANY_REQUESTS: "Trop de demandes",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Erreur du site",
    HTTPStatus.SERVICE_UNAVAILABLE: "Service indisponible",
}
EXPECTED = {
    "int_parsing": "un nombre entier",
    "int_parsing_size": "un nombre entier plus court",
    "float_parsing": "un nombre",
    "bool_parsing": "true ou false",
    "missing": "une valeur",
    "greater_than_equal": "un nombre d’au moins {ge}",
    "less_than_equal": "un nombre d’au plus {le}",
    "string_too_long": "un texte d’au plus {max_length} caractères",
    "string_too_short": "un texte d’au moins {min_length} caractères",
    "string_pattern_mismatch": "{pattern}",
    "enum": "l’une des valeurs {expected}",
    "literal_error": "l’une des valeurs {expected}",
}
"""What pydantic finds wrong -> what to write instead."""


def is_of_request(code: str) -> bool:
    """Whether whoever asks can mend it; the other problems are the site's own."""
    return code.startswith("api-") or code in {UNIT_UNKNOWN.code, BAD_BOX.code}


class Absent(Refused):
    """What a path names does not exist, or is not public."""


class Withdrawn(Refused):
    """What a path names was public and is not any more."""


def refusal(status: HTTPStatus, problems: Sequence[Problem], **headers: str) -> HttpResponse:
    """The answer that says every problem; the first one stands at the top too."""
    first = problems[0]
    told = {
        "type": f"/api/#{first.code}",
        "title": TITLES[status],
        "status": status.value,
        "detail": f"{first.message} {first.cure}",
        **_said(first),
        "problemes": [_said(one) for one in problems],
    }
    content = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    return HttpResponse(content, status=status, content_type=MEDIA, headers={"Cache-Control": "no-store", **headers})


def _said(problem: Problem) -> dict[str, str]:
    return {"code": problem.code, "message": problem.message, "cure": problem.cure}


def of_values(errors: Sequence[Mapping[str, Any]], given: Mapping[str, Any]) -> list[Problem]:
    """What django-ninja found wrong in the values of an address; `given` are those values, by name."""
    return [_of_value(one, str(given.get(one["loc"][-1], ""))) for one in errors]


def _of_value(error: Mapping[str, Any], given: str) -> Problem:
    context = {key: _spelled(value) for key, value in error.get("ctx", {}).items()}
    expected = EXPECTED.get(error["type"], "une valeur de la forme que donne /api/").format(**context)
    return VALUE_REFUSED(name=error["loc"][-1], value=legible(given, 60), expected=expected)


def _spelled(value: object) -> str:
    """The words of a form; `'lue' or 'attendue'` as French writes it."""
    text = str(value)
    return WORDS.get(text) or re.sub(r"'([^']*)'", r"« \1 »", text).replace(" or ", " ou ")
