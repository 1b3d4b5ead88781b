"""Days that are written in an act of the instruction: when the jury sat, before when something is awaited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from coeurdeville.core.french import day
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.models import Evenement

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel

UNREADABLE = Kind("instruction-jour-illisible", "« {texte} » n’est pas un jour.", "Écrire le jour ainsi : 30/04/2027.")
NO_SITTING = Kind(
    "seance-sans-jour", "Le jour de la séance ne se lit pas.", "Écrire le jour où le jury a siégé, ainsi : 30/04/2027."
)
TO_COME = Kind(
    "seance-a-venir",
    "La séance serait du {jour}, qui n’est pas venu.",
    "Établir le procès-verbal une fois la séance tenue.",
)
TOO_EARLY = Kind(
    "seance-trop-tot", "La séance serait du {jour}, avant {ouverture}.", "Écrire le jour où le jury a siégé."
)
PAST = Kind("echeance-passee", "Le {jour} est passé.", "Choisir aujourd’hui ou un jour à venir.")


def lire(texte: str) -> date | None:
    """A day as a form sends it, `2027-04-30`, or as it is written, `30/04/2027`; None when nothing is written.

    Raises
    ------
    Refused
        `instruction-jour-illisible`.
    """
    written = texte.strip()
    if not written:
        return None
    try:
        return date.fromisoformat("-".join(reversed(written.split("/"))))
    except ValueError:
        raise Refused([UNREADABLE(texte=written)]) from None


def seance_possible(appel: Appel, le: date | None) -> Iterator[Problem]:
    """A jury has sat by now, once it could read everything; once it announced, for what minutes complete."""
    if le is None:
        yield NO_SITTING()
        return
    if le > timezone.localdate():
        yield TO_COME(jour=day(le))
    opened, what = _opened(appel)
    if opened is not None and le < opened:
        yield TOO_EARLY(jour=day(le), ouverture=f"{what} ({day(opened)})")


def echeance_possible(avant_le: date | None) -> Iterator[Problem]:
    """Nothing is awaited before a day that is past."""
    if avant_le is not None and avant_le < timezone.localdate():
        yield PAST(jour=day(avant_le))


def _opened(appel: Appel) -> tuple[date | None, str]:
    """From which day the jury could sit, and what happened on it; None when the journal does not say."""
    if appel.annonce_le is not None:
        return timezone.localdate(appel.annonce_le), "l’annonce des décisions"
    closed = Evenement.objects.filter(objet="appel", numero=appel.pk, verbe="instruire").order_by("pk").last()
    return (timezone.localdate(closed.date) if closed else None), "la clôture des dépôts"
