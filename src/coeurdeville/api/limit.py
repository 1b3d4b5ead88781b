"""How many requests one address may make in a minute. Counted in the cache: a process that restarts forgets."""

from __future__ import annotations

import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

MINUTE = 60


def wait_of(request: HttpRequest) -> int:
    """Seconds to wait when this address has asked too much; 0 when it may ask. `API_PER_MINUTE` 0: no limit."""
    most: int = settings.API_PER_MINUTE
    if not most:
        return 0
    now = int(time.time())
    key = f"api:{request.META.get('REMOTE_ADDR', '')}:{now // MINUTE}"
    cache.add(key, 0, MINUTE)
    try:
        asked = cache.incr(key)
    except ValueError:  # expired between the two lines
        asked = 1
    return MINUTE - now % MINUTE if asked > most else 0
