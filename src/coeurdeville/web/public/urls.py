"""Addresses of public pages."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("coeurdeville.web.public.home.urls")),
    path("", include("coeurdeville.web.public.town.urls")),
    path("services/", include("coeurdeville.web.public.services.urls")),
    path("redeploiement/", include("coeurdeville.web.public.redeployment.urls")),
    path("donnees/", include("coeurdeville.web.public.data.urls")),
    path("appels/", include("coeurdeville.web.public.appels.urls")),
    path("saisons/", include("coeurdeville.web.public.saisons.urls")),
    path("cas-usage/", include("coeurdeville.web.public.cas_usage.urls")),
    path("generalisation/", include("coeurdeville.web.public.generalisation.urls")),
    path("schemas/", include("coeurdeville.web.public.schemas.urls")),
    path("donnees-ouvertes/", include("coeurdeville.web.public.opendata.urls")),
    path("appels/", include("coeurdeville.web.public.laureats.urls")),
    path("", include("coeurdeville.web.public.legal.urls")),
    path("", include("coeurdeville.web.public.feeds.urls")),
    path("", include("coeurdeville.web.public.answer.urls")),
]
