"""Addresses of the folder of a town, under its space."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.espace.dossier import accueil, ajout, echange, historique, liste, retrait, saisie

urlpatterns: list[URLPattern] = [
    path("", accueil.accueil, name="espace"),
    path("commencer/", accueil.commencer, name="espace-commencer"),
    path("donnees/", liste.liste, name="espace-donnees"),
    path("donnees/<path:identifiant>/", liste.fiche, name="espace-donnee"),
    path("nouvelle-donnee/", saisie.nouvelle, name="espace-nouvelle-donnee"),
    path("modifier/<path:identifiant>/", saisie.modifier, name="espace-modifier-donnee"),
    path("retirer/<path:identifiant>/", retrait.retirer, name="espace-retirer-donnee"),
    path("ajouter-fichier/", ajout.ajouter, name="espace-ajouter-fichier"),
    path("fichiers/<path:chemin>", liste.fichier, name="espace-fichier"),
    path("historique/", historique.revisions, name="espace-historique"),
    path("historique/<int:numero_revision>/", historique.revision, name="espace-revision"),
    path("historique/<int:numero_revision>/restaurer/", historique.restauration, name="espace-restaurer"),
    path("exporter/", echange.exporter, name="espace-exporter"),
    path("importer/", echange.importation, name="espace-importer"),
]
