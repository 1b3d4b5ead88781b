"""How often one address may ask for one thing. Counted in the cache: a process that restarts forgets."""

from __future__ import annotations

import time

from django.core.cache import cache
from django.http import HttpRequest


def wait_of(request: HttpRequest, what: str, most: int, seconds: int) -> int:
    """Seconds to wait when this address asked for `what` more than `most` times in this span of `seconds`; else 0.

    `most` 0: no limit. Spans start at fixed times, so two at most come one after the other.
    """
    if not most:
        return 0
    now = int(time.time())
    key = f"{what}:{request.META.get('REMOTE_ADDR', '')}:{now // seconds}"
    cache.add(key, 0, seconds)
    try:
        asked = cache.incr(key)
    except ValueError:  # expired between the two lines
        asked = 1
    return seconds - now % seconds if asked > most else 0
