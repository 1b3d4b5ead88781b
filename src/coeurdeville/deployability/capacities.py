"""What a town must have at hand besides data, and what effort was recorded by those who did it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from coeurdeville.deployability.holders import Holder
from coeurdeville.deployability.matrix import Cell
from coeurdeville.inventory.vocabulaire import Acteur, Nature, Ouverture
from coeurdeville.services.catalogue import AnyService
from coeurdeville.services.contract.described import Capacity, Described, Experience

OWN = (Nature.COMMUNE, Nature.CCAS)
"""Holders that the town is itself."""


def capacities(cell: Cell, holders: Collection[Holder]) -> tuple[Capacity, ...]:
    """What the service asks for, and what getting the layers that block from these holders asks for."""
    declared = cell.service.capacities if isinstance(cell.service, Described) else ()
    wanted = {*declared, *_to_unblock(one for one in holders if one.layer in cell.verdict.blocking)}
    return tuple(one for one in Capacity if one in wanted)


def efforts(service: AnyService) -> tuple[Experience, ...]:
    """The experiments that recorded how many days they took; none when nobody did."""
    known = service.experiences if isinstance(service, Described) else ()
    return tuple(one for one in known if one.days is not None)


def _to_unblock(holders: Iterable[Holder]) -> Iterator[Capacity]:
    """Somebody who surveys what does not exist; a partner for what others than the town and the State hold."""
    for one in holders:
        if one.status is Ouverture.ABSENTE:
            yield Capacity.FIELD
        elif one.nature is not None and one.nature not in OWN and one.acteur is not Acteur.PUBLIC_NATIONAL:
            yield Capacity.PARTNER
