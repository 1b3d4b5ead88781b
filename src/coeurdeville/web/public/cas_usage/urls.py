"""Addresses of cards."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.public.cas_usage import exports, views, vouloir

urlpatterns: list[URLPattern] = [
    path("", views.liste, name="cas-usages"),
    path("projets-territoire.csv", exports.projets_csv, name="projets-territoire"),
    path("<slug:slug>/", views.cas, name="cas-usage"),
    path("<slug:slug>/fiche.pdf", exports.fiche_pdf, name="cas-usage-pdf"),
    path("<slug:slug>/versions/<int:numero>/", views.version, name="cas-usage-version"),
    path("<slug:slug>/vouloir/", vouloir.vouloir, name="cas-usage-vouloir"),
]
