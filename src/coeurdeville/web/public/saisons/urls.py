"""Addresses of syntheses."""

from __future__ import annotations

from django.urls import path

from coeurdeville.web.public.saisons import views

urlpatterns = [
    path("<slug:slug>/synthese/", views.synthese, name="synthese"),
    path("<slug:slug>/synthese.pdf", views.pdf, name="synthese-pdf"),
    path("<slug:slug>/synthese/versions/<int:numero>/", views.version, name="synthese-version"),
    path("<slug:slug>/synthese/versions/<int:numero>.pdf", views.version_pdf, name="synthese-version-pdf"),
]
