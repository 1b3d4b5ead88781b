"""The datasets of a DCAT catalogue, out of its nodes; contacts and persons are not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coeurdeville.inventory.decouverte.graphe import Graph, Node, Ref
from coeurdeville.inventory.decouverte.jeu import Jeu, day_of, formats_of, licence_of

FORMATS = ("format", "mediaType")
LICENCES = ("license", "rights")
KEYWORDS = ("keyword", "theme")
NAMES = ("name", "prefLabel", "label", "title")
"""Properties that name a thing, the likeliest first."""
SCHEMA = re.compile(r"schema\.data\.gouv\.fr/schemas/([^/]+/[^/]+)")


def datasets_in(graph: Graph) -> tuple[Jeu, ...]:
    """Every node that is a dataset, in the order of the catalogue; one without title bears its identifier."""
    return tuple(_jeu(name, node, graph) for name, node in graph.items() if "Dataset" in node.types)


def announced(graph: Graph) -> int | None:
    """How many datasets the whole catalogue says that it has; None when it does not say."""
    totals = [one for node in graph.values() for one in node.values.get("totalItems", ()) if isinstance(one, str)]
    return max((int(one) for one in totals if one.isdigit()), default=None)


def _jeu(name: str, node: Node, graph: Graph) -> Jeu:
    parts = [graph[one.id] for one in node.values.get("distribution", ()) if isinstance(one, Ref) and one.id in graph]
    written = _licence(node, parts, graph)
    licence = licence_of(written)
    return Jeu(
        id=_text(node, "identifier", graph) or name,
        titre=" ".join((_text(node, "title", graph) or name).split()),
        organisme=next((one for one in _texts(node, "publisher", graph) if not _is_address(one)), ""),
        adresse=_address(name, node),
        licence=licence,
        licence_ecrite="" if licence.open else written,
        maj=day_of(_text(node, "modified", graph)),
        formats=formats_of(_first(part, FORMATS, graph) for part in parts),
        mots=tuple(
            dict.fromkeys(one for name in KEYWORDS for one in _texts(node, name, graph) if not _is_address(one))
        ),
        schemas=tuple(dict.fromkeys(_schema(one) for part in parts for one in _texts(part, "conformsTo", graph))),
    )


def _address(name: str, node: Node) -> str:
    """Its landing page, else the address that names it, else nothing."""
    said = [one.id if isinstance(one, Ref) else one for one in node.values.get("landingPage", ())]
    return next((one for one in (*said, name) if _is_address(one)), "")


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://"))


def _schema(text: str) -> str:
    """`owner/name` of an address of schema.data.gouv.fr, else what is written."""
    found = SCHEMA.search(text)
    return found[1] if found else text


def _licence(node: Node, parts: list[Node], graph: Graph) -> str:
    """What is recognised among all that is written of its licence, else the first that is."""
    said = [text for one in (node, *parts) for name in LICENCES for text in _texts(one, name, graph)]
    return next((text for text in said if licence_of(text).open), next(iter(said), ""))


def _first(node: Node, names: tuple[str, ...], graph: Graph) -> str:
    return next((text for name in names if (text := _text(node, name, graph))), "")


def _text(node: Node, name: str, graph: Graph) -> str:
    return next(_texts(node, name, graph), "")


def _texts(node: Node, name: str, graph: Graph) -> Iterator[str]:
    """The values of a property as texts; a node gives its names, else its address."""
    for one in node.values.get(name, ()):
        if isinstance(one, str):
            yield one
        elif names := _names(graph.get(one.id, Node())):
            yield from names
        elif not one.id.startswith("_:"):
            yield one.id


def _names(node: Node) -> list[str]:
    said = ([text for text in node.values.get(name, ()) if isinstance(text, str)] for name in NAMES)
    return next((texts for texts in said if texts), [])
