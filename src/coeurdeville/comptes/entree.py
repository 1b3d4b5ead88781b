"""When a session was opened: what touches the hold of an account is only done in a recent one, or with its password."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

CLE = "entree"
RECENTE = timedelta(minutes=15)


def dater(request: HttpRequest, **_: Any) -> None:
    """Write down the moment in the session of whoever has just signed in, by whatever way."""
    request.session[CLE] = int(time.time())


def recente(session: SessionBase) -> bool:
    """Whether somebody signed in less than a quarter of an hour ago."""
    return time.time() - float(session.get(CLE, 0)) < RECENTE.total_seconds()
