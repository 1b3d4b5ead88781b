"""A call that was cancelled: when, why, and how it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import localtime

from coeurdeville.core.french import day
from coeurdeville.programme.journal.ecriture import histoire

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel, Evenement

STATE = "annule"


def annulation(appel: Appel) -> Evenement | None:
    """The event by which a call was cancelled; None for a call that was not. One query, none for the others."""
    return histoire(appel).filter(vers=STATE).last() if appel.etat == STATE else None


def dite(event: Evenement) -> str:
    """`Cet appel a été annulé le 12/03/2027. Pourquoi.`: never by whom."""
    return f"Cet appel a été annulé le {day(localtime(event.date).date())}. {event.motif}"
