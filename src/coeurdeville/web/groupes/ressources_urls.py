"""Addresses of shared resources."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.groupes import ressources

urlpatterns: list[URLPattern] = [
    path("", ressources.liste, name="ressources"),
    path("<slug:slug>/", ressources.ressource, name="ressource"),
    path("<slug:slug>/version/", ressources.version, name="ressource-version"),
    path("<slug:slug>/joindre/", ressources.joindre, name="ressource-joindre"),
    path("<slug:slug>/fichier/", ressources.fichier, name="ressource-fichier"),
]
