"""A catalogue given as a file: DCAT in JSON-LD or RDF/XML, or CKAN."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.inventory.decouverte import ckan, dcat
from coeurdeville.inventory.decouverte.graphe import Graph, from_jsonld, from_rdfxml
from coeurdeville.inventory.decouverte.jeu import Jeu
from coeurdeville.readers.encoding import to_utf8

UNREADABLE = Kind(
    "catalogue-illisible",
    "« {name} » n’est pas un catalogue lisible : {why}.",
    "Le télécharger de nouveau, en DCAT (JSON-LD ou RDF/XML) ou en CKAN (package_search).",
)
PARTIAL = Kind(
    "catalogue-partiel",
    "« {name} » annonce {total} et n’en contient que {given} : il manque des pages.",
    "Télécharger les autres pages et les donner une à une.",
    Level.WARNING,
)
WITHDRAWN = Kind(
    "catalogue-jeux-retires",
    "« {name} » contient des jeux de données privés ou inactifs ; rien n’en est pris.",
    "Demander à qui tient le catalogue pourquoi, si l’un d’eux manque.",
    Level.NOTE,
)
MATCHED = "numberOfRecordsMatched"
"""How an answer of a catalogue service says how many records there are in all."""


@dataclass(frozen=True)
class Catalogue:
    """The datasets of a file, and what is to be said of it."""

    jeux: tuple[Jeu, ...]
    problems: tuple[Problem, ...] = ()


def read_catalogue(path: Path) -> Catalogue:
    """The datasets of a catalogue.

    Raises
    ------
    Refused
        `catalogue-illisible` for HTML, a text that is cut, or a form without any dataset.
    """
    data = to_utf8(path.read_bytes(), path.name).data
    start = data.lstrip()[:1]
    if start in (b"{", b"["):
        return _json(data, path.name)
    if start == b"<":
        return _xml(data, path.name)
    raise Refused([UNREADABLE(name=path.name, why="ce n’est ni du JSON ni du XML")])


def _json(data: bytes, name: str) -> Catalogue:
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Refused([UNREADABLE(name=name, why="son JSON s’arrête avant la fin ou est mal écrit")]) from error
    packages = ckan.packages_of(content)
    if packages is None:
        return _graph(from_jsonld(content), name, None)
    out = [one for one in packages if ckan.is_withdrawn(one)]
    jeux = tuple(ckan.dataset_of(one) for one in packages if one not in out)
    said = [WITHDRAWN(name=name, examples=[ckan.dataset_of(one).titre for one in out])] if out else []
    return Catalogue(jeux, (*said, *_partial(name, ckan.announced(content), len(packages))))


def _xml(data: bytes, name: str) -> Catalogue:
    if b"<!DOCTYPE" in data[:2000] or b"<!ENTITY" in data:
        raise Refused([UNREADABLE(name=name, why="c’est une page HTML, ou un XML qui définit des entités")])
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise Refused([UNREADABLE(name=name, why="son XML s’arrête avant la fin ou est mal écrit")]) from error
    matched = next((one.get(MATCHED) for one in root.iter() if one.get(MATCHED)), None)
    return _graph(from_rdfxml(root), name, int(matched) if matched and matched.isdigit() else None)


def _graph(graph: Graph, name: str, total: int | None) -> Catalogue:
    jeux = dcat.datasets_in(graph)
    if not jeux:
        raise Refused([UNREADABLE(name=name, why="aucun jeu de données DCAT n’y est décrit")])
    totals = [one for one in (total, dcat.announced(graph)) if one is not None]
    return Catalogue(jeux, _partial(name, max(totals, default=None), len(jeux)))


def _partial(name: str, total: int | None, given: int) -> tuple[Problem, ...]:
    if total is None or total <= given:
        return ()
    return (PARTIAL(name=name, total=plural(total, "jeu de données", "jeux de données"), given=given),)
