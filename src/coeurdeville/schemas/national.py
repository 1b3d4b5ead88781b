"""Schemas of schema.data.gouv.fr: found in its catalogue, taken at one version, which is said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coeurdeville.core.french import day
from coeurdeville.core.problems import Kind, Level, Refused
from coeurdeville.core.registry import pick
from coeurdeville.net.net import Net
from coeurdeville.schemas.descriptor import ReadSchema, read_schema

CATALOGUE = "https://schema.data.gouv.fr/schemas/schemas.json"
TABLE = "tableschema"
UNEXPECTED = Kind(
    "catalogue-des-schemas-inattendu",
    "Le catalogue de schema.data.gouv.fr n’est plus dans la forme documentée.",
    "Télécharger le schéma à la main et donner le chemin de son schema.json ; signaler le changement au projet.",
)
NOT_A_TABLE = Kind(
    "schema-pas-de-table",
    "Le schéma national « {name} » n’est pas un schéma de table (type « {kind} »).",
    "Suivre la documentation de ce schéma : https://schema.data.gouv.fr/{name}/.",
)
PINNED = Kind(
    "schema-national-version",
    "Le schéma national « {name} » est utilisé dans sa version {version}, telle qu’elle était le {day}.",
    "Pour refaire le même travail plus tard, écrire « {name}@{version} ».",
    Level.NOTE,
)


@dataclass(frozen=True)
class Entry:
    """One schema of the national catalogue."""

    name: str
    """`owner/name`."""
    title: str
    kind: str
    """`tableschema`, `jsonschema`, `datapackage` or `other`."""
    versions: Mapping[str, str]
    """Version -> address of its descriptor."""

    @property
    def latest(self) -> str:
        """The version of the highest numbers; empty when the catalogue gives none."""
        return max(self.versions, key=_numbers, default="")


def national_entries(net: Net) -> dict[str, Entry]:
    """Name -> entry of the national catalogue.

    Raises
    ------
    Refused
        `catalogue-des-schemas-inattendu`, or why no answer came.
    """
    entries = (_entry(one) for one in net.json(CATALOGUE, take=_kept))
    return {one.name: one for one in entries}


def national_schema(name: str, net: Net) -> ReadSchema:
    """The schema `owner/name[@version]`, its version said among its problems; the latest when none is named.

    Raises
    ------
    Refused
        `nom-inconnu` for the name or the version, `schema-pas-de-table`, `schema-illisible`, or why no answer came.
    """
    wanted, _, version = name.partition("@")
    entry = pick(wanted, national_entries(net), "Le schéma national")
    if entry.kind != TABLE:
        raise Refused([NOT_A_TABLE(name=entry.name, kind=entry.kind)])
    version = version.removeprefix("v") or entry.latest
    address = pick(version, dict(entry.versions), f"La version de « {entry.name} »")
    found = read_schema(net.json(address, take=_without_persons), entry.name)
    said = PINNED(name=entry.name, version=version, day=day(net.answers[-1].when.date()))
    return ReadSchema(found.schema, (said, *found.problems))


def _kept(content: Any) -> list[dict[str, Any]]:
    """What is used of the catalogue: neither contacts nor examples."""
    try:
        return [
            {
                "name": str(one["name"]),
                "title": str(one.get("title") or ""),
                "schema_type": str(one["schema_type"]),
                "versions": [
                    {"version_name": str(each["version_name"]), "schema_url": str(each["schema_url"])}
                    for each in one["versions"]
                ],
            }
            for one in (content["schemas"] if isinstance(content, Mapping) else content)
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise Refused([UNEXPECTED()]) from error


def _entry(one: Mapping[str, Any]) -> Entry:
    versions = {each["version_name"].removeprefix("v"): each["schema_url"] for each in one["versions"]}
    return Entry(one["name"], one["title"], one["schema_type"], versions)


def _without_persons(content: Any) -> Any:
    if not isinstance(content, Mapping):
        return content
    return {key: value for key, value in content.items() if key not in ("contributors", "authors")}


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))
