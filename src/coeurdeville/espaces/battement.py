"""A sign of life of a run, at a steady beat, whatever the step under way takes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection

from coeurdeville.espaces.calculs import avancer
from coeurdeville.espaces.models import Calcul

logger = logging.getLogger(__name__)
BEAT = 15.0
"""Seconds; several of them make `calculs.SILENCE`."""


@contextmanager
def battement(calcul: Calcul, beat: float = BEAT) -> Iterator[None]:
    """Beat as long as the block lasts, from a thread with a connection of its own."""
    stop = threading.Event()
    thread = threading.Thread(target=_beat, args=(calcul, beat, stop), name=f"calcul-{calcul.pk}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _beat(calcul: Calcul, beat: float, stop: threading.Event) -> None:
    """A beat that the database refuses is lost; the next one may come through."""
    try:
        while not stop.wait(beat):
            try:
                avancer(calcul)
            except DatabaseError:
                logger.warning("run %s could not give its sign of life", calcul.pk, exc_info=True)
    finally:
        connection.close()
