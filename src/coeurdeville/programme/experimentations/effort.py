"""The effort of a project, from its log alone: totals by role and by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeVar

from coeurdeville.core.french import MONTHS, NBSP, agree, number
from coeurdeville.programme.experimentations.models import Participant

if TYPE_CHECKING:
    from coeurdeville.programme.models import Effort, Experimentation, Mission

K = TypeVar("K", bound=Hashable)
ZERO: Final = Decimal(0)
UNSAID: Final = "rôle à préciser"


@dataclass(frozen=True)
class Total:
    """Days and euros of one line."""

    nom: str
    jours: Decimal
    euros: Decimal


@dataclass(frozen=True)
class Bilan:
    """What a project took."""

    jours: Decimal
    euros: Decimal
    roles: Sequence[Total]
    """By role, those that gave most days first."""
    mois: Sequence[Total]
    """By month, the oldest first."""
    jours_conseil: Decimal
    """Days that consultants worked: they are paid apart, and are in no other total."""

    @property
    def vide(self) -> bool:
        """Whether nothing was logged."""
        return not self.roles and not self.euros


def bilan(projet: Experimentation) -> Bilan:
    """The effort of a project. Two queries, none when `efforts` and `missions` were prefetched."""
    return bilan_de(projet.efforts.all(), projet.missions.all())


def bilan_de(efforts: Iterable[Effort], missions: Iterable[Mission] = ()) -> Bilan:
    """The totals of lines of a log."""
    lines = list(efforts)
    roles = _totals((one for one in lines if one.jours or one.part), lambda one: one.part)
    months = _totals(lines, lambda one: (one.jour.year, one.jour.month))
    named = [Total(_part(key), days, euros) for key, (days, euros) in roles.items()]
    return Bilan(
        sum((one.jours for one in lines), ZERO),
        sum((one.euros for one in lines), ZERO),
        sorted(named, key=lambda one: (-one.jours, one.nom)),
        [Total(f"{MONTHS[month - 1]} {year}", *both) for (year, month), both in sorted(months.items())],
        sum((one.jours_faits for one in missions if one.etat != "annulee"), ZERO),
    )


def en_jours(count: float | Decimal) -> str:
    """`12`, `36,5`: half days are told, whole ones have no decimal."""
    return number(float(count), 0 if count == int(count) else 1)


def jours(count: float | Decimal) -> str:
    """`12 jours`, `2,5 jours`."""
    return f"{en_jours(count)}{NBSP}{agree(float(count), 'jour')}"


def _totals(lines: Iterable[Effort], key: Callable[[Effort], K]) -> Mapping[K, tuple[Decimal, Decimal]]:
    found: dict[K, tuple[Decimal, Decimal]] = defaultdict(lambda: (ZERO, ZERO))
    for one in lines:
        days, euros = found[key(one)]
        found[key(one)] = (days + one.jours, euros + one.euros)
    return found


def _part(code: str) -> str:
    return dict(Participant.Part.choices).get(code, UNSAID)
