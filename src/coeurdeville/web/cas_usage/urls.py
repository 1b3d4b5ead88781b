"""Addresses of the card of a project, under that of the project."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.cas_usage import views

urlpatterns: list[URLPattern] = [
    path("", views.page, name="cas-usage-assemblage"),
    path("<slug:chapitre>/", views.ecrire, name="cas-usage-ecrire"),
]
