"""Communes that can have the same things: one forecast serves them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.provider import Doubt, Offer
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.verdict import Verdict
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.services.catalogue import AnyService


@dataclass(frozen=True)
class Alike:
    """Communes of one offer. One that has an inventory is alone: what it says of holders is its own."""

    communes: tuple[str, ...]
    """Insee codes, at least one."""
    offer: Offer
    town: TownInventory | None = None
    """The inventory of the only commune; None when they have none."""
    proven: frozenset[str] = frozenset()
    """Slugs of the services that a run proves in each of them."""

    def has(self, layer: DataKind) -> bool:
        """Whether they have a layer for sure and code reads it, itself and not something that can stand for it."""
        return any(one.sure for one in self.offer.get(layer, ()))

    def covered(self, layer: DataKind) -> bool:
        """Whether somebody gives them a layer for sure, read by code or not: data that exist do not lack."""
        return any(set(one.doubts) <= {Doubt.READER} for one in self.offer.get(layer, ()))


def alike(matrix: Matrix) -> tuple[Alike, ...]:
    """The communes of a matrix, each in one group, in the order of their first. Cells are not made."""
    proven: dict[str, set[str]] = {}
    for commune, slug in matrix.proofs:
        proven.setdefault(commune, set()).add(slug)
    offers: dict[tuple[int, str], Offer] = {}
    groups: dict[tuple[int, str], list[str]] = {}
    for commune in matrix.communes:
        offer = matrix.offer(commune)
        key = id(offer), commune if commune in matrix.inventories or commune in proven else ""
        offers[key] = offer
        groups.setdefault(key, []).append(commune)
    return tuple(
        Alike(tuple(those), offers[key], matrix.inventories.get(those[0]), frozenset(proven.get(those[0], ())))
        for key, those in groups.items()
    )


def not_running(matrix: Matrix, group: Alike) -> Iterator[tuple[AnyService, Verdict]]:
    """The services that do not run for sure in these communes: blocked, or to be checked."""
    for service in matrix.services:
        verdict = matrix.assessor.verdict(service, group.offer)
        if not verdict.runs and service.slug not in group.proven:
            yield service, verdict
