"""Addresses of the archives of a call, and of retention."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.coordination.archives import conservation, export

urlpatterns: list[URLPattern] = [
    path("appels/<slug:slug>/export/", export.page, name="appel-export"),
    path("appels/<slug:slug>/export/<str:nom>", export.fichier, name="appel-export-fichier"),
    path("conservation/", conservation.conservation, name="conservation"),
]
