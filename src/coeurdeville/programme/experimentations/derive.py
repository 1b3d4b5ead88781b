"""Days late, of each step and of the whole: computed, and shown when they are days early too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from coeurdeville.core.french import number, plural, spaced
from coeurdeville.programme.experimentations.calendrier import duree_prevue
from coeurdeville.programme.experimentations.suspensions import Suspension

if TYPE_CHECKING:
    from coeurdeville.programme.models import Etape, Experimentation

MONTH = 30.44
"""Days of a month, on average."""


@dataclass(frozen=True)
class Ecart:
    """How far from the plan that was started with."""

    jours: int | None
    """More than zero: late. Less: early. None: there is no plan to compare with."""
    acquis: bool
    """Whether it is over: else the delay still grows."""
    replanifie: bool = False
    """Whether the dates planned now are no longer those of the start."""
    suspendus: int = 0
    """Days of the delay on which the project was suspended."""

    @property
    def sens(self) -> str:
        """Badge of the site."""
        if self.jours is None:
            return "missing"
        return "wrong" if self.jours > 30 else "partial" if self.jours > 0 else "ok"

    @property
    def dit(self) -> str:
        """`12 jours de retard à ce jour`."""
        if self.jours is None:
            return "sans date prévue"
        if self.jours == 0:
            return "dans les temps"
        late = self.jours > 0
        said = f"{plural(abs(self.jours), 'jour')} {'de retard' if late else 'd’avance'}"
        told = f"{said} à ce jour" if late and not self.acquis else said
        return f"{told}, dont {number(self.suspendus)} de suspension" if self.suspendus else told


@dataclass(frozen=True)
class Derive:
    """The drift of a project."""

    projet: Ecart
    etapes: Sequence[tuple[Etape, Ecart]]
    mois: float | None
    """Months that it lasted, or has lasted so far, suspensions included; None before it starts."""
    prevus: tuple[int, int]
    """Fewest and most months that the call gives."""
    finie: bool
    suspendus: float = 0
    """Months of these on which it was suspended."""

    @property
    def mois_actifs(self) -> float | None:
        """Months that it lasted, suspensions left out."""
        return None if self.mois is None else self.mois - self.suspendus

    @property
    def duree_dite(self) -> str:
        """`11,2 mois à ce jour, dont 3,0 de suspension, pour 6 à 9 prévus par l’appel`."""
        low, high = self.prevus
        planned = f"{low} à {high}" if low != high else f"{low}"
        if self.mois is None:
            return f"pas commencée ; l’appel prévoit {planned} mois"
        so_far = "" if self.finie else " à ce jour"
        stopped = f", dont {number(self.suspendus, 1)} de suspension" if self.suspendus else ""
        return spaced(f"{number(self.mois, 1)} mois{so_far}{stopped}, pour {planned} prévus par l’appel")

    @property
    def trop_longue(self) -> bool:
        """Whether it lasts more than the call gives, suspensions left out."""
        return self.mois_actifs is not None and self.mois_actifs > self.prevus[1]


def derive(projet: Experimentation, etapes: Sequence[Etape], arrets: Sequence[Suspension], today: date) -> Derive:
    """The drift of a project and of its steps on a day; of one that is over, on its last day.

    `arrets`: its suspensions. A delay stays whole; it says how many of its days are theirs.
    """
    day, over = projet.fin_reelle or today, projet.fin_reelle is not None
    months = None if projet.debut_reel is None else (day - projet.debut_reel).days / MONTH
    steps = [(one, _stopped(_step(one, day, over=over), arrets, one.fin_reelle or day)) for one in etapes]
    stopped = sum(one.jours(day) for one in arrets) / MONTH
    return Derive(_stopped(_whole(projet, day), arrets, day), steps, months, duree_prevue(projet.appel), over, stopped)


def _stopped(ecart: Ecart, arrets: Sequence[Suspension], day: date) -> Ecart:
    """With the days of its delay that were of a suspension: those that had passed on the day it is counted to."""
    days = sum(one.jours(day) for one in arrets)
    return replace(ecart, suspendus=min(days, max(0, ecart.jours or 0)))


def _whole(projet: Experimentation, day: date) -> Ecart:
    """Of its end once it is over or past; before that, of its start."""
    start, end = projet.debut_initial or projet.debut_prevu, projet.fin_initiale or projet.fin_prevue
    changed = projet.fin_initiale is not None and projet.fin_prevue != projet.fin_initiale
    if projet.fin_reelle is not None or (end is not None and day > end):
        return Ecart(_days(end, day), projet.fin_reelle is not None, changed)
    begun = projet.debut_reel
    return Ecart(_days(start, begun) if begun else _past(start, day), begun is not None, changed)


def _step(step: Etape, day: date, *, over: bool) -> Ecart:
    """Of its end once it is reached or past; before that, of its start. A step to come is neither late nor early."""
    start, end = step.debut_initial or step.debut_prevu, step.fin_initiale or step.fin_prevue
    changed = step.fin_initiale is not None and step.fin_prevue != step.fin_initiale
    if step.fin_reelle is not None:
        return Ecart(_days(end, step.fin_reelle), True, changed)
    if end is not None and day > end:
        return Ecart(_days(end, day), over, changed)
    if step.debut_reel is not None:
        return Ecart(_days(start, step.debut_reel), True, changed)
    return Ecart(_past(start, day), over, changed)


def _days(planned: date | None, real: date) -> int | None:
    return None if planned is None else (real - planned).days


def _past(planned: date | None, day: date) -> int | None:
    """Days since a day that was planned; none while it has not come."""
    return None if planned is None else max(0, (day - planned).days)
