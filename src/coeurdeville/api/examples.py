"""The documented answer of each route: made on the spot from the registries, or kept of a fictional town."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import resolve

from coeurdeville.api.bodies import CSV
from coeurdeville.api.declaring import Route

FOLDER = Path(__file__).with_name("exemples")
SITE = "{site}"
"""Stands for the address of the site in a kept answer."""


def answer_of(route: Route) -> Any:
    """The answer to the example of a route: a JSON value, or the text of a file."""
    kept = kept_file(route)
    text = kept.read_text("utf-8").replace(SITE, settings.ADDRESS) if kept.is_file() else _asked(route.example)
    return text if route.media == CSV else json.loads(text)


def kept_file(route: Route) -> Path:
    """Where the answer of a route is kept, when it depends on what towns published."""
    return FOLDER / f"{route.name}.{'csv' if route.media == CSV else 'json'}"


def _asked(address: str) -> str:
    parts = urlsplit(address)
    found, request = resolve(parts.path), HttpRequest()
    request.method, request.path_info, request.GET = "GET", parts.path, QueryDict(parts.query)
    request.resolver_match = found
    content: bytes = found.func(request, *found.args, **found.kwargs).content
    return content.decode()
