"""Pages that are the same for everybody without account: rendered once, kept compressed, given again."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Callable, Sequence

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

SECONDS = 300
"""What a page takes from elsewhere than its edition (the matrix, the other towns) is at most that late."""
ACCEPTED = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")


def kept(request: HttpRequest, of: Sequence[object], render: Callable[[], HttpResponse]) -> HttpResponse:
    """The page, from what is kept when the reader has no session; `of` says what makes it another page."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return render()
    key = hashlib.sha256(repr((request.path, *of)).encode()).hexdigest()
    found: tuple[str, bytes] | None = cache.get(key)
    if found is None:
        page = render().content
        found = hashlib.sha256(page).hexdigest()[:20], gzip.compress(page, 6, mtime=0)
        cache.set(key, found, SECONDS)
    return _answer(request, *found)


def _answer(request: HttpRequest, mark: str, packed: bytes) -> HttpResponse:
    """Compressed for who takes it; its mark lets a browser that has it keep it."""
    zipped = ACCEPTED.search(request.headers.get("Accept-Encoding", "")) is not None
    response = HttpResponse(packed if zipped else gzip.decompress(packed))
    if zipped:
        response["Content-Encoding"] = "gzip"
    response["ETag"] = f'W/"{mark}"'
    response["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ("Accept-Encoding", "Cookie"))
    return response
