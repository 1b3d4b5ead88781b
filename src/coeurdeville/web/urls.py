"""Addresses of the site. Each part lists its own."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("coeurdeville.web.exploitation.urls")),
    path("compte/", include("coeurdeville.web.compte.urls")),
    path("espace/", include("coeurdeville.web.espace.urls")),
    path("animation/", include("coeurdeville.web.animation.urls")),
    path("", include("coeurdeville.web.public.urls")),
]
