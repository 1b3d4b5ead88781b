"""A small season: three projects, one evaluated, one late, one given up."""

from datetime import date
from decimal import Decimal

import pytest
from programme.monde import call, candidature
from pytest_django import Settings

from coeurdeville.programme.journal.ecriture import noter
from coeurdeville.programme.models import (
    Appel,
    Condition,
    Cooperation,
    DonneeUtile,
    Effort,
    Evaluation,
    Experimentation,
    Objectif,
    Obstacle,
    Resultat,
)


@pytest.fixture
def appel(db: None, settings: Settings, tmp_path: object) -> Appel:
    settings.DATA = tmp_path
    appel = call("decide", titre="Données vertes", a_retenir=10, duree_mois="6 à 9 mois")
    for code, name in (("00001", "Aulne"), ("00002", "Brise"), ("00003", "Cime")):
        candidature(appel, code, name, "retenue")
    candidature(appel, "00004", "Dune", "non_retenue")
    candidature(appel, "00005", "Erre", "retiree")
    return appel


@pytest.fixture
def projets(appel: Appel) -> list[Experimentation]:
    made = []
    for code, state, end in (("00001", "terminee", date(2023, 9, 1)), ("00002", "en_cours", None),
                             ("00003", "abandonnee", date(2023, 3, 1))):  # fmt: skip
        town = appel.candidatures.get(commune=code)
        made.append(
            Experimentation.objects.create(
                candidature=town,
                commune=code,
                nom=town.nom,
                titre=f"Service {town.nom}",
                theme="climat",
                etat=state,
                debut_prevu=date(2022, 11, 1),
                fin_prevue=date(2023, 6, 1),
                debut_initial=date(2022, 11, 1),
                fin_initiale=date(2023, 6, 1),
                debut_reel=date(2022, 11, 1),
                fin_reelle=end,
            )
        )
    first, second, third = made
    noter(third, "abandonner", None, "en_cours", "abandonnee", "Plus personne pour le porter.")
    Obstacle.objects.create(
        experimentation=first, famille="acces", texte="Réseaux non donnés.", rencontre_le=date(2023, 1, 1),
        leve_le=date(2023, 1, 31), leve_comment="Une clause.",
    )  # fmt: skip
    Obstacle.objects.create(experimentation=second, famille="acces", texte="Rien.", rencontre_le=date(2023, 2, 1))
    Effort.objects.create(
        experimentation=first, jour=date(2023, 1, 5), part="referent_metier", objet="Réunions", jours=Decimal(12)
    )
    Effort.objects.create(experimentation=first, jour=date(2023, 1, 6), objet="Fiches", euros=Decimal(640))
    Cooperation.objects.create(
        experimentation=first, titre="Réseaux", avec="Délégataire", acteur="entreprise", forme="clause"
    )
    evaluation = Evaluation.objects.create(
        experimentation=first, etat="validee", forme="diagnostic", service="Une grille d’une page",
        echecs="La carte en ligne.",
    )  # fmt: skip
    Objectif.objects.create(
        evaluation=evaluation, titre="Essences", unite="essences", depart=9, resultat=24, source="commandes"
    )
    Resultat.objects.create(evaluation=evaluation, texte="Les élus la demandent", preuve="délibération")
    DonneeUtile.objects.create(evaluation=evaluation, couche="arbres", perenne="Chaque trimestre.")
    Condition.objects.create(evaluation=evaluation, nature="perimetre", texte="Plus de 5 000 habitants", minimum=5000)
    Condition.objects.create(evaluation=evaluation, nature="donnee", texte="Bâtiments", couche="batiments")
    Condition.objects.create(evaluation=evaluation, nature="contrainte", texte="Une équipe en régie")
    return made
