"""Addresses of the site. Each part lists its own."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from coeurdeville.web.exploitation.pictures import picture

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("coeurdeville.web.exploitation.urls")),
    path("compte/", include("coeurdeville.web.compte.urls")),
    path("espace/", include("coeurdeville.web.espace.urls")),
    path("animation/", include("coeurdeville.web.animation.urls")),
    path("coordination/", include("coeurdeville.web.coordination.urls")),
    path("instruction/", include("coeurdeville.web.instruction.urls")),
    path("jury/", include("coeurdeville.web.jury.urls")),
    path("experimentations/", include("coeurdeville.web.experimentations.urls")),
    path("missions/", include("coeurdeville.web.missions.urls")),
    path("groupes/", include("coeurdeville.web.groupes.urls")),
    path("ressources/", include("coeurdeville.web.groupes.ressources_urls")),
    path("gestes/", include("coeurdeville.web.gestes.urls")),
    path("api/", include("coeurdeville.api.urls")),
    path("", include("coeurdeville.web.exploitation.closed")),
    path("dossiers/", include("wagtail.urls")),
    path("redaction/", include("wagtail.admin.urls")),
    path("medias/<path:name>", picture, name="image"),
    path("", include("coeurdeville.web.public.urls")),
]
