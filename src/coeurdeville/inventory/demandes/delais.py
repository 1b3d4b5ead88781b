"""The clock of a request: what happens when, from the day it is received."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coeurdeville.core.french import capital, day, spaced
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
    """`reponse`, `cada`, `prolongation`, `cada-prolongee` or `relance`."""
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


def echeances(fondement: Fondement, recue_le: date | None, today: date | None = None) -> tuple[Echeance, ...]:
    """The moments of a request on this ground: those of the first month, then those of a second one, if announced.

    The two months of the commission run from the day of the refusal: after a short month that is the earlier of two
    readings. A day that is not worked is not put off: nobody should count on it. What is past `today` is said to be.
    """
    day_read = today or date.today()
    if not fondement.horloge:
        return (_reminder(fondement, recue_le, day_read),)
    return tuple(one for way in _ways(fondement) for one in _path(fondement, recue_le, way, day_read))


@dataclass(frozen=True)
class _Way:
    """One way in which the clock may run."""

    months: int
    """That the holder has."""
    names: tuple[str, str]
    keys: tuple[str, ...]
    told: str = ""
    """In which case, as the beginning of a clause."""


def _ways(fondement: Fondement) -> Iterator[_Way]:
    """The common one; for the environment, a second month that the holder may announce."""
    if fondement.cle != "environnement":
        yield _Way(ANSWER, ("reponse", "cada"), SILENCE)
        return
    told = "si aucun second mois n’a été annoncé, "
    yield _Way(ANSWER, ("reponse", "cada"), ("env-r124-1", *SILENCE), told)
    told = "si un second mois a été annoncé dans le premier, avec ses motifs, "
    yield _Way(LONG_ANSWER, ("prolongation", "cada-prolongee"), ("env-r124-1",), told)


def _path(fondement: Fondement, received: date | None, way: _Way, today: date) -> Iterator[Echeance]:
    """The refusal that silence makes, and the last day for the commission."""
    refused = months_after(received, way.months) if received else None
    when = _on(refused, f"{'un mois' if way.months == ANSWER else 'deux mois'} après la réception")
    if refused and refused < today:
        when = f"Le délai de réponse est passé depuis le {day(refused)}"
    phrase = f"{when} : {way.told}le détenteur a répondu, ou son silence vaut refus."
    yield Echeance(way.names[0], "Réponse, ou refus né du silence", refused, spaced(phrase), way.keys)
    last = months_after(refused, SEIZE) if refused else None
    beside = ("crpa-l342-2",) if "rep-num-1" in fondement.cles else ()
    yield Echeance(way.names[1], "Dernier jour pour saisir la CADA", last, spaced(_commission(last, way.told, today)),
                   ("crpa-r343-1", *beside))  # fmt: skip


def _commission(last: date | None, told: str, today: date) -> str:
    if last and last < today:
        return capital(f"{told}le délai pour saisir la CADA est passé depuis le {day(last)}.")
    closed = WEEKEND.get(last.weekday()) if last else None
    early = f" C’est un {closed} : s’y prendre avant." if closed else ""
    return (
        f"{_on(last, 'deux mois après le refus')} : {told}la commission d’accès aux documents administratifs (CADA) "
        f"peut être saisie jusque-là, et doit l’être avant tout juge.{early}"
    )


def _reminder(fondement: Fondement, received: date | None, today: date) -> Echeance:
    """When to ask again where no law sets a day."""
    who = "une demande courtoise n’a pas d’horloge légale"
    if fondement.destinataire is Destinataire.SERVICE:
        who = "une note interne n’a pas d’horloge légale"
    elif fondement.droit:
        who = "le délai est celui du contrat, s’il en fixe un"
    again = months_after(received, ANSWER) if received else None
    when = f"{_on(again, 'un mois après la réception')} : rappel proposé"
    if again and again < today:
        when = f"Le jour du rappel proposé est passé depuis le {day(again)}"
    return Echeance("relance", "Rappel proposé", again, spaced(f"{when} ; {who}."))


def _on(when: date | None, relative: str) -> str:
    return day(when) if when else capital(relative)
