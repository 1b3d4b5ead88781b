"""Datasets of a JSON-LD document: nodes are found by their type, properties by the last part of their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from coeurdeville.catalogue.exchange.access_rights import status_text
from coeurdeville.catalogue.exchange.json_reading import every_object
from coeurdeville.catalogue.exchange.rows import Row
from coeurdeville.catalogue.licence_terms import terms_of
from coeurdeville.catalogue.vocabularies import EU_FREQUENCIES
from coeurdeville.core.licences import LICENCES

Node = Mapping[str, Any]
_LANGUAGE = ("fr", None)


def datasets_in(document: Any) -> Iterator[Node]:
    """Each node of type Dataset, its references to other nodes of the document replaced by them."""
    nodes: dict[str, dict[str, Any]] = {}
    for one in every_object(document):
        name = one.get("@id")
        if isinstance(name, str) and len(one) > len(nodes.get(name, ())):
            nodes[name] = one
    seen = set[int]()
    for one in every_object(document):
        if "Dataset" in map(_last, _listed(one.get("@type"))) and id(one) not in seen:
            seen.add(id(one))
            yield {"@id": one.get("@id"), **{_last(key): _linked(value, nodes) for key, value in one.items()}}


def row_of(node: Node, place: str) -> Row:
    """A dataset as a row of cells; what has no cell is not read."""
    issued, modified = _text(node.get("issued"))[:10], _text(node.get("modified"))[:10]
    right, reason = status_text(_last(_reference(node.get("accessRights"))))
    holder = _first(node.get("rightsHolder"))
    period = _first(node.get("temporal"))
    noted = _text(_inside(node.get("provenance"), "date"))[:10]
    title, description = _text(node.get("title")), _text(node.get("description"))
    producer = _text(_inside(node.get("creator"), "name") or _inside(node.get("publisher"), "name"))
    named = _text(_inside(holder, "name"))
    cells = {
        "id": _text(node.get("identifier")),
        "titre": title,
        "description": description if description != title else "",
        "producteur": producer,
        "detenteur": named if named != producer else "",
        "siren": _text(_inside(holder, "identifier")),
        "mots_cles": ";".join(map(_text, _listed(node.get("keyword")))),
        "theme": "; ".join(filter(None, (_text(_inside(one, "prefLabel")) for one in _listed(node.get("theme"))))),
        "periode_debut": _text(_inside(period, "startDate"))[:10],
        "periode_fin": _text(_inside(period, "endDate"))[:10],
        "rythme": _frequency(_last(_reference(node.get("accrualPeriodicity")))),
        "licence": _licence(node),
        "adresse": _reference(node.get("landingPage")),
        "date_publ": issued,
        "date_maj": modified,
        "derive_de": "; ".join(
            filter(None, (_text(_inside(one, "identifier")) for one in _listed(node.get("source"))))
        ),
        "statut": right,
        "motif": reason,
        "date_statut": noted or modified or issued,
    }
    return Row(place, {key: text for key, value in cells.items() if (text := value.strip())})


def _frequency(code: str) -> str:
    return next((one.value for one, known in EU_FREQUENCIES.items() if known == code), code)


def _licence(node: Node) -> str:
    """The title of a licence that is known by its address; else what the document calls it."""
    for holder in (*_listed(node.get("distribution")), node):
        licence = _inside(holder, "license")
        address = _reference(licence).rstrip("/")
        known = [one.title for one in LICENCES.values() if one.open and terms_of(one).address.rstrip("/") == address]
        said = known[0] if known else _text(_inside(licence, "title")) or address
        if said:
            return said
    return ""


def _linked(value: Any, nodes: Mapping[str, Node]) -> Any:
    if isinstance(value, list):
        return [_linked(one, nodes) for one in value]
    if isinstance(value, dict) and set(value) == {"@id"} and isinstance(value["@id"], str):
        return nodes.get(value["@id"], value)
    return value


def _inside(value: Any, name: str) -> Any:
    one = _first(value)
    found = [each for key, each in one.items() if _last(key) == name] if isinstance(one, dict) else []
    return found[0] if found else None


def _reference(value: Any) -> str:
    one = _first(value)
    return str(one.get("@id") or one.get("@value") or "") if isinstance(one, dict) else str(one or "")


def _text(value: Any) -> str:
    """A text, in French when there are several languages."""
    texts = [one if isinstance(one, dict) else {"@value": one} for one in _listed(value)]
    ranked = sorted(texts, key=lambda one: one.get("@language") not in _LANGUAGE)
    return str(ranked[0].get("@value") or "") if ranked else ""


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else ([] if value is None else [value])


def _first(value: Any) -> Any:
    return next(iter(_listed(value)), None)


def _last(name: Any) -> str:
    """The last part of a name: `dcat:Dataset`, `http://www.w3.org/ns/dcat#Dataset` and `Dataset` are one."""
    return re.split(r"[:/#]", str(name or ""))[-1]
