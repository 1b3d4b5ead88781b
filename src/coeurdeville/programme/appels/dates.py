"""The dates of a call: when deposits are received, how the limit is put off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.timezone import now

from coeurdeville.core.problems import Kind, Problem
from coeurdeville.programme.horloge import instant
from coeurdeville.programme.models import Prolongation

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Appel

NO_LIMIT = Kind("prolongation-sans-date", "La nouvelle limite n’est pas donnée.", "Écrire un jour et une heure.")
NOT_LATER = Kind(
    "prolongation-avant-la-limite",
    "La nouvelle limite, le {nouvelle}, ne vient pas après celle d’aujourd’hui, le {ancienne}.",
    "Une limite annoncée ne s’avance pas : choisir un jour plus lointain.",
)
IN_THE_PAST = Kind(
    "prolongation-passee", "La nouvelle limite, le {nouvelle}, est déjà passée.", "Choisir un jour à venir."
)
TOO_EARLY = Kind(
    "instruction-avant-la-limite",
    "Les dépôts sont reçus jusqu’au {limite} : l’instruction ne peut pas commencer avant.",
    "Attendre la limite, que rien n’avance.",
)


class Moment(StrEnum):
    """Where a call stands for whoever would answer it."""

    A_VENIR = "à venir"
    OUVERT = "ouvert"
    CLOS = "clos"
    ANNULE = "annulé"


def moment(appel: Appel, quand: datetime | None = None) -> Moment:
    """At an instant, now by default. The limit itself is in time; only a published call is open."""
    quand = quand or now()
    if appel.etat == "annule":
        return Moment.ANNULE
    if appel.etat != "publie" or appel.ferme_le is None or quand > appel.ferme_le:
        return Moment.CLOS
    return Moment.A_VENIR if appel.ouvre_le is not None and quand < appel.ouvre_le else Moment.OUVERT


def verifier(
    appel: Appel, acteur: Utilisateur | None, motif: str, nouvelle: datetime | None = None
) -> Iterator[Problem]:
    """Why the limit cannot be put off to `nouvelle`."""
    if nouvelle is None:
        yield NO_LIMIT()
        return
    if appel.ferme_le is not None and nouvelle <= appel.ferme_le:
        yield NOT_LATER(nouvelle=instant(nouvelle), ancienne=instant(appel.ferme_le))
    if nouvelle <= now():
        yield IN_THE_PAST(nouvelle=instant(nouvelle))


def prolonger(appel: Appel, acteur: Utilisateur | None, motif: str, nouvelle: datetime) -> None:
    """Write the new limit, and keep the former one beside it."""
    assert appel.ferme_le is not None
    Prolongation.objects.create(appel=appel, ancienne=appel.ferme_le, nouvelle=nouvelle, motif=motif, par=acteur)
    appel.ferme_le = nouvelle
    appel.save(update_fields=["ferme_le"])


def refuser_avant_la_limite(appel: Appel, acteur: Utilisateur | None, motif: str) -> Iterator[Problem]:
    """Deposits are not closed before the limit that was announced."""
    if appel.ferme_le is not None and now() <= appel.ferme_le:
        yield TOO_EARLY(limite=instant(appel.ferme_le))
