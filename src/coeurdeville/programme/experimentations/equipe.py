"""Who holds each part of a project, and when nobody does: that is always said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from coeurdeville.programme.experimentations.models import Participant

if TYPE_CHECKING:
    from coeurdeville.programme.models import Experimentation

BINOME: Final = (Participant.Part.REFERENT, Participant.Part.CORRESPONDANT)
"""The two parts that are never to be empty."""


@dataclass(frozen=True)
class Vacance:
    """Days on which nobody held a part of the pair."""

    part: Participant.Part
    du: date
    au: date | None
    """None: still today."""


def tient(un: Participant, jour: date) -> bool:
    """Whether somebody holds their part on a day, first and last days included."""
    return un.du <= jour and (un.au is None or jour <= un.au)


def vacants(participants: Iterable[Participant], jour: date) -> Sequence[Participant.Part]:
    """Parts of the pair that nobody holds on a day."""
    held = {one.part for one in participants if tient(one, jour)}
    return [part for part in BINOME if part not in held]


def vacances(participants: Iterable[Participant], projet: Experimentation, today: date) -> Sequence[Vacance]:
    """When nobody held a part of the pair, from the start of the project, else its opening, to its end or today."""
    start = projet.debut_reel or projet.ouverte_le.date()
    end = projet.fin_reelle or today
    everybody = list(participants)
    return [gap for part in BINOME for gap in _gaps(part, [one for one in everybody if one.part == part], start, end)]


def _gaps(part: Participant.Part, held: Sequence[Participant], start: date, end: date) -> Iterable[Vacance]:
    free = start
    for one in sorted(held, key=lambda one: one.du):
        if one.du > free:
            yield Vacance(part, free, min(one.du - timedelta(days=1), end))
        if one.au is None:
            return
        free = max(free, one.au + timedelta(days=1))
    if free <= end:
        yield Vacance(part, free, None)
