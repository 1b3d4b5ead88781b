"""Addresses of the animateur's view."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.animation import adoptions, offres, opening, towns

urlpatterns: list[URLPattern] = [
    path("", towns.liste, name="animation"),
    path("adoptions/", adoptions.adoptions, name="animation-adoptions"),
    path("offres/", offres.liste, name="animation-offres"),
    path("offres/<int:numero>/clore/", offres.clore, name="animation-offre-clore"),
    path("<str:code>/", towns.ville, name="animation-ville"),
    path("<str:code>/ouvrir/", opening.ouvrir, name="animation-ouvrir"),
]
