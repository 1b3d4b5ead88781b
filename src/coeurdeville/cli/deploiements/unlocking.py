"""One set of data told in a terminal: what, by whom, for whom, and whether there is better."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.core.french import agree, listing, plural, spaced
from coeurdeville.deployability.unlocking.best_sets import Unlocking
from coeurdeville.deployability.unlocking.words import of_equals, of_gain, of_gap, of_ways
from coeurdeville.deployability.words import named
from coeurdeville.services.contract.described import Described


def details(one: Unlocking) -> Iterator[tuple[str, str]]:
    """Label and text, in the order in which they are read."""
    yield "données", listing([named(layer) for layer in one.layers])
    yield "débloque", spaced(f"{' ; '.join(of_gain(one))} (un par service et par commune)")
    yield "", spaced(f"dans {plural(one.towns, 'commune')}, {plural(one.inhabitants, 'habitant')} ; "
                     f"{plural(one.served, 'habitant')} si chacun compte une fois par service gagné")  # fmt: skip
    for rank, service in enumerate(one.services):
        sort = " (décrit)" if isinstance(service, Described) else ""
        yield "" if rank else "services", f"{service.title}{sort} [{service.slug}]"
    for rank, text in enumerate(of_ways(one)):
        yield "" if rank else "par qui", text
    if one.unread:
        layers = listing([named(layer) for layer in one.unread])
        code = agree(len(one.unread), "ce lecteur", "ces lecteurs")
        yield "à savoir", spaced(f"aucun code ne lit encore {layers} : il faut aussi écrire {code}")
    yield "optimum", of_gap(one)
    if equals := of_equals(one):
        yield "ex æquo", spaced(equals)
