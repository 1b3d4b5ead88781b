"""The IGN background map: only a page that the reader asked for with it may call the servers of the Géoplateforme."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponseBase

HOST = "https://data.geopf.fr"
WIDENED = {"connect-src": [HOST], "img-src": [HOST]}
"""What is added to the policy: tiles are fetched by the map library, then drawn."""


def with_background(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Tells the view whether `?fond=ign` was asked, and widens the policy of the page then alone."""

    @wraps(view)
    def shown(request: HttpRequest, *given: Any, **named: Any) -> HttpResponseBase:
        if request.GET.get("fond") != "ign":
            return view(request, *given, **named, background=False)
        return csp_update(WIDENED)(lambda asked: view(asked, *given, **named, background=True))(request)

    return shown
