"""When experiments were suspended, by the journal: months that passed without work are told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from django.utils.timezone import localtime

from coeurdeville.programme.models import Evenement

if TYPE_CHECKING:
    from coeurdeville.programme.models import Experimentation

SUSPENDUE: Final = "suspendue"


@dataclass(frozen=True)
class Suspension:
    """Days on which a project was suspended."""

    du: date
    au: date | None
    """The day it was taken up again or given up; None: it still is."""

    def jours(self, jour: date) -> int:
        """Days of it that had passed on a day."""
        return max(0, (min(self.au or jour, jour) - self.du).days)


def suspensions(projets: Iterable[Experimentation]) -> Mapping[int, Sequence[Suspension]]:
    """Key of each project -> its suspensions, the oldest first; empty for one that had none. One query for all."""
    keys = [one.pk for one in projets]
    events = Evenement.objects.filter(objet="experimentation", numero__in=keys)
    told = defaultdict[int, list[Evenement]](list)
    for one in events:
        told[one.numero].append(one)
    return {key: tuple(_of(told[key])) for key in keys}


def _of(events: Sequence[Evenement]) -> Iterator[Suspension]:
    since: date | None = None
    for one in events:
        day = localtime(one.date).date()
        if one.vers == SUSPENDUE:
            since = since or day
        elif since is not None:
            yield Suspension(since, day)
            since = None
    if since is not None:
        yield Suspension(since, None)
