"""Addresses of the animateur's view."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.animation import opening, towns

urlpatterns: list[URLPattern] = [
    path("", towns.liste, name="animation"),
    path("<str:code>/", towns.ville, name="animation-ville"),
    path("<str:code>/ouvrir/", opening.ouvrir, name="animation-ouvrir"),
]
