"""What a diagnostic is written from: every service run on a town folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from coeurdeville.reports.editions.progress import Progress, service_at, silent

if TYPE_CHECKING:
    from coeurdeville.reports.editions.opening import Opened
    from coeurdeville.reports.subject import Subject
    from coeurdeville.runs.diagnose import Outcome
    from coeurdeville.runs.store import Store


@dataclass(frozen=True)
class Counts:
    """What became of the services of a diagnostic."""

    services: int
    done: int
    """That have a result."""
    computed: int
    """Of these, computed now: the others were in the store."""


def compose(town: Opened, store: Store, today: date, progress: Progress = silent) -> Subject:
    """All that the files of a diagnostic are written from; each service is told by its title when it starts."""
    from coeurdeville.reports.subject import Subject, place_of, population_source
    from coeurdeville.runs.zonings import quarters_of

    offre, territory = town.offre, town.territory
    outcomes = [*_outcomes(town, store, progress)]
    return Subject(
        territory, place_of(territory), today, outcomes, offre.couches, offre.donnees, offre.problems,
        quarters_of(offre.couches, territory), store, population_source(territory), town.contour,
        tuple(one for one in town.ville.donnees if not one.fichier),
    )  # fmt: skip


def counts(subject: Subject) -> Counts:
    """How many services have a result, and how many of them were computed now."""
    done = [one for one in subject.outcomes if one.result is not None]
    return Counts(len(subject.outcomes), len(done), sum(one.computed for one in done))


def _outcomes(town: Opened, store: Store, progress: Progress) -> Iterator[Outcome]:
    from coeurdeville.runs.diagnose import diagnose
    from coeurdeville.services.catalogue import services

    wanted = [*services().values()]
    for rank, service in enumerate(wanted):
        progress(service.title, service_at(rank, len(wanted)))
        yield from diagnose([service], town.offre.couches, town.territory, store)
