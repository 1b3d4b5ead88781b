"""One set of data told in a terminal: what, by whom, for whom, and whether there is better."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.core.french import listing, plural, spaced
from coeurdeville.deployability.unlocking.best_sets import Unlocking
from coeurdeville.deployability.unlocking.words import of_gap, of_ways
from coeurdeville.deployability.words import named


def details(one: Unlocking) -> Iterator[tuple[str, str]]:
    """Label and text, in the order in which they are read."""
    yield "données", listing([named(layer) for layer in one.layers])
    where = f"{plural(one.towns, 'commune')}, {plural(one.inhabitants, 'habitant')}"
    yield "débloque", spaced(f"{plural(one.cells, 'service')} de plus en tout, dans {where}")
    yield "", spaced(f"{plural(one.served, 'habitant')} si chacun compte une fois par service gagné")
    for rank, service in enumerate(one.services):
        yield "" if rank else "services", f"{service.title} [{service.slug}]"
    for rank, text in enumerate(of_ways(one)):
        yield "" if rank else "par qui", text
    if one.unread:
        layers = listing([named(layer) for layer in one.unread])
        yield "à savoir", spaced(f"aucun code ne lit encore {layers} : il faut aussi l’écrire")
    yield "optimum", of_gap(one)
