"""How many files one address may send in an hour. Counted in the cache: a process that restarts forgets."""

from __future__ import annotations

import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

HOUR = 3600


def wait_of(request: HttpRequest) -> int:
    """Seconds to wait when this address sent too many; 0 when it may. `CHECKS_PER_HOUR` 0: no limit."""
    most: int = settings.CHECKS_PER_HOUR
    if not most:
        return 0
    now = int(time.time())
    key = f"verifier:{request.META.get('REMOTE_ADDR', '')}:{now // HOUR}"
    cache.add(key, 0, HOUR)
    try:
        sent = cache.incr(key)
    except ValueError:  # expired between the two lines
        sent = 1
    return HOUR - now % HOUR if sent > most else 0
