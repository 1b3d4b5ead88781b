"""Addresses of groups and of their meetings."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.groupes import ressources, views

urlpatterns: list[URLPattern] = [
    path("", views.liste, name="groupes"),
    path("nouveau/", views.nouveau, name="groupe-nouveau"),
    path("<slug:slug>/", views.groupe, name="groupe"),
    path("<slug:slug>/modifier/", views.modifier, name="groupe-modifier"),
    path("<slug:slug>/rejoindre/", views.rejoindre, name="groupe-rejoindre"),
    path("<slug:slug>/quitter/", views.quitter, name="groupe-quitter"),
    path("<slug:slug>/reunions/ajouter/", views.reunion_nouvelle, name="reunion-nouvelle"),
    path("<slug:slug>/reunions/<int:numero>/", views.reunion, name="reunion"),
    path("<slug:slug>/ressources/proposer/", ressources.proposer, name="ressource-proposer"),
]
