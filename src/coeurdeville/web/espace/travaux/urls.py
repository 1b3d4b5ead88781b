"""Addresses of runs, editions and requests, under that of a town's space."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.espace.travaux import calculs, demandes, editions, lettre

urlpatterns: list[URLPattern] = [
    path("calculs/", calculs.liste, name="espace-calculs"),
    path("calculs/<int:numero>/", calculs.calcul, name="espace-calcul"),
    path("calculs/<int:numero>/etat.json", calculs.etat, name="espace-calcul-etat"),
    path("editions/", editions.liste, name="espace-editions"),
    path("editions/<str:identifiant>/", editions.edition, name="espace-edition"),
    path("editions/<str:identifiant>/publier/", editions.publication, name="espace-edition-publier"),
    path("editions/<str:identifiant>/retirer/", editions.retrait, name="espace-edition-retirer"),
    path("editions/<str:identifiant>/fichiers/<str:nom>", editions.fichier, name="espace-edition-fichier"),
    path("demandes/", demandes.liste, name="espace-demandes"),
    path("demandes/nouvelle/<path:entree>/", lettre.nouvelle, name="espace-demande-nouvelle"),
    path("demandes/<int:numero>/", demandes.demande, name="espace-demande"),
    path("demandes/<int:numero>/lettre.pdf", demandes.papier, name="espace-demande-lettre"),
    path("demandes/<int:numero>/fichier/", demandes.fichier, name="espace-demande-fichier"),
    path("demandes/<int:numero>/reception/", demandes.reception, name="espace-demande-reception"),
    path("demandes/<int:numero>/<str:acte>/", demandes.agir, name="espace-demande-agir"),
]
