"""`datapackage.json`: the descriptor of a Data Package, version 1, with the schema inside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coeurdeville.catalogue.dataset import Dataset
from coeurdeville.catalogue.json_text import json_text
from coeurdeville.catalogue.licence_terms import terms_of
from coeurdeville.catalogue.resource import CSV, Resource
from coeurdeville.schemas.model import TableSchema


def datapackage(dataset: Dataset, schema: TableSchema, resources: Sequence[Resource]) -> str:
    """What a program needs to read the files and to check them; dates are those of the dataset, not of the writing."""
    terms = terms_of(dataset.licence)
    return json_text(
        {
            "profile": "data-package",
            "name": dataset.id,
            "title": dataset.title,
            "description": dataset.description,
            "homepage": dataset.page,
            "created": f"{dataset.modified.isoformat()}T00:00:00Z",
            "keywords": list(dataset.keywords),
            "licenses": [{"name": terms.spdx, "title": dataset.licence.title, "path": terms.address}],
            "contributors": _contributors(dataset),
            "sources": _sources(dataset),
            "resources": [_resource(dataset, schema, one) for one in resources],
        }
    )


def _contributors(dataset: Dataset) -> list[dict[str, str]]:
    contact = dataset.contact
    return [
        {"title": dataset.producer.name, "role": "author"},
        {"title": dataset.publisher.name, "role": "publisher"},
        {"title": contact.role, "role": "maintainer", "email" if contact.is_email else "path": contact.address},
    ]


def _sources(dataset: Dataset) -> list[dict[str, str]]:
    """The producer's own survey when nothing else was used."""
    found = [{"title": one.cite()} | ({"path": one.page} if one.page else {}) for one in dataset.sources]
    return found or [{"title": dataset.producer.name, "path": dataset.page}]


def _resource(dataset: Dataset, schema: TableSchema, resource: Resource) -> dict[str, Any]:
    described = {
        "name": resource.name,
        "title": f"{dataset.title} ({resource.format.title})",
        "path": resource.name,
        "format": resource.format.extension,
        "mediatype": resource.format.media_type,
        "encoding": "utf-8",
        "bytes": resource.size,
        "hash": f"sha256:{resource.sha256}",
    }
    return described | (_tabular(dataset, schema) if resource.format is CSV else {"profile": "data-resource"})


def _tabular(dataset: Dataset, schema: TableSchema) -> dict[str, Any]:
    """How the cells are cut and what they are; `conformsTo` is the address of the schema whose copy follows."""
    address = {"conformsTo": dataset.schema.address} if dataset.schema.address else {}
    dialect = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}
    return {"profile": "tabular-data-resource", "dialect": dialect, **address, "schema": _schema(schema)}


def _schema(schema: TableSchema) -> dict[str, Any]:
    """The descriptor, without its foreign keys when one leads to a table that is not in the package."""
    alone = not any(key.resource for key in schema.foreign_keys)
    return {name: one for name, one in schema.descriptor.items() if alone or name != "foreignKeys"}
