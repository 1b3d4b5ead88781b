"""Addresses of the home and of the search."""

from __future__ import annotations

from django.urls import path

from coeurdeville.web.public.home import views

urlpatterns = [
    path("", views.home, name="accueil"),
    path("recherche/", views.search, name="recherche"),
]
