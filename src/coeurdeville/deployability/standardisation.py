"""Which data would gain most from a common schema: asked by many services, lacking in many towns, without schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coeurdeville.deployability.alike import Alike, alike
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.standards import Agreed, Standard, standard_of
from coeurdeville.inventory.demandes.competences import competences
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.services.catalogue import AnyService

IMPROVEMENT = 0.5
"""What a service that data only improve counts for, beside 1 for a service that cannot do without them."""
ABSENCE = {Agreed.NONE: 1.0, Agreed.DRAFT: 1.0, Agreed.NATIONAL: 0.5, Agreed.BASE: 0.0}
"""How much of a schema is lacking. A draft that nobody else has agreed on leaves the whole work of agreeing."""


@dataclass(frozen=True)
class Candidate:
    """Local data, and what a common schema would serve."""

    layer: DataKind
    needed_by: tuple[AnyService, ...]
    improves: tuple[AnyService, ...]
    towns: int
    """Communes to which nobody gives the data for sure, whether code reads them or not."""
    inhabitants: int
    """Of these communes."""
    unread: int
    """Other communes, that have the data for sure and where no code reads them yet: no part of the score."""
    standard: Standard

    @property
    def absence(self) -> float:
        """From 0, in the common base, to 1: `ABSENCE`."""
        return ABSENCE[self.standard.agreed]

    @property
    def score(self) -> float:
        """Services, an improvement for half a need, x communes that lack the data x absence of a schema."""
        return (len(self.needed_by) + IMPROVEMENT * len(self.improves)) * self.towns * self.absence

    @property
    def by_people(self) -> float:
        """The same with the inhabitants of these communes in the place of their number."""
        return (len(self.needed_by) + IMPROVEMENT * len(self.improves)) * self.inhabitants * self.absence

    @property
    def equal(self) -> float:
        """The same without weights: an improvement counts as a need, and any schema outside the common base as none."""
        outside = self.standard.agreed is not Agreed.BASE
        return float((len(self.needed_by) + len(self.improves)) * self.towns * outside)


@dataclass(frozen=True)
class Ranks:
    """Places of a candidate, from 1; equals share the best place. They tell how much the order owes to the weights."""

    score: int
    equal: int
    by_people: int


def candidates(matrix: Matrix, people: Mapping[str, int]) -> tuple[Candidate, ...]:
    """Local data that services ask for, by score, then by slug. Those of a national producer are `set_aside`.

    Parameters
    ----------
    people
        Insee code -> inhabitants; a commune that it does not hold counts for none.
    """
    groups = alike(matrix)
    found = [_candidate(matrix, layer, groups, people) for layer in _asked(matrix) if not national(layer)]
    return tuple(sorted(found, key=lambda one: (-one.score, one.layer.slug)))


def set_aside(matrix: Matrix) -> tuple[DataKind, ...]:
    """Data that services ask for and that a national body produces: no commune has to put them in a common form."""
    return tuple(layer for layer in _asked(matrix) if national(layer))


def ranks(found: Sequence[Candidate]) -> tuple[Ranks, ...]:
    """The places of each candidate, in the order given."""
    orders = [[one.score for one in found], [one.equal for one in found], [one.by_people for one in found]]
    places = [[1 + sum(other > value for other in order) for value in order] for order in orders]
    return tuple(Ranks(*those) for those in zip(*places, strict=True))


def national(layer: DataKind) -> bool:
    """Whether a national body produces these data for the whole country, by their competence."""
    competence = competences().get(layer.competence)
    return competence is not None and set(competence.detenteurs.values()) == {"etat"}


def _candidate(
    matrix: Matrix, layer: DataKind, groups: Sequence[Alike], people: Mapping[str, int]
) -> Candidate:  # fmt: skip
    lacking = [code for group in groups if not group.covered(layer) for code in group.communes]
    unread = sum(len(group.communes) for group in groups if group.covered(layer) and not group.has(layer))
    return Candidate(
        layer,
        tuple(one for one in matrix.services if layer in one.needs.values()),
        tuple(one for one in matrix.services if layer in one.layers.values() and layer not in one.needs.values()),
        len(lacking),
        sum(people.get(code, 0) for code in lacking),
        unread,
        standard_of(layer),
    )


def _asked(matrix: Matrix) -> Iterator[DataKind]:
    """The layers that services ask for, each once; not those that only stand for others."""
    asked = {layer: None for service in matrix.services for layer in service.layers.values()}
    return iter(sorted(asked, key=lambda layer: layer.slug))
