"""Which table schema a JSON file holds: itself, the one of a package of one table; or why it holds none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coeurdeville.core.french import quoted
from coeurdeville.core.problems import Kind, Refused

SCHEMA_UNREADABLE = Kind(
    "schema-illisible",
    "« {name} » n’est pas un schéma de table lisible : {why}.",
    "Vérifier le fichier : un schéma est un objet JSON qui a une liste « fields ».",
)
SEVERAL_TABLES = Kind(
    "schema-de-plusieurs-tables",
    "« {name} » décrit {number} tables : {tables}.",
    "Indiquer le schéma de l’une d’elles.",
)
ELSEWHERE = Kind(
    "schema-ailleurs",
    "« {name} » décrit une table dont le schéma est dans un autre fichier : « {there} ».",
    "Indiquer ce fichier.",
)
_JSON_SCHEMA = ("properties", "definitions", "$defs", "allOf", "oneOf", "anyOf")


def table_of(content: Any, name: str) -> Mapping[str, Any]:
    """The descriptor of the one table that JSON content describes; it has a list of fields.

    Raises
    ------
    Refused
        `schema-illisible`, `schema-de-plusieurs-tables` or `schema-ailleurs`.
    """
    if not isinstance(content, Mapping):
        raise Refused([SCHEMA_UNREADABLE(name=name, why="ce n’est pas un objet JSON")])
    if isinstance(content.get("fields"), list):
        return content
    tables = _tables(content)
    if len(tables) > 1:
        said = quoted([_called(one) for one in tables], 20)
        raise Refused([SEVERAL_TABLES(name=name, tables=said, number=len(tables))])
    if not tables:
        raise Refused([SCHEMA_UNREADABLE(name=name, why=_why(content))])
    return _alone(tables[0], name)


def _alone(resource: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    described = resource["schema"]
    if isinstance(described, str):
        raise Refused([ELSEWHERE(name=name, there=described)])
    if not isinstance(described.get("fields"), list):
        raise Refused([SCHEMA_UNREADABLE(name=name, why="le schéma de sa table n’a pas de liste « fields »")])
    return {"name": str(resource.get("name") or ""), **described}


def _tables(content: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The resources that have a schema."""
    resources = content.get("resources")
    return [
        one
        for one in (resources if isinstance(resources, list) else ())
        if isinstance(one, Mapping) and isinstance(one.get("schema"), str | Mapping)
    ]


def _called(resource: Mapping[str, Any]) -> str:
    described = resource["schema"]
    return described if isinstance(described, str) else str(resource.get("name") or resource.get("path") or "")


def _why(content: Mapping[str, Any]) -> str:
    if any(key in content for key in _JSON_SCHEMA):
        return "c’est un schéma JSON (JSON Schema), qui décrit des objets et non une table"
    return "« fields » n’est pas une liste" if "fields" in content else "il n’a pas de liste « fields »"
