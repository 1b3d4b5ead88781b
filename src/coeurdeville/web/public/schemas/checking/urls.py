"""Addresses of the checking of a file."""

from __future__ import annotations

from django.urls import path

from coeurdeville.web.public.schemas.checking import mending_views, views

urlpatterns = [
    path("", views.send, name="verification"),
    path("<str:token>/", views.result, name="verification-resultat"),
    path("<str:token>/choix/", views.choose, name="verification-choix"),
    path("<str:token>/effacer/", views.delete, name="verification-effacer"),
    path("<str:token>/fichiers/<str:name>", views.file, name="verification-fichier"),
    path("<str:token>/colonnes/", mending_views.columns, name="verification-colonnes"),
    path("<str:token>/repare/", mending_views.repaired, name="verification-repare"),
    path("<str:token>/paquet/", mending_views.package, name="verification-paquet"),
]
