"""Addresses of the members of a town, under its space."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.compte.membres import views

urlpatterns: list[URLPattern] = [
    path("", views.liste, name="espace-membres"),
    path("<int:identifiant>/role/", views.role, name="espace-membre-role"),
    path("<int:identifiant>/depart/", views.depart, name="espace-membre-depart"),
    path("invitations/<int:identifiant>/relance/", views.relance, name="espace-invitation-relance"),
    path("invitations/<int:identifiant>/annulation/", views.annulation, name="espace-invitation-annulation"),
]
