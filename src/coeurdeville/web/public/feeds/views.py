"""The page that tells of the feeds, and the rules for robots."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coeurdeville.espaces.lecture import editions_recentes
from coeurdeville.programme.cas_usage.lecture import versions_recentes
from coeurdeville.web.public.recent import recent_lines

SHOWN = 20
PRIVATE = ("/compte/", "/espace/", "/animation/", "/redaction/", "/reponse/", "/metriques")
"""What robots are asked to leave alone."""


@require_safe
def feeds(request: HttpRequest) -> HttpResponse:
    """The last editions, and how to follow the next ones."""
    return render(
        request,
        "flux/flux.html",
        {
            "page_title": "Fil d’actualité",
            "page_summary": "Les diagnostics et les cas d’usage que les villes ont publiés en dernier, et comment "
            "suivre les prochains.",
            "recent": recent_lines(editions_recentes(SHOWN)),
            "cas_recents": versions_recentes(SHOWN),
        },
    )


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Public pages may be read; the map of the site says which there are."""
    lines = ["User-agent: *", *(f"Disallow: {one}" for one in PRIVATE), f"Sitemap: {settings.ADDRESS}/sitemap.xml"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
