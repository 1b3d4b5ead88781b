"""Reading calls: those that anybody may see, and what their pages need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet
from django.utils.timezone import now

from coeurdeville.programme.appels.dates import Moment, moment
from coeurdeville.programme.etats.noms import ETATS
from coeurdeville.programme.models import Appel, Mandat, Saison

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

PUBLICS = ("publie", "instruction", "decide", "archive")
"""States of a call that anybody reads; one that is cancelled stays public when it was published."""
DEPOSEES = (
    "deposee",
    "a_completer",
    "irrecevable",
    "retenue",
    "liste_attente",
    "non_retenue",
    "sans_suite",
    "desistee",
)
"""States of a candidature that was deposited and not withdrawn."""


@dataclass(frozen=True)
class AppelPublie:
    """A call as anybody reads it in a list."""

    appel: Appel
    moment: Moment
    deposees: int
    """Candidatures received; 0 while deposits are open: that is nobody's business yet."""


def appels_publics(quand: datetime | None = None) -> Sequence[AppelPublie]:
    """Every published call, those that are open first, then the newest. One query."""
    quand = quand or now()
    received = Count("candidatures", filter=Q(candidatures__etat__in=DEPOSEES))
    found = Appel.objects.filter(_PUBLIC).select_related("saison").annotate(deposees=received)
    rows = [AppelPublie(one, moment(one, quand), _told(one, quand)) for one in found]
    order = [Moment.OUVERT, Moment.A_VENIR, Moment.CLOS, Moment.ANNULE]
    return sorted(rows, key=lambda row: order.index(row.moment))


def appel_public(slug: str) -> Appel | None:
    """A call that was published, with its season; None for one in preparation, never published or unknown."""
    return _calls().filter(_PUBLIC, slug=slug).first()


def appel_de(slug: str) -> Appel | None:
    """A call in whatever state, for the coordination."""
    return _calls().filter(slug=slug).first()


def tous() -> Sequence[Appel]:
    """Every call, the newest first, with how many candidatures were deposited (`deposees`) and begun (`commencees`)."""
    received = Count("candidatures", filter=Q(candidatures__etat__in=DEPOSEES))
    begun = Count("candidatures", filter=Q(candidatures__etat="brouillon"))
    return list(Appel.objects.select_related("saison").annotate(deposees=received, commencees=begun))


def mandats_de(user: Utilisateur) -> Sequence[Mandat]:
    """What somebody is entrusted with, but in calls that were cancelled, the newest first. One query."""
    found = Mandat.objects.filter(utilisateur=user).exclude(appel__etat="annule")
    return list(found.select_related("appel").order_by("-appel__ouvre_le", "role"))


def recues(appel: Appel) -> Mapping[str, int]:
    """How many candidatures there are in each state, by its name, in the order of the states. One query."""
    counted = dict(appel.candidatures.order_by().values_list("etat").annotate(nombre=Count("pk")))
    return {one.nom: counted[one.code] for one in ETATS["candidature"] if one.code in counted}


def saisons() -> Sequence[Saison]:
    """Every season, the newest first."""
    return list(Saison.objects.all())


_PUBLIC = Q(etat__in=PUBLICS) | Q(etat="annule", publie_le__isnull=False)


def _calls() -> QuerySet[Appel]:
    return Appel.objects.select_related("saison").prefetch_related("criteres", "prolongations", "mandats__utilisateur")


def _told(appel: Appel, quand: datetime) -> int:
    return int(getattr(appel, "deposees", 0)) if moment(appel, quand) is Moment.CLOS else 0
