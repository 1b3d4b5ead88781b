"""The clock of a request: what happens when, from the day it is received."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coeurdeville.core.french import day, spaced
from coeurdeville.inventory.demandes.article import Article
from coeurdeville.inventory.demandes.droit import droit
from coeurdeville.inventory.demandes.fondement import Destinataire, Fondement

ANSWER, SEIZE = 1, 2
"""Months that the holder has to answer, then that the applicant has to turn to the commission."""
LONG_ANSWER = 2
"""Months when many or complex data on the environment are asked for, and the holder says so in time."""
SILENCE = ("crpa-r311-12", "crpa-r311-13")
WEEKEND = {5: "samedi", 6: "dimanche"}


@dataclass(frozen=True)
class Echeance:
    """One moment of the clock."""

    cle: str
    """`reponse`, `prolongation`, `cada` or `relance`."""
    titre: str
    date: date | None
    """None when the day of receipt is not known."""
    phrase: str
    """When it is and what it means, in French."""
    cles: tuple[str, ...] = ()
    """Keys of the articles that set it; none for a courtesy."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that set it."""
        return tuple(droit()[key] for key in self.cles)


def months_after(start: date, months: int) -> date:
    """The same day of the month, `months` later; its last day when it has no such day: 31/01 gives 28 or 29/02."""
    from dateutil.relativedelta import relativedelta

    return start + relativedelta(months=months)


def echeances(fondement: Fondement, recue_le: date | None) -> tuple[Echeance, ...]:
    """The moments of a request on this ground, in order.

    The two months of the commission run from the day of the refusal: after a short month that is the earlier of two
    readings. A day that is not worked is not put off: nobody should count on it.
    """
    return tuple(_of_right(fondement, recue_le)) if fondement.horloge else (_reminder(fondement, recue_le),)


def _of_right(fondement: Fondement, received: date | None) -> Iterator[Echeance]:
    refused = months_after(received, ANSWER) if received else None
    environment = fondement.cle == "environnement"
    yield Echeance("reponse", "Réponse, ou refus né du silence", refused, spaced(
        f"{_on(refused, 'un mois après la réception')} : le détenteur a répondu, ou son silence vaut refus."
    ), (*(("env-r124-1",) if environment else ()), *SILENCE))  # fmt: skip
    if environment:
        later = months_after(received, LONG_ANSWER) if received else None
        yield Echeance("prolongation", "Réponse prolongée", later, spaced(
            f"{_on(later, 'deux mois après la réception')} : si le détenteur a annoncé dans le premier mois, avec ses "
            "motifs, qu’il lui en fallait un second."
        ), ("env-r124-1",))  # fmt: skip
    last = months_after(refused, SEIZE) if refused else None
    closed = WEEKEND.get(last.weekday()) if last else None
    early = f" C’est un {closed} : s’y prendre avant." if closed else ""
    yield Echeance("cada", "Dernier jour pour saisir la CADA", last, spaced(
        f"{_on(last, 'deux mois après le refus')} : la commission d’accès aux documents administratifs peut être "
        f"saisie jusque-là, et doit l’être avant tout juge.{early}"
    ), ("crpa-r343-1", *(("crpa-l342-2",) if fondement.cle == "administration" else ())))  # fmt: skip


def _reminder(fondement: Fondement, received: date | None) -> Echeance:
    """When to ask again where no law sets a day."""
    who = "le détenteur ne doit pas de réponse"
    if fondement.destinataire is Destinataire.SERVICE:
        who = "une note interne n’a pas d’horloge légale"
    elif fondement.droit:
        who = "le délai est celui du contrat, s’il en fixe un"
    again = months_after(received, ANSWER) if received else None
    when = _on(again, "un mois après la réception")
    return Echeance("relance", "Rappel proposé", again, spaced(f"{when} : rappel proposé ; {who}."))


def _on(when: date | None, relative: str) -> str:
    return day(when) if when else f"{relative[0].upper()}{relative[1:]}"
