"""Addresses of the spreading of services."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.public.generalisation import views

urlpatterns: list[URLPattern] = [
    path("", views.generalisation, name="generalisation"),
    path("etats.csv", views.etats_csv, name="generalisation-csv"),
]
