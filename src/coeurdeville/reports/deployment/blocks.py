"""What keeps a service from running, grouped: which data, in how many communes, for how many people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coeurdeville.core.french import listing, spaced
from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.verdict import CellState, Reason
from coeurdeville.deployability.words import named, of_reason
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.reports.deployment.overview import SURE
from coeurdeville.reports.deployment.places import people, place
from coeurdeville.territories.commune import Commune


@dataclass(frozen=True)
class Block:
    """Communes where the same data stop the service in the same way."""

    state: CellState
    layers: tuple[DataKind, ...]
    every: bool
    """Whether all the layers are needed; else any one of them is enough."""
    communes: tuple[str, ...]
    people: int
    reasons: tuple[Reason, ...]
    """Of these layers, each different one once."""

    @property
    def title(self) -> str:
        """`« Arbres » et « Routes »`; `l’une de « Arbres » ou « Routes »`."""
        names = [named(one) for one in self.layers]
        if self.every or len(names) < 2:
            return listing(names)
        return f"l’une de ces données : {listing(names, 'ou')}"

    @property
    def why(self) -> str:
        """How each of the layers stands, in one sentence."""
        said = dict.fromkeys(of_reason(one) for one in self.reasons)
        return f"{sentence(list(said))}." if said else ""


def blocks(cells: Iterable[Cell], communes: Mapping[str, Commune]) -> tuple[Block, ...]:
    """What blocks, or is to be checked, from the most frequent; nothing for the cells that run."""
    groups: dict[tuple[CellState, tuple[DataKind, ...], bool], list[Cell]] = {}
    for cell in cells:
        if cell.state not in SURE:
            groups.setdefault((cell.state, cell.verdict.blocking, cell.verdict.every), []).append(cell)
    found = (_block(*key, those, communes) for key, those in groups.items())
    return tuple(sorted(found, key=lambda one: (-len(one.communes), one.title)))


def _block(
    state: CellState, layers: tuple[DataKind, ...], every: bool, cells: list[Cell], communes: Mapping[str, Commune]
) -> Block:
    distinct = {id(cell.verdict): cell.verdict for cell in cells}.values()
    reasons = dict.fromkeys(one for verdict in distinct for one in verdict.reasons if one.layer in layers)
    codes = tuple(cell.commune for cell in cells)
    return Block(state, layers, every, codes, people(place(code, communes) for code in codes), tuple(reasons))


def sentence(parts: Sequence[str]) -> str:
    """`a ; b ; c`, since the parts have commas of their own."""
    return spaced(" ; ".join(parts))
