"""Whether an answer made of public data still holds: one row tells the state that all of them follow from."""

from __future__ import annotations

from typing import TypeVar

from django.db import connection
from django.http import HttpResponseBase

from coeurdeville.espaces.models import Calcul, Edition, Espace, Etat

Trace = tuple[object, ...]
"""Two that are equal: nothing public has changed in between."""
REGISTRES: Trace = ()
"""Of what follows from the program alone: it holds as long as the process."""
MARK = "_trace"
R = TypeVar("R", bound=HttpResponseBase)

ROW = f"""SELECT * FROM
    (SELECT COUNT(*), MAX(id), SUM(revision) FROM {Espace._meta.db_table}) AS espaces,
    (SELECT COUNT(*), MAX(id) FROM {Calcul._meta.db_table} WHERE etat = '{Etat.FAIT.value}') AS calculs,
    (SELECT COUNT(*), MAX(id), COUNT(publiee_le), MAX(publiee_le), COUNT(retiree_le), MAX(retiree_le)
        FROM {Edition._meta.db_table}) AS editions"""


def trace() -> Trace:
    """Of the database now: another after each space, revision, run that ended, edition, publication or withdrawal.

    It is drawn from the rows themselves, so that nobody has to remember to change it, in any process. One query.
    """
    with connection.cursor() as cursor:
        cursor.execute(ROW)
        return tuple(cursor.fetchone())


def suivre(response: R, found: Trace | None) -> R:
    """Says of an answer that it is the same for everybody without session, as long as the trace is this one.

    The trace is taken before the answer is made: what changes meanwhile makes it another. None: it is never kept.
    """
    setattr(response, MARK, found)
    return response


def trace_de(response: HttpResponseBase) -> Trace | None:
    """What an answer follows from; None for one that is not everybody's."""
    found: Trace | None = getattr(response, MARK, None)
    return found


def vraie(found: Trace) -> bool:
    """Whether nothing has changed since this trace was taken."""
    return found == REGISTRES or found == trace()
