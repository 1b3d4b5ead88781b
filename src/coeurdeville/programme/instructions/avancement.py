"""How far the reviews of a call are: by candidature, by reviewer, what is asked of the coordination."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from coeurdeville.programme.instructions.affectation import READ, relecteurs
from coeurdeville.programme.instructions.liens import ecartees
from coeurdeville.programme.instructions.tableau import JUDGED
from coeurdeville.programme.models import Avis, Besoin, Candidature, Mandat, Recusation, Relecture

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Appel


@dataclass(frozen=True)
class Suivie:
    """A candidature and those who read it."""

    candidature: Candidature
    relectures: Sequence[Relecture]
    voulues: int
    avis: Sequence[Avis]
    libres: Sequence[Mandat]
    """Reviewers who do not read it yet."""

    @property
    def ouverte(self) -> bool:
        """Whether it is still read: decided, nothing of it is entrusted or asked any more."""
        return self.candidature.etat in READ

    @property
    def rendues(self) -> int:
        """How many were given."""
        return sum(one.etat == "rendue" for one in self.relectures)

    @property
    def manquent(self) -> int:
        """How many more have to be entrusted."""
        if self.candidature.etat not in READ:
            return 0
        live = sum(one.vivante for one in self.relectures)
        return max(0, self.voulues - live)


@dataclass(frozen=True)
class Charge:
    """A reviewer, what they have and what they gave."""

    mandat: Mandat
    total: int
    rendues: int
    abstentions: int
    recusations: int
    en_retard: int


@dataclass(frozen=True)
class Attente:
    """What a reviewer asked the coordination for, and whether the candidature is still read: else nothing is asked."""

    besoin: Besoin
    ouverte: bool


@dataclass(frozen=True)
class Avancement:
    """The whole call."""

    candidatures: Sequence[Suivie]
    relecteurs: Sequence[Charge]
    besoins: Sequence[Attente]
    recusations: Sequence[Recusation]

    @property
    def attendues(self) -> int:
        """Reviews that somebody may still be reminded of."""
        return sum(
            lue.etat == "assignee" and lue.vivante for one in self.candidatures if one.ouverte for lue in one.relectures
        )

    @property
    def completes(self) -> int:
        """Candidatures that have the reviews that the call wants."""
        return sum(one.rendues >= one.voulues for one in self.candidatures)

    @property
    def manquent(self) -> int:
        """Reviews to entrust, over all candidatures."""
        return sum(one.manquent for one in self.candidatures)


def avancement(appel: Appel, user: Utilisateur, today: date | None = None) -> Avancement:
    """Where the reviews stand, and stood once all is decided, without what the user has a link with.

    As many queries whatever their number.
    """
    day, judged = today or timezone.localdate(), list(Candidature.objects.filter(appel=appel, etat__in=JUDGED))
    gone = ecartees(user, judged)
    towns = [one for one in judged if one.pk not in gone]
    readings = list(
        Relecture.objects.filter(candidature__in=towns)
        .exclude(etat="retiree")
        .select_related("relecteur", "candidature")
    )
    asked = list(Avis.objects.filter(candidature__in=towns).select_related("expert"))
    mandates = list(relecteurs(appel))
    needs = Besoin.objects.filter(relecture__candidature__in=towns, traite_le=None).select_related(
        "relecture__candidature", "relecture__relecteur"
    )
    links = Recusation.objects.filter(candidature__in=towns).select_related("utilisateur", "candidature")
    return Avancement(
        [_town(one, readings, asked, mandates, appel.relectures_voulues) for one in towns],
        [_charge(one, readings, day) for one in mandates],
        [Attente(one, one.relecture.candidature.etat in READ) for one in needs],
        list(links),
    )


def _town(
    candidature: Candidature, readings: Sequence[Relecture], asked: Sequence[Avis], mandates: Sequence[Mandat],
    wanted: int,
) -> Suivie:  # fmt: skip
    those = [one for one in readings if one.candidature_id == candidature.pk]
    reading = {one.relecteur_id for one in those}
    return Suivie(
        candidature, those, wanted, [one for one in asked if one.candidature_id == candidature.pk],
        [one for one in mandates if one.utilisateur_id not in reading],
    )  # fmt: skip


def _charge(mandat: Mandat, readings: Sequence[Relecture], day: date) -> Charge:
    own = [one for one in readings if one.relecteur_id == mandat.utilisateur_id]
    states: Mapping[str, int] = Counter(one.etat for one in own)
    late = sum(one.etat == "assignee" and one.avant_le is not None and one.avant_le < day for one in own)
    return Charge(
        mandat, states.get("assignee", 0) + states.get("rendue", 0), states.get("rendue", 0),
        states.get("abstenue", 0), states.get("recusee", 0), late,
    )  # fmt: skip
