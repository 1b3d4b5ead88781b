"""Addresses of our own open data."""

from __future__ import annotations

from django.urls import path

from coeurdeville.web.public.opendata import views

urlpatterns = [
    path("", views.page, name="donnees-ouvertes"),
    path("catalogue.jsonld", views.catalogue, name="donnees-ouvertes-catalogue"),
]
