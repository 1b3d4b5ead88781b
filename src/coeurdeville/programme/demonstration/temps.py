"""Telling a past season: in a block, it is the hour that the story says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, tzinfo

from django.db.models import F
from django.utils import timezone

from coeurdeville.programme.horloge import PARIS
from coeurdeville.programme.models import Courrier, Suivi


def instant(jour: date, heure: int = 10, minute: int = 0) -> datetime:
    """An hour of a day, in Paris."""
    return datetime.combine(jour, time(heure, minute), PARIS)


@contextmanager
def le(quand: datetime) -> Iterator[datetime]:
    """In this block it is `quand` for the whole programme: its rules, its records, its letters, what versions keep.

    All of them ask Django for the time, and Django reads it in one place, which this block holds still. For the
    command that tells the story alone: a process that serves people has one hour for everybody.
    """
    former = timezone.datetime  # type: ignore[attr-defined]
    timezone.datetime = _held(quand)  # type: ignore[attr-defined]
    try:
        yield quand
    finally:
        timezone.datetime = former  # type: ignore[attr-defined]


def courriers_partis() -> None:
    """Letters of the story left as it went: none waits, none is sent."""
    waiting = Courrier.objects.filter(suivi__in=(Suivi.A_ENVOYER, Suivi.A_RELIRE))
    waiting.update(suivi=Suivi.ENVOYE, envoye_le=F("prepare_le"))


class _AnyInstant(type):
    """An ordinary instant is one of a clock that is held too: Django asks before it puts one in local time."""

    def __instancecheck__(cls, one: object) -> bool:
        return isinstance(one, datetime)


def _held(quand: datetime) -> type[datetime]:
    """`datetime`, whose present is `quand`."""

    class Held(datetime, metaclass=_AnyInstant):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return quand.astimezone(tz)

    return Held
