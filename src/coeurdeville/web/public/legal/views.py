"""Pages of plain text; who runs the site fills in what only they know, by the settings."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coeurdeville.core.french import spaced


def page(template: str, title: str, summary: str) -> Callable[[HttpRequest], HttpResponse]:
    """The view of a page that says the same to everybody."""

    @require_safe
    def view(request: HttpRequest) -> HttpResponse:
        return render(
            request, template, {"page_title": spaced(title), "page_summary": spaced(summary), "runner": runner()}
        )

    return view


def runner() -> dict[str, str]:
    """What the settings say of who runs the site; empty texts are to be filled in."""
    return {
        "publisher": settings.PUBLISHER,
        "address": settings.PUBLISHER_ADDRESS,
        "director": settings.PUBLICATION_DIRECTOR,
        "host": settings.HOST,
        "contact": settings.CONTACT,
        "session_days": str(settings.SESSION_COOKIE_AGE // 86400),
    }
