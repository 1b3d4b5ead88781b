"""What keeps a service from running, grouped: which data, in how many communes, for how many people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coeurdeville.core.french import spaced
from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.summary import deciding
from coeurdeville.deployability.verdict import CellState, Reason
from coeurdeville.deployability.words import of_blocking, of_reason, shortly
from coeurdeville.reports.deployment.overview import SURE
from coeurdeville.reports.deployment.places import people, place
from coeurdeville.territories.commune import Commune


@dataclass(frozen=True)
class Block:
    """Communes where the same data stop the service in the same way, absent here as there or in the same doubt.

    Their sources can differ.
    """

    state: CellState
    title: str
    """`il manque « Routes » ; « Arbres » à vérifier (fichier illisible)`."""
    brief: tuple[str, ...]
    """What decides, as the summary of a service says it."""
    communes: tuple[str, ...]
    people: int | None
    """None when the population of none of them is known."""
    reasons: tuple[Reason, ...]
    """Of the layers that block, each different one once."""

    @property
    def why(self) -> str:
        """How each of the layers stands, in one sentence."""
        said = dict.fromkeys(of_reason(one) for one in self.reasons)
        return f"{sentence(list(said))}." if said else ""


def blocks(cells: Iterable[Cell], communes: Mapping[str, Commune]) -> tuple[Block, ...]:
    """What blocks, or is to be checked, from the most frequent; nothing for the cells that run."""
    groups: dict[tuple[CellState, str], list[Cell]] = {}
    titles: dict[int, str] = {}
    for cell in cells:
        if cell.state not in SURE:
            title = titles.setdefault(id(cell.verdict), of_blocking(cell.verdict))
            groups.setdefault((cell.state, title), []).append(cell)
    found = (_block(*key, those, communes) for key, those in groups.items())
    return tuple(sorted(found, key=lambda one: (-len(one.communes), one.title)))


def _block(state: CellState, title: str, cells: list[Cell], communes: Mapping[str, Commune]) -> Block:
    distinct = {id(cell.verdict): cell.verdict for cell in cells}.values()
    reasons = dict.fromkeys(one for verdict in distinct for one in verdict.reasons if one.layer in verdict.blocking)
    codes = tuple(cell.commune for cell in cells)
    where = [place(code, communes) for code in codes]
    inhabitants = None if all(one.population is None for one in where) else people(where)
    return Block(state, title, brief(deciding(cells[0].verdict)), codes, inhabitants, tuple(reasons))


def brief(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Reasons as they are printed: two communes that are told the same are alike."""
    return tuple(shortly(reasons))


def sentence(parts: Sequence[str]) -> str:
    """`a ; b ; c`, since the parts have commas of their own."""
    return spaced(" ; ".join(parts))
