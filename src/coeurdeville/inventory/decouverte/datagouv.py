"""What is asked of data.gouv.fr: organisations by name, datasets of an organisation or of a ground.

The interface is that of udata: `/api/1/organizations/` (`q`), `/api/1/datasets/` (`organization`, `geozone`), both
paged by `page` and `page_size`. Only what is needed is taken: no member, no owner, no contact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coeurdeville.inventory.decouverte.jeu import Jeu, day_of, formats_of, licence_of
from coeurdeville.inventory.decouverte.pages import every, require_text
from coeurdeville.net.net import Net

HOST = "www.data.gouv.fr"
API = f"https://{HOST}/api/1"
ORGANISATIONS, DATASETS = f"{API}/organizations/", f"{API}/datasets/"
WITHDRAWN = ("private", "archived", "deleted")
"""Fields that say a dataset is not public any more, or not yet."""


@dataclass(frozen=True)
class Organisation:
    """Who publishes on data.gouv.fr."""

    id: str
    nom: str
    siren: str
    """First nine figures of its business number; empty when it gives none."""
    slug: str = ""
    """How its address names it, when that is not by its identifier."""


@dataclass(frozen=True)
class Publies:
    """The datasets of a list, and those that are in it without being public."""

    jeux: tuple[Jeu, ...]
    retires: tuple[str, ...]
    """Titles of datasets that are private, archived or deleted."""


def organisations_named(net: Net, name: str) -> tuple[Organisation, ...]:
    """Every organisation that a search for this name gives, deleted ones apart."""
    found = every(net, ORGANISATIONS, {"q": name}, _organisation)
    return tuple(
        Organisation(one["id"], one["name"], _siren(one.get("business_number_id")), one.get("slug", ""))
        for one in found
        if not one.get("deleted")
    )


def datasets_of(net: Net, organisation: Organisation) -> Publies:
    """Every dataset of an organisation."""
    return _publies(every(net, DATASETS, {"organization": organisation.id}, _dataset))


def datasets_on(net: Net, zone: str) -> Publies:
    """Every dataset tied to a ground, `fr:commune:02691` or `fr:epci:200071892`, whoever publishes it."""
    return _publies(every(net, DATASETS, {"geozone": zone}, _dataset))


def _publies(found: list[dict[str, Any]]) -> Publies:
    out = [one for one in found if any(one.get(field) for field in WITHDRAWN)]
    return Publies(tuple(_jeu(one) for one in found if one not in out), tuple(one["title"] for one in out))


def _jeu(one: Mapping[str, Any]) -> Jeu:
    written = str(one.get("license") or "")
    licence = licence_of(written)
    resources = one["resources"]
    return Jeu(
        id=one["id"],
        titre=" ".join(one["title"].split()),
        organisme=one.get("organization", ""),
        adresse=one.get("page") or f"https://{HOST}/datasets/{one['id']}/",
        licence=licence,
        licence_ecrite="" if licence.open else written,
        maj=day_of(one.get("last_update")),
        formats=formats_of(resource.get("format") for resource in resources),
        mots=tuple(one["tags"]),
        schemas=tuple(dict.fromkeys(resource["schema"] for resource in resources if resource.get("schema"))),
    )


def _organisation(told: Mapping[str, Any]) -> dict[str, Any]:
    require_text(told, "id", "name", host=HOST)
    return _kept(told, "id", "name", "slug", "business_number_id", "deleted")


def _dataset(told: Mapping[str, Any]) -> dict[str, Any]:
    require_text(told, "id", "title", host=HOST)
    kept = _kept(told, "id", "title", "page", "license", *WITHDRAWN)
    kept["last_update"] = told.get("last_update") or told.get("last_modified")
    kept["tags"] = [one for one in told.get("tags") or () if isinstance(one, str)]
    kept["organization"] = _name(told.get("organization"))
    kept["resources"] = [_resource(one) for one in told.get("resources") or () if isinstance(one, Mapping)]
    return kept


def _resource(told: Mapping[str, Any]) -> dict[str, Any]:
    return {**_kept(told, "format"), **({"schema": name} if (name := _name(told.get("schema"))) else {})}


def _name(told: object) -> str:
    """The name of an object that is given whole or, once taken, by its name alone."""
    return str(told.get("name") or "") if isinstance(told, Mapping) else str(told or "")


def _kept(told: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: told[name] for name in names if told.get(name) not in (None, "")}


def _siren(number: object) -> str:
    figures = "".join(one for one in str(number or "") if one.isdigit())
    return figures[:9] if len(figures) in (9, 14) else ""
