"""The OpenAPI document, and the page in French that is made from it."""

from __future__ import annotations

import json
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from coeurdeville.api.bodies import Body, served
from coeurdeville.api.document import openapi
from coeurdeville.api.pasted import pasted_sections
from coeurdeville.api.reading import codes
from coeurdeville.api.usage import USAGE
from coeurdeville.espaces.fraicheur import REGISTRES


def document(request: HttpRequest) -> HttpResponse:
    """/api/openapi.json."""
    return served(_document(), REGISTRES)


def page(request: HttpRequest) -> HttpResponse:
    """/api/."""
    told = {"usage": USAGE, "sections": pasted_sections(), "codes": codes(), "info": openapi()["info"]}
    return render(request, "api/page.html", told)


@cache
def _document() -> Body:
    return Body(json.dumps(openapi(), ensure_ascii=False, separators=(",", ":")).encode())
