"""Time of the programme: the server's, said in Paris."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from coeurdeville.core.french import NBSP, day

PARIS = ZoneInfo("Europe/Paris")


def heure(when: datetime) -> str:
    """`8 h 37`, in Paris."""
    there = when.astimezone(PARIS)
    return f"{there.hour}{NBSP}h{NBSP}{there.minute:02d}"


def instant(when: datetime, *, secondes: bool = False) -> str:
    """`30/04/2022 à 23 h 59`, in Paris; of an hour that the change of clocks gives twice, which one it is.

    With `secondes`, `30/04/2022 à 23 h 59 min 07 s`, for what is decided at that grain.
    """
    there = when.astimezone(PARIS)
    twice = there.utcoffset() != there.replace(fold=1 - there.fold).utcoffset()
    season = (" (heure d’hiver)" if not there.dst() else " (heure d’été)") if twice else ""
    exact = f" min {there.second:02d} s" if secondes else ""
    return f"{day(there.date())} à {there.hour} h {there.minute:02d}{exact}{season}"
