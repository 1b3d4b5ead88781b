"""Addresses of a town's space."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("<str:commune>/", include("coeurdeville.web.espace.dossier.urls")),
    path("<str:commune>/", include("coeurdeville.web.espace.travaux.urls")),
    path("<str:commune>/", include("coeurdeville.web.espace.candidatures.urls")),
    path("<str:commune>/", include("coeurdeville.web.espace.adoptions.urls")),
    path("<str:commune>/membres/", include("coeurdeville.web.compte.membres.urls")),
]
