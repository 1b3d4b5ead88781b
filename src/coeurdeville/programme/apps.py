"""The application that keeps the programme."""

from __future__ import annotations

from django.apps import AppConfig


class Programme(AppConfig):
    """One application for the whole story, from the call to the next towns."""

    name = "coeurdeville.programme"
    verbose_name = "Programme"
