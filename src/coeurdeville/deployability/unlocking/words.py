"""A set of data that unlocks services, in plain French."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import groupby

from coeurdeville.core.french import agree, listing, number, percent, plural, spaced
from coeurdeville.deployability.unlocking.best_sets import Unlocking
from coeurdeville.deployability.unlocking.holders import Act, Way
from coeurdeville.deployability.words import named

UNKNOWN = "détenteur à trouver"
MOST = 4
"""Ways that are told for a layer; there can be one by town."""
FEW = 8
"""Layers up to which those that change from one best set to another are named."""


def of_gain(one: Unlocking) -> Iterator[str]:
    """What would run, and what would only have its data: nothing computes a described service."""
    if one.computed:
        yield f"{plural(one.computed, 'service calculé')} de plus {agree(one.computed, 'tournerait', 'tourneraient')}"
    if one.described:
        yield (
            f"{plural(one.described, 'service décrit')} de plus "
            f"{agree(one.described, 'aurait ses données', 'auraient leurs données')}"
        )


def of_equals(one: Unlocking) -> str:
    """How many other sets do as well, and which layers change; empty when none does."""
    if one.as_good is None:
        return "d’autres ensembles peuvent faire aussi bien : ils n’ont pas tous été essayés" if one.exact else ""
    if not one.as_good:
        return ""
    said = f"{plural(one.as_good, 'autre ensemble')} de cette taille {agree(one.as_good, 'fait', 'font')} aussi bien"
    if len(one.varying) > FEW:
        return f"{said} ; {plural(len(one.varying), 'donnée')} changent de l’un à l’autre"
    return f"{said} ; de l’un à l’autre changent {listing([named(layer) for layer in one.varying])}"


def of_way(way: Way) -> str:
    """`à ouvrir : Syndicat d’eau (candidate à l’ouverture)`."""
    what = [way.what] if way.what else []
    what += ["couverture à vérifier"] if way.unsure and way.act is not Act.CHECK else []
    return spaced(f"{way.act.label} : {way.who or UNKNOWN}" + (f" ({', '.join(what)})" if what else ""))


def of_ways(one: Unlocking) -> Iterator[str]:
    """Who has to do what for each layer: the ways of most communes, and how many others there are."""
    for layer, those in groupby(one.holders, key=lambda held: held[0].layer):
        listed = list(those)
        for way, towns in listed[:MOST]:
            yield f"{named(layer)}, {of_way(way)}, {plural(towns, 'commune')}"
        if rest := listed[MOST:]:
            yield f"{named(layer)}, et {plural(len(rest), 'autre façon', 'autres façons')}"


def of_gap(one: Unlocking) -> str:
    """That none does better, or how far it can be from the best, never rounded down."""
    if one.exact:
        return "aucun ensemble de cette taille ne fait mieux"
    gap = percent(math.ceil(10 * one.gap) / 10, 1)
    return spaced(f"à {gap} près : aucun ensemble de cette taille ne passe {number(one.bound)}, celui-ci atteint "
                  f"{number(one.value)}")  # fmt: skip
