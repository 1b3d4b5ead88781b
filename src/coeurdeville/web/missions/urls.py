"""Addresses of missions; those of a project are with it."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.missions import views

urlpatterns: list[URLPattern] = [
    path("", views.liste, name="missions"),
    path("<int:numero>/", views.mission, name="mission"),
    path("<int:numero>/modifier/", views.modifier, name="mission-modifier"),
    path("<int:numero>/rapport/", views.rapport, name="mission-rapport"),
    path("<int:numero>/fichier/", views.joindre, name="mission-joindre"),
]
