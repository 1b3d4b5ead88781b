"""Towns by services: which runs where, each cell with its reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from coeurdeville.deployability.assess import Assessor
from coeurdeville.deployability.national import NationalOffer, national_offer
from coeurdeville.deployability.proof import Proof, Proofs
from coeurdeville.deployability.provider import Offer, ranked
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.verdict import CellState, Verdict
from coeurdeville.services.catalogue import AnyService, all_services


@dataclass(frozen=True, slots=True)
class Cell:
    """One service in one town. Thousands of towns share a verdict."""

    commune: str
    """Insee code."""
    service: AnyService
    verdict: Verdict
    proof: Proof | None = None

    @property
    def state(self) -> CellState:
        """The verdict's, unless a run proves it: then the verdict is the one on what that run used."""
        return self.verdict.state if self.proof is None else CellState.PROVEN


@dataclass
class Matrix:
    """Every service in every commune of a list. Cells are made when they are asked for, verdicts worked out once."""

    communes: Sequence[str]
    """Insee codes."""
    services: Sequence[AnyService]
    inventories: Mapping[str, TownInventory] = field(default_factory=dict)
    """Insee code -> inventory, where there is one."""
    proofs: Proofs = field(default_factory=dict)
    national: NationalOffer = field(default_factory=national_offer)
    assessor: Assessor = field(default_factory=Assessor)

    def offer(self, commune: str) -> Offer:
        """What can be had for a commune: its inventory first, then the national sources."""
        national, town = self.national.of(commune), self.inventories.get(commune)
        return national if town is None or not town.offer else ranked(town.offer, national)

    def cell(self, commune: str, service: AnyService) -> Cell:
        """One cell."""
        return self._cell(commune, service, self.offer(commune), self.assessor.verdict(service, self.offer(commune)))

    def row(self, commune: str) -> tuple[Cell, ...]:
        """Every service in one commune."""
        return next(self._rows([commune], self.services))

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Every commune, in the order given."""
        return self._rows(self.communes, self.services)

    def column(self, service: AnyService) -> tuple[Cell, ...]:
        """One service in every commune."""
        return tuple(cell for (cell,) in self._rows(self.communes, (service,)))

    def _rows(self, communes: Sequence[str], services: Sequence[AnyService]) -> Iterator[tuple[Cell, ...]]:
        """Communes that have nothing of their own, and the same national offer, share their verdicts at once."""
        shared: dict[int, tuple[Verdict, ...]] = {}
        for commune in communes:
            own = commune in self.inventories
            offer = self.offer(commune) if own else self.national.of(commune)
            verdicts = shared.get(id(offer)) if not own else None
            if verdicts is None:
                verdicts = tuple(self.assessor.verdict(one, offer) for one in services)
            if not own:
                shared[id(offer)] = verdicts
            yield tuple(
                self._cell(commune, service, offer, verdict)
                for service, verdict in zip(services, verdicts, strict=True)
            )

    def _cell(self, commune: str, service: AnyService, offer: Offer, verdict: Verdict) -> Cell:
        """A cell that a run proves tells what that run used: the files of the town."""
        proof = self.proofs.get((commune, service.slug))
        if proof is not None:
            verdict = self.assessor.verdict(service, offer, held=True)
        return Cell(commune, service, verdict, proof)

    def counts(self) -> dict[str, Counter[CellState]]:
        """Slug of each service -> how many communes in each state."""
        found: dict[str, Counter[CellState]] = {one.slug: Counter() for one in self.services}
        for row in self.rows():
            for cell in row:
                found[cell.service.slug][cell.state] += 1
        return found


def matrix(
    communes: Sequence[str],
    inventories: Mapping[str, TownInventory] | None = None,
    proofs: Proofs | None = None,
    services: Iterable[AnyService] | None = None,
) -> Matrix:
    """The matrix of these communes, with every service, computed and described, unless some are named."""
    chosen = tuple(all_services().values() if services is None else services)
    return Matrix(communes, chosen, inventories or {}, proofs or {})
