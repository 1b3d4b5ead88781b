"""Trying again what a locked database refused, where nobody waits in front of a page."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from django.db import OperationalError

T = TypeVar("T")
WAITS = (0.5, 2.0, 8.0)
"""Seconds before each new try; the database itself has waited twenty each time."""


def patient(write: Callable[[], T]) -> T:
    """What `write` gives, tried again when the database is locked or unreachable.

    Raises
    ------
    OperationalError
        After the last try.
    """
    for wait in WAITS:
        try:
            return write()
        except OperationalError:
            time.sleep(wait)
    return write()
