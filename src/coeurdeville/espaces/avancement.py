"""How far a run is, written as it goes, not too often; what cannot be written does not stop it."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field

from django.db import DatabaseError

from coeurdeville.espaces.calculs import avancer
from coeurdeville.espaces.models import Calcul

logger = logging.getLogger(__name__)
EVERY = 1.0
"""Seconds between two writes of one step."""
LAST = 99
"""Percentage at most: the edition is not kept yet."""


class Dessaisi(Exception):
    """The run has been given to another worker: this one was believed dead."""


@dataclass
class Avancement:
    """What `establish` tells its progress to."""

    calcul: Calcul
    _step: str = field(default="", init=False)
    _at: float = field(default=float("-inf"), init=False)

    def __call__(self, step: str, percent: int) -> None:
        """Keep a step and a percentage.

        Raises
        ------
        Dessaisi
            When the run is no longer this worker's: the work stops here.
        """
        now = time.monotonic()
        if step == self._step and now - self._at < EVERY:
            return
        self._step, self._at = step, now
        try:
            mine = avancer(self.calcul, etape=step[:200], avancement=min(max(percent, 0), LAST))
        except DatabaseError:
            logger.warning("the progress of run %s could not be written", self.calcul.pk, exc_info=True)
            return
        if not mine:
            raise Dessaisi
