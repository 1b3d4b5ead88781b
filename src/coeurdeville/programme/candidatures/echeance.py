"""How long there is until a limit, in words, by the server's clock."""

from __future__ import annotations

from datetime import datetime, timedelta

from coeurdeville.core.french import plural

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def reste(limite: datetime, maintenant: datetime) -> str:
    """`3 jours et 4 heures`, `2 heures et 5 minutes`, `12 minutes`, `moins d’une minute`; empty once it is passed."""
    left = limite - maintenant
    if left < timedelta():
        return ""
    if left < MINUTE:
        return "moins d’une minute"
    units = ((DAY, "jour"), (HOUR, "heure"), (MINUTE, "minute"))
    told = []
    for unit, word in units:
        count, left = divmod(left, unit)
        told.append(plural(count, word) if count else "")
    days, hours, minutes = told
    return " et ".join(filter(None, (days, hours) if days else (hours, minutes)))
