"""Texts, with the formats that some must have."""

from __future__ import annotations

import base64
import re
import uuid
from typing import TYPE_CHECKING, Any

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import MEASURED, Exact, FieldType, Quick

if TYPE_CHECKING:
    import polars as pl

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LOCAL = re.compile(r"[-\w!#$%&'*+/=?^`{}|~]+(\.[-\w!#$%&'*+/=?^`{}|~]+)*|\"[^\"\s]*\"")
_LABEL = r"[^\W_](?:[^\W_]|-){0,61}[^\W_]|[^\W_]"
_DOMAIN = re.compile(rf"(?:(?:{_LABEL})\.)+(?!\d+$)(?:{_LABEL})")


def _uri(text: str) -> Any:
    """An address with its scheme; accents are let pass, as browsers do."""
    return text if _SCHEME.match(text) else None


def _email(text: str) -> Any:
    local, found, domain = text.rpartition("@")
    right = bool(found) and len(local) <= 64 and len(domain) <= 253
    return text if right and _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain) else None


def _uuid(text: str) -> Any:
    """With or without hyphens and braces."""
    try:
        uuid.UUID(text)
    except ValueError:
        return None
    return text


def _binary(text: str) -> Any:
    try:
        base64.b64decode(text)
    except ValueError:
        return None
    return text


def _wkt(text: str) -> Any:
    import shapely

    try:
        shapely.from_wkt(text)
    except shapely.errors.ShapelyError:
        return None
    return text


def _any(text: str) -> Any:
    return text


_FORMATS: dict[str, Exact] = {"uri": _uri, "email": _email, "uuid": _uuid, "binary": _binary, "wkt": _wkt}


def _exact(field: Field) -> Exact:
    return _FORMATS.get(field.format, _any)


def _quick(field: Field) -> Quick | None:
    return None if field.format in _FORMATS else _as_is


def _as_is(texts: pl.Series) -> pl.Series:
    return texts


string = FieldType(
    "string",
    "un texte",
    MEASURED | {"pattern"},
    _exact,
    _quick,
    formats=frozenset({"default", *_FORMATS}),
)
