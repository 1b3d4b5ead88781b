"""How long what towns wrote is kept: announced a month before, then deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.timezone import localtime, now

from coeurdeville.core.french import day
from coeurdeville.programme.candidatures.effacement import supprimer
from coeurdeville.programme.courrier.destinataires import destinataires
from coeurdeville.programme.courrier.preparation import ecrire
from coeurdeville.programme.journal.ecriture import ANNONCER_SUPPRESSION, noter
from coeurdeville.programme.models import Candidature, Evenement

if TYPE_CHECKING:
    from coeurdeville.programme.etats.objet import Objet

ANNOUNCED = relativedelta(months=1)
"""How long before."""
ENDED = ("terminee", "abandonnee")
"""States of an experiment from which a candidature that was retained is counted."""
OVER = ("annule", "archive")
"""States of a call that decides nothing more: what it left undecided is kept as if it were « sans suite »."""
UNDECIDED = ("deposee", "a_completer")
Moves = Mapping[tuple[str, int, str], datetime]
"""Kind, number and state of an object -> when it last came to that state from another one."""


@dataclass(frozen=True)
class Echeance:
    """What is to be deleted of one candidature, and when."""

    candidature: Candidature
    depuis: datetime | None
    """Since when its state, or that of its experiment, is what it is; None while the experiment lasts."""
    prevue: datetime | None
    """When its retention ends; None: not known yet, or the call keeps it."""

    @property
    def supprimable(self) -> datetime | None:
        """When it may be deleted: not before a month after it was announced."""
        told = self.candidature.suppression_annoncee_le
        if self.prevue is None:
            return None
        return self.prevue if told is None else max(self.prevue, told + ANNOUNCED)


@dataclass(frozen=True)
class Bilan:
    """What one passage did."""

    annoncees: Sequence[Candidature]
    supprimees: Sequence[Candidature]


def echeances() -> Sequence[Echeance]:
    """Every candidature whose words are still there, the next to go first. Four queries."""
    found = list(
        Candidature.objects.filter(supprimee_le=None).select_related("appel", "experimentation").order_by("nom")
    )
    projects = {one.pk: one.experimentation for one in found if hasattr(one, "experimentation")}
    moves = {
        **_since("candidature", [one.pk for one in found]),
        **_since("experimentation", [one.pk for one in projects.values()]),
        **_since("appel", [one.appel_id for one in found]),
    }
    lines = [_echeance(one, projects.get(one.pk), moves) for one in found]
    return sorted(lines, key=lambda one: (one.prevue is None, one.prevue.timestamp() if one.prevue else 0))


def conserver(quand: datetime | None = None) -> Bilan:
    """Announce what has a month left, delete what was announced a month ago. Done again, it does nothing twice."""
    at = quand or now()
    told, gone = list[Candidature](), list[Candidature]()
    for one in echeances():
        if one.prevue is None or one.supprimable is None:
            continue
        if one.candidature.suppression_annoncee_le is None:
            if at >= one.prevue - ANNOUNCED:
                _announce(one.candidature, max(one.prevue, at + ANNOUNCED), at)
                told.append(one.candidature)
        elif at >= one.supprimable:
            supprimer(one.candidature, at)
            gone.append(one.candidature)
    return Bilan(told, gone)


def _announce(candidature: Candidature, gone: datetime, at: datetime) -> None:
    with transaction.atomic():
        Candidature.objects.filter(pk=candidature.pk).update(suppression_annoncee_le=at)
        noter(candidature, ANNONCER_SUPPRESSION, None, candidature.etat, candidature.etat)
        for user in destinataires("binome", candidature):
            key = f"conservation:{candidature.pk}:{at:%Y%m%d}:{user.pk}"
            ecrire("conservation", candidature, user, key, suppression=day(localtime(gone).date()))


def _since(objet: str, numbers: Sequence[int]) -> Moves:
    rows = Evenement.objects.filter(objet=objet, numero__in=numbers).order_by("date", "id")
    return {(objet, one.numero, one.vers): one.date for one in rows if one.de != one.vers}


def _echeance(candidature: Candidature, project: Objet | None, moves: Moves) -> Echeance:
    kept = "sans_suite" if _is_left_undecided(candidature) else candidature.etat
    months = candidature.appel.conservation.get(kept)
    start = _start(candidature, project, moves)
    if start is None or months is None:
        return Echeance(candidature, start, None)
    return Echeance(candidature, start, localtime(start) + relativedelta(months=int(months)))


def _is_left_undecided(candidature: Candidature) -> bool:
    return candidature.etat in UNDECIDED and candidature.appel.etat in OVER


def _start(candidature: Candidature, project: Objet | None, moves: Moves) -> datetime | None:
    """A draft counts from the limit at the earliest; a candidature that was retained, from the end of its project;
    one that was left undecided, from the end of its call.
    """
    there = moves.get(("candidature", candidature.pk, candidature.etat), candidature.cree_le)
    if candidature.etat == "brouillon":
        return max(there, candidature.appel.ferme_le or there)
    if candidature.etat == "retenue":
        over = project is not None and project.etat in ENDED
        return moves.get(("experimentation", project.pk, project.etat)) if project is not None and over else None
    if _is_left_undecided(candidature):
        return moves.get(("appel", candidature.appel_id, candidature.appel.etat), there)
    return there
