"""Doing something that may be refused, then coming back to a page that says what happened."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from coeurdeville.core.french import spaced
from coeurdeville.core.problems import Refused
from coeurdeville.web.espace.dossier.mots import pour_le_web


def fait(request: HttpRequest, act: Callable[[], object], said: str, back: str) -> HttpResponse:
    """The page `back`, which says what was done, or why it was not."""
    try:
        act()
    except Refused as refused:
        for problem in pour_le_web(refused.problems):
            messages.error(request, f"{problem.message} {problem.cure}")
    else:
        messages.success(request, spaced(said))
    return redirect(back)
