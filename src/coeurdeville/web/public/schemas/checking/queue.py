"""A file that is too long for a page to wait for: given to the worker, and given again if the worker was killed."""

from __future__ import annotations

import time

from coeurdeville.web.public.schemas.checking.kept import Kept
from coeurdeville.web.public.schemas.checking.tasks import check_file

ASKED = "demande"
PATIENCE = 60
"""Seconds after which a work that nobody does is asked for again: doing it twice does nothing."""


def ask(kept: Kept) -> None:
    """Have the worker advance the checking."""
    (kept.folder / ASKED).touch()
    check_file.enqueue(kept.token)


def ask_again_if_dropped(kept: Kept) -> None:
    """Ask once more when it was asked long ago and nobody works on it."""
    asked = kept.folder / ASKED
    if not kept.busy and (not asked.is_file() or time.time() - asked.stat().st_mtime > PATIENCE):
        ask(kept)
