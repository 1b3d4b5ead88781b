"""Addresses of projects; a part is named in the address."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, register_converter
from django.urls.converters import StringConverter

from coeurdeville.web.experimentations import accueil, evaluation, fiches, fichiers, plan
from coeurdeville.web.experimentations.rubriques import RUBRIQUES
from coeurdeville.web.missions import views as missions


class Nom(StringConverter):
    """The name of a part, and nothing else: other pages of a project may be added anywhere in the list."""

    regex = "|".join(RUBRIQUES)


register_converter(Nom, "rubrique")

urlpatterns: list[URLPattern | URLResolver] = [
    path("", accueil.liste, name="experimentations"),
    path("<int:numero>/", accueil.accueil, name="experimentation"),
    path("<int:numero>/modifier/", fiches.projet, name="experimentation-modifier"),
    path("<int:numero>/historique/", accueil.historique, name="experimentation-historique"),
    path("<int:numero>/fichiers/", fichiers.liste, name="experimentation-fichiers"),
    path("<int:numero>/fichiers/envoyer/", fichiers.envoyer, name="experimentation-envoyer"),
    path("<int:numero>/fichiers/<path:nom>", fichiers.prendre, name="experimentation-fichier"),
    path("<int:numero>/missions/", missions.du_projet, name="experimentation-missions"),
    path("<int:numero>/missions/ajouter/", missions.nouvelle, name="mission-nouvelle"),
    path("<int:numero>/evaluation/", evaluation.page, name="evaluation"),
    path("<int:numero>/evaluation/service/", evaluation.service, name="evaluation-service"),
    path("<int:numero>/evaluation/verifier/", evaluation.verifier, name="evaluation-verifier"),
    path("<int:numero>/evaluation/redeploiement/", evaluation.redeploiement, name="evaluation-redeploiement"),
    path("<int:numero>/cas-usage/", include("coeurdeville.web.cas_usage.urls")),
    path("<int:numero>/plan/repartir/", plan.dates, name="plan-repartir"),
    path("<int:numero>/equipe/<int:fiche_numero>/succession/", plan.succession, name="equipe-succession"),
    path("<int:numero>/<rubrique:rubrique>/", fiches.partie, name="partie"),
    path("<int:numero>/<rubrique:rubrique>/export.csv", accueil.export, name="partie-export"),
    path("<int:numero>/<rubrique:rubrique>/ajouter/", fiches.nouvelle, name="fiche-nouvelle"),
    path("<int:numero>/<rubrique:rubrique>/<int:fiche_numero>/", fiches.modifier, name="fiche"),
    path("<int:numero>/<rubrique:rubrique>/<int:fiche_numero>/retirer/", fiches.enlever, name="fiche-retirer"),
]
