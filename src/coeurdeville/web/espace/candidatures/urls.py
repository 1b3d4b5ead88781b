"""Addresses of candidatures, under that of a town's space."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.espace.candidatures import accueil, champs, depot, ecarts, etapes, pieces, recepisses

urlpatterns: list[URLPattern] = [
    path("candidatures/", accueil.liste, name="candidatures"),
    path("candidatures/ouvrir/<slug:slug>/", accueil.ouverture, name="candidature-ouvrir"),
    path("candidatures/<int:pk>/", accueil.candidature, name="candidature"),
    path("candidatures/<int:pk>/etapes/<slug:cle>/", etapes.etape, name="candidature-etape"),
    path("candidatures/<int:pk>/champs/<slug:champ>/", champs.enregistrer, name="candidature-champ"),
    path("candidatures/<int:pk>/champs/<slug:champ>/histoire/", champs.histoire, name="candidature-histoire"),
    path("candidatures/<int:pk>/ecarts/<int:ecriture>/", ecarts.ecart, name="candidature-ecart"),
    path("candidatures/<int:pk>/pieces/", pieces.liste, name="candidature-pieces"),
    path("candidatures/<int:pk>/pieces/<int:piece>/", pieces.telecharger, name="candidature-piece"),
    path("candidatures/<int:pk>/pieces/<int:piece>/retirer/", pieces.retrait, name="candidature-piece-retirer"),
    path("candidatures/<int:pk>/relire/", depot.relire, name="candidature-relire"),
    path("candidatures/<int:pk>/deposer/", depot.depot, name="candidature-deposer"),
    path("candidatures/<int:pk>/recepisses/<int:rang>/", recepisses.page, name="candidature-recepisse"),
    path("candidatures/<int:pk>/recepisses/<int:rang>.pdf", recepisses.papier, name="candidature-recepisse-pdf"),
    path("candidatures/<int:pk>/recepisses/<int:rang>.json", recepisses.preuve, name="candidature-recepisse-preuve"),
]
