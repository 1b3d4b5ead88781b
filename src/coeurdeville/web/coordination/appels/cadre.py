"""A call found from the address of its pages."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.http import Http404

from coeurdeville.programme.appels.lecture import appel_de
from coeurdeville.programme.horloge import PARIS
from coeurdeville.programme.models import Appel


def appel(slug: str) -> Appel:
    """The call, in whatever state; 404 when there is none."""
    found = appel_de(slug)
    if found is None:
        raise Http404
    return found


class Instant(forms.DateTimeField):
    """A day and an hour, in Paris."""

    widget = forms.DateTimeInput

    def __init__(self, **options: object) -> None:
        widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, **options)  # type: ignore[arg-type]

    def prepare_value(self, value: object) -> object:
        """What the field shows of an instant: its Paris time."""
        return value.astimezone(PARIS).replace(tzinfo=None) if isinstance(value, datetime) and value.tzinfo else value
