"""A project that is over and evaluated, its card, and a card that is published."""

from datetime import date
from typing import Any

from programme.experimentations.projets import laureate, planned
from programme.monde import NAME, TOWN, call, coordination, member

from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import (
    Appel,
    CasUsage,
    Condition,
    Cooperation,
    DonneeUtile,
    Effort,
    Experimentation,
    Objectif,
    Obstacle,
    Resultat,
)

WORDS = {
    "forme": "diagnostic", "service": "Une carte des arbres à arroser.", "usagers": "Les équipes des parcs.",
    "echecs": "Les capteurs n’ont pas tenu l’hiver.", "actions_non_numeriques": "Former les équipes au paillage.",
    "methode": "Un relevé à pied, puis un croisement avec les rues.",
}  # fmt: skip


def decided(slug: str = "essai", **fields: Any) -> Appel:
    """A call whose decisions are announced."""
    found = Appel.objects.filter(slug=slug).first()
    return found or call("decide", slug=slug, duree_mois="6 à 9 mois", contact="contact@essai.example", **fields)


def over(commune: str = TOWN, nom: str = NAME, **said: Any) -> Experimentation:
    """A project that ended, with a record of each sort and its evaluation handed in."""
    words = {"probleme_texte": "L’été, les jeunes arbres meurent.", **said}
    project = planned(laureate(decided(), commune, nom, **words), date(2022, 10, 1))
    project.debut_reel, project.fin_reelle, project.etat = date(2022, 10, 1), date(2023, 8, 1), "terminee"
    project.save()
    Effort.objects.create(
        experimentation=project, jour=date(2022, 11, 2), part="referent_metier", objet="Relevé", jours=12
    )
    Effort.objects.create(experimentation=project, jour=date(2022, 12, 2), objet="Capteurs", euros=3400)
    Obstacle.objects.create(experimentation=project, famille="acces", texte="Le plan du réseau ne venait pas.",
                            rencontre_le=date(2022, 11, 1), leve_le=date(2023, 1, 9),
                            leve_comment="une convention")  # fmt: skip
    Cooperation.objects.create(experimentation=project, couche="arbres", titre="Inventaire des arbres",
                               acteur="parapublic", avec="Agence d’urbanisme", forme="convention",
                               cout="gratuit")  # fmt: skip
    evaluated(project)
    return project


def evaluated(project: Experimentation) -> None:
    """Its evaluation, handed in."""
    evaluation = project.evaluation
    for name, value in WORDS.items():
        setattr(evaluation, name, value)
    evaluation.etat = "soumise"
    evaluation.save()
    Objectif.objects.create(evaluation=evaluation, titre="Jeunes arbres perdus l’été", unite="%", depart=18, cible=10,
                            resultat=11, source="comptage des parcs")  # fmt: skip
    Resultat.objects.create(
        evaluation=evaluation, texte="La tournée d’arrosage suit la carte.", preuve="plan de tournée"
    )
    Condition.objects.create(evaluation=evaluation, nature="contrainte", texte="Une équipe qui relève à pied")
    assert DonneeUtile.objects.filter(evaluation=evaluation).count() == 2


def card(commune: str = TOWN, nom: str = NAME, **said: Any) -> CasUsage:
    """The card that opens when the evaluation is validated."""
    project = over(commune, nom, **said)
    franchir(project.evaluation, "valider", coordination())
    return CasUsage.objects.get(experimentation=project)


def published(commune: str = TOWN, nom: str = NAME, **said: Any) -> CasUsage:
    """The same, handed in by the pair and published."""
    found = card(commune, nom, **said)
    franchir(found, "soumettre", member(commune=commune))
    franchir(found, "publier", coordination())
    return found
