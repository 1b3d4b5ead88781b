"""The bytes of an answer, made once: their ETag, their compressed form, what a client that has them is told."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from hashlib import blake2b

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from pydantic import BaseModel

JSON = "application/json"
GEOJSON = "application/geo+json"
CSV = "text/csv; charset=utf-8"
WORTH_ZIPPING = 500
"""Bytes under which compressing gains nothing."""
GZIP = re.compile(r"\bgzip\b")


@dataclass(frozen=True)
class Body:
    """What is sent, whoever asks."""

    content: bytes
    media: str = JSON
    modified: datetime | None = None
    """When what it tells changed; None: not known."""
    age: int = 300
    """Seconds for which a client may keep it without asking again."""
    filename: str = ""
    """Under which a browser keeps it; empty: it is shown."""

    @classmethod
    def of(cls, told: BaseModel, media: str = JSON, modified: datetime | None = None, age: int = 300) -> Body:
        """A model, in JSON."""
        return cls(told.model_dump_json(by_alias=True).encode(), media, modified, age)

    @cached_property
    def etag(self) -> str:
        """Weak: the compressed form has the same."""
        return f'W/"{blake2b(self.content, digest_size=12).hexdigest()}"'

    @cached_property
    def zipped(self) -> bytes:
        """The same bytes by gzip, without date."""
        return gzip.compress(self.content, 6, mtime=0)


def served(request: HttpRequest, body: Body) -> HttpResponse:
    """The answer to one request: 304 when the client has these bytes, compressed when it reads that."""
    modified = None if body.modified is None else int(body.modified.astimezone(UTC).timestamp())
    known = get_conditional_response(request, body.etag, modified)
    response = known if known is not None else _whole(request, body)
    response["ETag"] = body.etag
    response["Cache-Control"] = f"public, max-age={body.age}"
    response["Vary"] = "Accept-Encoding"
    if modified is not None:
        response["Last-Modified"] = http_date(modified)
    return response


def _whole(request: HttpRequest, body: Body) -> HttpResponse:
    zips = len(body.content) > WORTH_ZIPPING and GZIP.search(request.headers.get("Accept-Encoding", ""))
    response = HttpResponse(body.zipped if zips else body.content, content_type=body.media)
    if zips:
        response["Content-Encoding"] = "gzip"
    if body.filename:
        response["Content-Disposition"] = f'attachment; filename="{body.filename}"'
    return response
