"""The files of a version: a browser keeps them, and asks each time whether they are still public."""

from __future__ import annotations

from functools import lru_cache
from hashlib import file_digest
from pathlib import Path

from csp.decorators import csp_exempt
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.http import content_disposition_header, parse_etags

from coeurdeville.core.french import slug
from coeurdeville.espaces.diagnostics import diagnostic_of
from coeurdeville.espaces.villes import VillePublique
from coeurdeville.reports.editions.offered import WHOLE
from coeurdeville.web.public.town.downloads import type_of
from coeurdeville.web.public.town.finding import at_town
from coeurdeville.web.public.town.versions import named, withdrawn

ASKED_EACH_TIME = "public, no-cache"
"""A version that is withdrawn is gone from caches too."""
SHOWN = ("application/pdf",)
"""Opened by the browser; the rest is saved, the page in one file too: it has its own policy, and is read off line."""


@at_town
def fichier(request: HttpRequest, town: VillePublique, edition: str, name: str) -> HttpResponseBase:
    """One file of an edition; 404 for any other name, 410 once the edition is withdrawn; read from any site.

    A file that every edition has and that is no longer on the disk is a failure, which is said as one. Without policy:
    the PDF readers of browsers are pages too, and draw nothing under ours.
    """
    row = named(town, edition)
    if row.retiree_le is not None:
        return withdrawn(request, town, row)
    path = diagnostic_of(row).files.path(name)
    if path is None and name not in WHOLE:
        raise Http404(name)
    if path is None:
        raise FileNotFoundError(name)
    mark = _mark(path)
    response = HttpResponse(status=304) if _has(request, mark) else _sent(path, town, edition, name)
    response["ETag"], response["Cache-Control"] = mark, ASKED_EACH_TIME
    response["Access-Control-Allow-Origin"] = "*"
    return csp_exempt()(lambda _: response)(request)


def _mark(path: Path) -> str:
    """What the content is known by."""
    known = path.stat()
    return f'"{_digest(path, known.st_mtime_ns, known.st_size)}"'


@lru_cache(4096)
def _digest(path: Path, _changed: int, _size: int) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()[:32]


def _has(request: HttpRequest, mark: str) -> bool:
    """Whether the browser holds the file; a proxy that compresses may have made its mark a weak one."""
    held = parse_etags(request.headers.get("If-None-Match", ""))
    return any(one.removeprefix("W/") in (mark, "*") for one in held)


def _sent(path: Path, town: VillePublique, edition: str, name: str) -> HttpResponseBase:
    """The file, under a name that says of which town and which day it is."""
    kind = type_of(name)
    response = FileResponse(path.open("rb"), content_type=kind)
    saved = f"{slug(town.nom)}-{edition}-{name}"
    response["Content-Disposition"] = content_disposition_header(kind not in SHOWN, saved) or "inline"
    return response
