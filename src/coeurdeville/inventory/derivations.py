"""Which entry is drawn from which: names that lead nowhere, and data that would be drawn from themselves."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee

SOURCE_UNKNOWN = Kind(
    "derivation-inconnue",
    "Donnée « {id} » : elle est dite tirée de « {source} », que l’inventaire n’a pas.{nearest}",
    "Corriger « derive_de », ou ajouter à l’inventaire la donnée dont elle est tirée.",
    Level.WARNING,
)
LOOP = Kind(
    "derivation-circulaire",
    "Des données sont tirées les unes des autres en boucle : {loop}.",
    "Retirer de « derive_de » celle de ces données qui n’est pas tirée de la suivante.",
    Level.WARNING,
)


def check_derivations(donnees: Sequence[Donnee]) -> Iterator[Problem]:
    """Sources that are no entry, with the nearest; loops, each named once."""
    graph = _graph(donnees)
    for donnee in donnees:
        for source in dict.fromkeys(donnee.derive_de):
            if source not in graph:
                near = get_close_matches(source, graph, n=1)
                nearest = f" La plus proche est « {near[0]} »." if near else ""
                yield SOURCE_UNKNOWN(id=donnee.appellation, source=source, nearest=nearest)
    for loop in loops(graph):
        yield LOOP(loop=" ← ".join((*loop, loop[0])))


def _graph(donnees: Sequence[Donnee]) -> dict[str, tuple[str, ...]]:
    """Identifier -> all that entries of this name are drawn from, when it is given to several."""
    graph: dict[str, tuple[str, ...]] = {}
    for donnee in donnees:
        if donnee.id:
            graph[donnee.id] = (*graph.get(donnee.id, ()), *donnee.derive_de)
    return graph


def loops(graph: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Loops of a graph, node -> where it leads: a loop is named once, by its first node in the order of the graph.

    Each link that is part of a loop is in one of those named, the shortest through it; the number of loops stays
    under that of links, where that of all loops has no bound.
    """
    rank = {node: place for place, node in enumerate(graph)}
    found: dict[tuple[str, ...], None] = {}
    for node, sources in graph.items():
        for source in sources:
            way = _way(graph, source, node)
            if way:
                first = min(range(len(way)), key=lambda place: rank[way[place]])
                found[(*way[first:], *way[:first])] = None
    return list(found)


def _way(graph: Mapping[str, Sequence[str]], start: str, end: str) -> tuple[str, ...]:
    """A shortest way from one node to another, both in it; empty when there is none."""
    came: dict[str, str] = {start: ""}
    waiting = deque([start] if start in graph else [])
    while waiting:
        node = waiting.popleft()
        if node == end:
            way = [node]
            while way[-1] != start:
                way.append(came[way[-1]])
            return tuple(reversed(way))
        for following in graph[node]:
            if following in graph and following not in came:
                came[following] = node
                waiting.append(following)
    return ()
