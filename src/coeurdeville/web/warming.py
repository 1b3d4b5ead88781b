"""What a process that serves pages does at its start, beside them: what the first reader would wait for."""

from __future__ import annotations

import logging
from threading import Thread

from django.db import connections
from django.urls import get_resolver

LOGGER = logging.getLogger("coeurdeville.chauffe")


def warm_up() -> Thread:
    """Start without waiting. A reader who comes before the end waits for the same matrix: it is not made twice."""
    thread = Thread(target=_warm, daemon=True, name="chauffe")
    thread.start()
    return thread


def _warm() -> None:
    """The code of every page, then the matrix. What fails here is said by the page that needs it."""
    try:
        get_resolver().url_patterns  # noqa: B018 - imports what every address leads to
        _matrix()
    except Exception:
        LOGGER.exception("the matrix was not made at start")
    finally:
        connections.close_all()


def _matrix() -> None:
    from coeurdeville.web.public.redeployment.asked import asked
    from coeurdeville.web.public.redeployment.fragments import shown

    shown(asked({}))
