"""How a session was opened: what touches the hold of an account asks for more than an open session."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

ENTREE, LIEN = "entree", "lien"
"""Keys of a session: the moment of the last sign-in, and that of the last one by a one-time link."""
RECENTE = timedelta(minutes=15)


def dater(request: HttpRequest, **_: Any) -> None:
    """Write down the moment of whoever has just signed in; what a former link proved is over."""
    request.session[ENTREE] = int(time.time())
    request.session.pop(LIEN, None)


def dater_lien(request: HttpRequest) -> None:
    """Write down, once signed in, that it was by a link received at the address of the account."""
    request.session[LIEN] = int(time.time())


def recente(session: SessionBase) -> bool:
    """Whether somebody signed in, by whatever way, less than a quarter of an hour ago."""
    return _il_y_a_peu(session, ENTREE)


def par_lien(session: SessionBase) -> bool:
    """Whether a link signed somebody in less than a quarter of an hour ago, and nothing else since."""
    return _il_y_a_peu(session, LIEN)


def _il_y_a_peu(session: SessionBase, cle: str) -> bool:
    return time.time() - float(session.get(cle, 0)) < RECENTE.total_seconds()
