"""Who works with whom on the data of a service: as the town's inventory says, and as those who ran it did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coeurdeville.core.french import spaced
from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.resolver import stand_ins
from coeurdeville.deployability.town import TownInventory
from coeurdeville.inventory.donnee import Cooperation
from coeurdeville.services.contract.described import Described


@dataclass(frozen=True)
class Working:
    """One cooperation, and where it is known from."""

    cooperation: Cooperation
    entry: str = ""
    """Title of the entry of the town's inventory; empty when it is that of an experiment elsewhere."""

    def __str__(self) -> str:
        one = self.cooperation
        about = f"« {self.entry} » : " if self.entry else "ailleurs : "
        told = [f"avec {one.avec}", one.comment, one.objet, one.duree, one.cout]
        return spaced(about + ", ".join(part for part in told if part))


def cooperations_of(cell: Cell, town: TownInventory) -> tuple[Working, ...]:
    """The cooperations on every layer that the service asks for, then those of the experiments that ran it."""
    return (*_here(cell, town), *_elsewhere(cell))


def _here(cell: Cell, town: TownInventory) -> Iterator[Working]:
    asked = dict.fromkeys(kind for reason in cell.verdict.reasons for kind in stand_ins(reason.layer))
    for kind in asked:
        for donnee in town.told.get(kind, ()):
            yield from (Working(one, donnee.titre) for one in donnee.cooperations)


def _elsewhere(cell: Cell) -> Iterator[Working]:
    if isinstance(cell.service, Described):
        yield from map(Working, cell.service.cooperations)
