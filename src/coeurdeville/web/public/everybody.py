"""Pages that are the same for everybody without session."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from coeurdeville.espaces.fraicheur import suivre, trace

View = Callable[..., HttpResponseBase]


def everybody(view: View) -> View:
    """The page follows from its address and from what towns publish: made once until `trace` changes.

    Of the database it may read only the tables that `espaces.fraicheur` counts: a test checks it. A browser asks each
    time whether the page that it holds is still the one.
    """

    @wraps(view)
    def seen(request: HttpRequest, *given: Any, **named: Any) -> HttpResponseBase:
        before = trace()
        response = view(request, *given, **named)
        if response.status_code == 200:
            response["Cache-Control"] = "no-cache"
        return suivre(response, before)

    return seen
