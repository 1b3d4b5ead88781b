"""Addresses of the pages of data."""

from __future__ import annotations

from django.urls import path

from coeurdeville.web.public.data import views

urlpatterns = [
    path("", views.layers, name="donnees"),
    path("<slug:slug>/", views.layer, name="donnee"),
]
