"""The datasets of a CKAN catalogue: the answer of `package_search`, or of `package_show`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coeurdeville.inventory.decouverte.jeu import Jeu, day_of, formats_of, licence_of

LICENCES = ("license_id", "license_title", "license_url")


def packages_of(content: Any) -> list[Mapping[str, Any]] | None:
    """The packages of an answer; None when it is not one of CKAN."""
    result = content.get("result") if isinstance(content, Mapping) else None
    if isinstance(result, Mapping):
        result = result.get("results", [result])
    if not isinstance(result, list):
        return None
    packages = [one for one in result if isinstance(one, Mapping) and "resources" in one]
    return packages if len(packages) == len(result) else None


def announced(content: Any) -> int | None:
    """How many packages the whole catalogue says that it has; None when it does not say."""
    result = content.get("result")
    count = result.get("count") if isinstance(result, Mapping) else None
    return count if isinstance(count, int) else None


def is_withdrawn(package: Mapping[str, Any]) -> bool:
    """Whether it is private, or not active."""
    return package.get("private") is True or str(package.get("state", "active")).lower() != "active"


def dataset_of(package: Mapping[str, Any]) -> Jeu:
    """A package as a dataset; one without title bears its name."""
    said = [str(package[name]) for name in LICENCES if package.get(name)]
    licence = next((one for one in map(licence_of, said) if one.open), licence_of(""))
    resources = [one for one in package["resources"] if isinstance(one, Mapping)]
    address = str(package.get("url") or "")
    return Jeu(
        id=str(package.get("id") or package.get("name") or ""),
        titre=" ".join(str(package.get("title") or package.get("name") or "sans titre").split()),
        organisme=_named(package.get("organization"), "title", "name"),
        adresse=address if address.startswith(("https://", "http://")) else "",
        licence=licence,
        licence_ecrite="" if licence.open else next(iter(said), ""),
        maj=day_of(package.get("metadata_modified")),
        formats=formats_of(one.get("format") for one in resources),
        mots=tuple(text for one in package.get("tags") or () if (text := _named(one, "display_name", "name"))),
        schemas=tuple(str(one["schema"]) for one in resources if isinstance(one.get("schema"), str)),
    )


def _named(told: object, *names: str) -> str:
    if not isinstance(told, Mapping):
        return told if isinstance(told, str) else ""
    return next((str(told[name]) for name in names if told.get(name)), "")
