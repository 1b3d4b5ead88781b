"""@source: the return type says which layer is given. The author writes the conversion, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from typing import Generic, Literal, TypeVar

from coeurdeville.core.licences import LICENCES
from coeurdeville.core.provenance import Origin
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.vocabulaire import Acteur
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.net.net import Net
from coeurdeville.sources.contract.declaration import Partition, layer_given, require_facts
from coeurdeville.sources.contract.making import UNSAID
from coeurdeville.sources.contract.sheet import Sheet
from coeurdeville.sources.contract.snapshot import Snapshot
from coeurdeville.territories.coverage import Coverage
from coeurdeville.territories.territory import Territory

L = TypeVar("L", bound=Layer)


class Source(Generic[L]):
    """A declared source. Called, it asks and gives the layer, its origin filled in."""

    def __init__(
        self,
        function: Callable[[Territory, Net], L],
        *,
        title: str,
        publisher: str,
        holder: Acteur,
        licence: str,
        page: str,
        covers: str,
        coverage: Coverage,
        partition: Literal["national", "departement", "commune", "bbox"],
        access: str,
        vintage: str,
        rhythm: str,
        failures: tuple[str, ...],
        state: str,
    ) -> None:
        self.id, self.module = function.__name__, function.__module__
        self.slug = self.id.replace("_", "-")
        require_facts(self.id, licence=licence, page=page, state=state, title=title, publisher=publisher, covers=covers,
                      access=access, vintage=vintage, rhythm=rhythm)  # fmt: skip
        if partition not in list(Partition):
            raise TypeError(f"{self.id}.partition: one of {', '.join(Partition)} is expected")
        self.function, self.layer = function, layer_given(function)
        self.title, self.publisher, self.holder, self.page = title, publisher, holder, page
        self.licence, self.covers, self.partition, self.state = LICENCES[licence], covers, Partition(partition), state
        self.coverage, self.access, self.vintage, self.rhythm, self.failures = (
            coverage, access, vintage, rhythm, failures,
        )  # fmt: skip

    @property
    def sheet(self) -> Sheet:
        """What is known of it before it is asked."""
        return Sheet(self.slug, self.title, self.publisher, self.holder, self.layer, self.licence, self.page,
                     self.access, self.covers, self.coverage, self.partition, self.vintage, self.rhythm, self.failures,
                     self.state)  # fmt: skip

    def __call__(self, territory: Territory, net: Net) -> L:
        """The layer of this territory."""
        return self.fetch(territory, net).layer

    def fetch(self, territory: Territory, net: Net) -> Snapshot[L]:
        """The layer, with the answers that it was made from. It is as old as the oldest of them.

        Raises
        ------
        Refused
            Why no answer came, or why the answers make no layer.
        """
        before = len(net.answers)
        layer = copy(self.function(territory, net))
        answers = tuple(net.answers[before:])
        if not answers:
            raise TypeError(f"{self.id}: the layer was made without asking `net` for anything")
        day = min(answer.when.date() for answer in answers)
        layer.origin = self._signed(layer.origin, Vintage(day, day))
        return Snapshot(self.slug, self.module, territory, layer, answers)

    def _signed(self, origin: Origin, vintage: Vintage) -> Origin:
        """What the declaration says, written into the origin; a licence found in the records themselves stays."""
        licence = self.licence if origin.licence is UNSAID else origin.licence
        return replace(origin, title=self.title, producer=self.publisher, vintage=vintage, licence=licence,
                       page=self.page)  # fmt: skip


def source(
    *,
    title: str,
    publisher: str,
    holder: Acteur,
    licence: str,
    page: str,
    covers: str,
    coverage: Coverage,
    partition: Literal["national", "departement", "commune", "bbox"],
    access: str,
    vintage: str,
    rhythm: str,
    failures: tuple[str, ...] = (),
    state: str,
) -> Callable[[Callable[[Territory, Net], L]], Source[L]]:
    """Declare a function as a source.

    Parameters
    ----------
    title, publisher
        What the data are called, and who publishes them.
    holder
        The category of who holds them, for the inventory.
    licence
        A key of `core.licences`; where each record bears its own, the most closed that it may bear.
    page
        Address of the page that describes the data.
    covers, coverage
        Where data are to be expected, in French and as a rule over communes.
    partition
        What one fetch brings.
    access, vintage, rhythm
        How the data are had, of what time they are, how often they are brought up to date, in French.
    failures
        Known failures and traps, in French.
    state
        On what the reading of the answers was verified: `RECORDED`, `DOCUMENTED`, or online on a day.

    Raises
    ------
    TypeError
        For every mistake, with the argument's name.
    """

    def declare(function: Callable[[Territory, Net], L]) -> Source[L]:
        return Source(function, title=title, publisher=publisher, holder=holder, licence=licence, page=page,
                      covers=covers, coverage=coverage, partition=partition, access=access, vintage=vintage,
                      rhythm=rhythm, failures=failures, state=state)  # fmt: skip

    return declare
