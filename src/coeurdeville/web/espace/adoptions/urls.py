"""Addresses of adoptions, under that of a town's space."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.espace.adoptions import views

urlpatterns: list[URLPattern] = [
    path("adoptions/", views.liste, name="adoptions"),
    path("adoptions/<int:numero>/deployer/", views.deployer, name="adoption-deployer"),
]
