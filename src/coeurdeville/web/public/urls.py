"""Addresses of public pages."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("coeurdeville.web.public.home.urls")),
    path("", include("coeurdeville.web.public.town.urls")),
    path("services/", include("coeurdeville.web.public.services.urls")),
    path("redeploiement/", include("coeurdeville.web.public.redeployment.urls")),
    path("donnees/", include("coeurdeville.web.public.data.urls")),
    path("schemas/", include("coeurdeville.web.public.schemas.urls")),
    path("donnees-ouvertes/", include("coeurdeville.web.public.opendata.urls")),
    path("", include("coeurdeville.web.public.legal.urls")),
    path("", include("coeurdeville.web.public.feeds.urls")),
    path("", include("coeurdeville.web.public.answer.urls")),
]
