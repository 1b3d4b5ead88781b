"""`django travailler`: the work behind pages: runs, checks of large files, and what is due from time to time."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from io import StringIO
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections

from coeurdeville.web.exploitation.pulse import beat

LOGGER = logging.getLogger("coeurdeville.travail")
MINUTE, HOUR = 60, 3600
WAIT = 5.0
"""Seconds before a worker that lost the database tries again."""
DUE = {
    "reprendre_calculs": MINUTE,
    "reindexer --en-retard": MINUTE,
    "expedier": MINUTE,
    "purger_verifications": HOUR,
    "solder_travaux": HOUR,
    "prune_db_task_results": HOUR,
    "purger_comptes": 24 * HOUR,
    "rappeler": 24 * HOUR,
    "relancer_relectures": 24 * HOUR,
    "conserver": 24 * HOUR,
    "clearsessions": 24 * HOUR,
}
"""Command -> seconds between two times; each is also done at start."""


class Command(BaseCommand):
    """A worker, and a clock beside it."""

    help = "Fait les travaux de fond : calculs demandés, reprise de ceux qui se sont arrêtés, ménage."

    def handle(self, *args: Any, **options: Any) -> None:
        """Until it is told to stop; the task under way is ended first."""
        threading.Thread(target=keep_time, daemon=True, name="horloge").start()
        work(
            lambda: call_command(
                "db_worker", queue_name="*", interval=1, startup_delay=False, verbosity=0, reload=False
            )
        )


def work(worker: Callable[[], object], wait: float = WAIT) -> None:
    """Let a worker work until it is told to stop; a database that does not answer is waited for."""
    while True:
        try:
            worker()
        except OperationalError:
            LOGGER.exception("la base n’a pas répondu, le travail reprend")
            close_old_connections()
            time.sleep(wait)
        else:
            return


def keep_time() -> None:
    """Each command of `DUE` at its hour, for ever, with a sign of life between two.

    One that fails is logged and tried again at its next hour.
    """
    last: dict[str, float] = {}
    while True:
        beat()
        for name in due(last, time.monotonic()):
            _do(name)
            beat()
        time.sleep(5)


def due(last: dict[str, float], now: float) -> list[str]:
    """The commands whose hour has come; `last` is written with it."""
    ready = [name for name, every in DUE.items() if name not in last or now - last[name] >= every]
    last.update(dict.fromkeys(ready, now))
    return ready


def _do(name: str) -> None:
    """What the command says goes to the log, as one line."""
    said = StringIO()
    try:
        call_command(*name.split(), verbosity=0, stdout=said)
        if said.getvalue().strip():
            told = {"commande": name, "dit": said.getvalue().split("\n")[:-1]}
            LOGGER.info("un travail est fait", extra={"champs": told})
    except Exception:
        LOGGER.exception("un travail n’a pas abouti", extra={"champs": {"commande": name}})
    finally:
        close_old_connections()
