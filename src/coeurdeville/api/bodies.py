"""The bytes of an answer, made once: their ETag, how long a client may keep them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from hashlib import blake2b

from django.http import HttpResponse
from django.utils.http import http_date
from pydantic import BaseModel

from coeurdeville.espaces.fraicheur import Trace, suivre

JSON = "application/json"
GEOJSON = "application/geo+json"
CSV = "text/csv; charset=utf-8"


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


def served(body: Body, trace: Trace | None) -> HttpResponse:
    """The answer, kept for all as long as what it follows from is this; 304 and compression are those of the site."""
    response = HttpResponse(body.content, content_type=body.media)
    response["ETag"] = body.etag
    response["Cache-Control"] = f"public, max-age={body.age}"
    response["Vary"] = "Accept-Encoding"
    if body.modified is not None:
        response["Last-Modified"] = http_date(int(body.modified.astimezone(UTC).timestamp()))
    if body.filename:
        response["Content-Disposition"] = f'attachment; filename="{body.filename}"'
    return suivre(response, trace)
