"""Addresses under /api/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, re_path

from coeurdeville.api.interface import absent, api
from coeurdeville.api.page import document, page

ninja, _, _ = api.urls
urlpatterns: list[URLPattern | URLResolver] = [
    path("", page, name="api"),
    path("openapi.json", document, name="openapi"),
    *(one for one in ninja if getattr(one, "name", "") != "api-root"),
    re_path(r"", absent, name="api-absente"),
]
