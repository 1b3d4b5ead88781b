"""A call found from the address of its pages."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from coeurdeville.core.problems import Problem
from coeurdeville.programme.appels.lecture import appel_de
from coeurdeville.programme.horloge import PARIS
from coeurdeville.programme.models import Appel

UNREADABLE = "Ce jour ou cette heure ne se lisent pas : par exemple 30/04/2027, 23:59."
CLOCKS = "Cette nuit-là, au changement d’heure, cette heure n’existe pas ou existe deux fois : choisissez-en une autre."


def appel(slug: str) -> Appel:
    """The call, in whatever state; 404 when there is none."""
    found = appel_de(slug)
    if found is None:
        raise Http404
    return found


def retour(request: HttpRequest, found: Appel, closed: Problem | None) -> HttpResponse | None:
    """The way back to the page of a call, with why its form opens no more; None when it opens.

    What was typed already is answered by the form itself, which keeps it.
    """
    if closed is None or request.method == "POST":
        return None
    messages.error(request, f"{closed.message} {closed.cure}")
    return redirect("appel-conduite", found.slug)


class Instant(forms.DateTimeField):
    """A day and an hour, in Paris."""

    widget = forms.DateTimeInput

    def __init__(self, **options: object) -> None:
        widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, **options)  # type: ignore[arg-type]

    def to_python(self, value: Any) -> datetime | None:
        """The instant; an hour that the change of clocks skips or gives twice is refused in words."""
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            raise forms.ValidationError(CLOCKS if "ambiguous" in str(error.code) else UNREADABLE) from error

    def prepare_value(self, value: object) -> object:
        """What the field shows of an instant: its Paris time."""
        return value.astimezone(PARIS).replace(tzinfo=None) if isinstance(value, datetime) and value.tzinfo else value
