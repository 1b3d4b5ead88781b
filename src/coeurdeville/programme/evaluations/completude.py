"""What an evaluation lacks to be handed in: all of it at once, at the four aims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from coeurdeville.core.french import listing
from coeurdeville.core.problems import Kind, Problem
from coeurdeville.layers.catalogue import kinds
from coeurdeville.programme.evaluations.models import Condition
from coeurdeville.programme.experimentations.effort import bilan

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Evaluation

NOT_OVER = Kind(
    "experimentation-non-terminee",
    "L’expérimentation est « {state} ».",
    "La terminer d’abord : l’effort et les écarts au calendrier seront alors arrêtés.",
)
SERVICE_UNTOLD = Kind(
    "service-non-dit", "Le service n’est pas entièrement dit : il manque {lacking}.", "Compléter la première partie."
)
NO_OBJECTIVE = Kind(
    "objectif-absent", "Aucun objectif n’est écrit.", "En écrire au moins un : ce qui devait changer, et de combien."
)
NO_RESULT = Kind(
    "objectif-sans-resultat",
    "Il manque la source du résultat de {titles}.",
    "Écrire le chiffre atteint et d’où il vient ; s’il n’a pas été mesuré, le dire dans la source.",
)
NO_EFFORT = Kind(
    "effort-non-note",
    "L’effort n’est pas noté.",
    "Noter au journal de l’effort les jours et les euros de l’expérimentation.",
)
NO_DATA = Kind("donnees-absentes", "Aucune donnée du service n’est listée.", "Lister celles qu’il demande.")
NOT_CHECKED = Kind(
    "donnees-non-verifiees",
    "Des données n’ont pas été vérifiées par le site : {layers}.",
    "Les vérifier : le bouton est au-dessus du tableau.",
)
UPKEEP_UNTOLD = Kind(
    "entretien-non-dit",
    "Personne n’est dit entretenir des données indispensables : {layers}.",
    "Écrire qui les tiendra à jour, à quel rythme ; si personne ne le fera, l’écrire.",
)
NO_CONDITION = Kind(
    "conditions-absentes",
    "Aucune condition de redéploiement n’est écrite.",
    "En écrire au moins une : une donnée indispensable, un périmètre ou une contrainte.",
)
TEXTS = {
    "forme": "sa forme", "service": "le service tel qu’il existe", "usagers": "qui s’en sert",
    "echecs": "ce qui n’a pas marché", "actions_non_numeriques": "les actions qui ne sont pas numériques",
    "methode": "la méthode",
}  # fmt: skip


def verifier(evaluation: Evaluation, _acteur: Utilisateur | None, _motif: str, **_: Any) -> Iterable[Problem]:
    """Every lack, in the order of the page."""
    project = evaluation.experimentation
    if project.etat not in ("terminee", "abandonnee"):
        yield NOT_OVER(state=project.en_etat.nom)
    lacking = [said for name, said in TEXTS.items() if not str(getattr(evaluation, name)).strip()]
    if lacking:
        yield SERVICE_UNTOLD(lacking=listing(lacking))
    yield from _relevance(evaluation)
    if bilan(project).vide:
        yield NO_EFFORT()
    yield from _data(evaluation)
    if not Condition.objects.filter(evaluation=evaluation).exists():
        yield NO_CONDITION()


def _relevance(evaluation: Evaluation) -> Iterator[Problem]:
    objectives = list(evaluation.objectifs.all())
    if not objectives:
        yield NO_OBJECTIVE()
    lacking = [one.titre for one in objectives if not one.source.strip()]
    if lacking:
        yield NO_RESULT(titles=listing([f"« {one} »" for one in lacking]))


def _data(evaluation: Evaluation) -> Iterator[Problem]:
    listed = list(evaluation.donnees.all())
    if not listed:
        yield NO_DATA()
    unchecked = [one for one in listed if not one.verdict]
    if unchecked:
        yield NOT_CHECKED(layers=_named(one.couche for one in unchecked))
    lonely = [one.couche for one in listed if one.indispensable and not one.perenne.strip()]
    if lonely:
        yield UPKEEP_UNTOLD(layers=_named(lonely))


def _named(layers: Iterable[str]) -> str:
    """Their titles; the slug of one that is no longer known."""
    return listing([f"« {kinds()[one].title if one in kinds() else one} »" for one in layers])
