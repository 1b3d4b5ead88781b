"""A catalogue written in JSON-LD or in RDF/XML, as nodes whose properties are read by their last word.

Catalogues write the same property in full (`http://purl.org/dc/terms/title`), shortened (`dct:title`) or bare
(`title`): only the last word is kept, which is enough for what is read of DCAT.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from xml.etree import ElementTree

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


@dataclass(frozen=True)
class Ref:
    """A value that is a node, or an address outside the catalogue."""

    id: str


@dataclass
class Node:
    """What a catalogue says of one thing."""

    types: set[str] = field(default_factory=set)
    """Last words: `Dataset`, `Distribution`, `Catalog`."""
    values: dict[str, list[str | Ref]] = field(default_factory=dict)
    """Last word of a property -> its values, in order."""

    def add(self, name: str, value: str | Ref) -> None:
        """One more value of a property."""
        self.values.setdefault(name, []).append(value)


Graph = dict[str, Node]


def last_word(name: str) -> str:
    """`title` of `http://purl.org/dc/terms/title`, `dct:title` or `title`."""
    return re.split(r"[/#:}]", name.rstrip("/#"))[-1]


def from_jsonld(content: Any) -> Graph:
    """The nodes of a JSON-LD document, nested or flat."""
    graph: Graph = {}
    _json_node(content, graph, count(1))
    return graph


def _json_node(told: Any, graph: Graph, blank: Iterator[int]) -> Ref | None:
    """The node that an object is; lists are read one by one. None when it is no object."""
    if isinstance(told, list):
        for one in told:
            _json_node(one, graph, blank)
    if not isinstance(told, Mapping):
        return None
    for one in told.get("@graph", ()):
        _json_node(one, graph, blank)
    name = str(told.get("@id") or f"_:anonyme-{next(blank)}")
    node = graph.setdefault(name, Node())
    node.types |= {last_word(str(one)) for one in _each(told.get("@type"))}
    for key, value in told.items():
        if not key.startswith("@"):
            for one in _each(value):
                if (read := _json_value(one, graph, blank)) is not None:
                    node.add(last_word(key), read)
    return Ref(name)


def _json_value(told: Any, graph: Graph, blank: Iterator[int]) -> str | Ref | None:
    if isinstance(told, Mapping):
        return str(told["@value"]) if "@value" in told else _json_node(told, graph, blank)
    return None if told is None else str(told)


def _each(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def from_rdfxml(root: ElementTree.Element) -> Graph:
    """The nodes of every `rdf:RDF` of a document, which may stand within an answer of a catalogue service."""
    graph: Graph = {}
    blank = count(1)
    for tree in [root] if root.tag == f"{RDF}RDF" else root.iter(f"{RDF}RDF"):
        for element in tree:
            _xml_node(element, graph, blank)
    return graph


def _xml_node(element: ElementTree.Element, graph: Graph, blank: Iterator[int]) -> Ref:
    """The node that an element is, whose name is its type and whose children are its properties."""
    name = element.get(f"{RDF}about") or element.get(f"{RDF}nodeID") or f"_:anonyme-{next(blank)}"
    node = graph.setdefault(name, Node())
    if element.tag != f"{RDF}Description":
        node.types.add(last_word(element.tag))
    _xml_properties(element, node, graph, blank)
    return Ref(name)


def _xml_properties(element: ElementTree.Element, node: Node, graph: Graph, blank: Iterator[int]) -> None:
    for child in element:
        name = last_word(child.tag)
        pointed = child.get(f"{RDF}resource") or child.get(f"{RDF}nodeID")
        if child.tag == f"{RDF}type" and pointed:
            node.types.add(last_word(pointed))
        elif pointed:
            node.add(name, Ref(pointed))
        elif child.get(f"{RDF}parseType") == "Resource":
            inner = f"_:anonyme-{next(blank)}"
            _xml_properties(child, graph.setdefault(inner, Node()), graph, blank)
            node.add(name, Ref(inner))
        elif len(child):
            for one in child:
                node.add(name, _xml_node(one, graph, blank))
        elif text := (child.text or "").strip():
            node.add(name, text)
