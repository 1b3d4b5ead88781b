"""Addresses of an account."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.compte import accueil, connexion, double, invitation, reglages, reprendre
from coeurdeville.web.compte.proconnect import views as proconnect

urlpatterns: list[URLPattern] = [
    path("", accueil.accueil, name="compte"),
    path("connexion/", connexion.connexion, name="connexion"),
    path("deconnexion/", connexion.deconnexion, name="deconnexion"),
    path("lien/", connexion.demander_lien, name="demander-lien"),
    path("lien/<str:jeton>/", connexion.lien, name="lien"),
    path("proconnect/", proconnect.partir, name="proconnect"),
    path("proconnect/retour/", proconnect.retour, name="proconnect-retour"),
    path("proconnect/deconnecte/", proconnect.deconnecte, name="proconnect-deconnecte"),
    path("second-facteur/", double.second_facteur, name="second-facteur"),
    path("double-authentification/", double.double_authentification, name="double-authentification"),
    path("double-authentification/codes/", double.codes_secours, name="codes-secours"),
    path("double-authentification/retirer/", double.retirer_double, name="retirer-double"),
    path("reprendre/", reprendre.reprendre, name="reprendre"),
    path("nom/", reglages.nom, name="nom"),
    path("mot-de-passe/", reglages.changer, name="mot-de-passe"),
    path("courriel/", reglages.changer_courriel, name="changer-courriel"),
    path("courriel/<str:jeton>/", reglages.courriel_confirme, name="confirmer-courriel"),
    path("sessions/fermer/", reglages.fermer, name="fermer-sessions"),
    path("donnees/", accueil.mes_donnees, name="mes-donnees"),
    path("supprimer/", accueil.suppression, name="supprimer-compte"),
    path("invitation/<str:jeton>/", invitation.invitation, name="invitation"),
    path("invitation/<str:jeton>/autre-adresse/", invitation.confirmation, name="invitation-autre-adresse"),
    path("invitation/confirmer/<str:jeton>/", invitation.confirmee, name="invitation-confirmee"),
]
