"""The states of each object, the first one being that in which it is born."""

from __future__ import annotations

from typing import Final

from coeurdeville.programme.etats.passage import Etat

ETATS: Final[dict[str, tuple[Etat, ...]]] = {
    "appel": (
        Etat("brouillon", "en préparation"),
        Etat("publie", "publié", "ok"),
        Etat("instruction", "en instruction"),
        Etat("decide", "décidé", "ok"),
        Etat("archive", "archivé", "missing", final=True),
        Etat("annule", "annulé", "wrong", final=True),
    ),
    "candidature": (
        Etat("brouillon", "en préparation"),
        Etat("deposee", "déposée", "ok"),
        Etat("a_completer", "à compléter"),
        Etat("irrecevable", "irrecevable", "wrong", final=True),
        Etat("retenue", "retenue", "ok"),
        Etat("liste_attente", "en liste d’attente"),
        Etat("non_retenue", "non retenue", "missing", final=True),
        Etat("sans_suite", "sans suite", "missing", final=True),
        Etat("retiree", "retirée", "missing", final=True),
        Etat("desistee", "désistée", "missing", final=True),
    ),
    "relecture": (
        Etat("assignee", "à faire"),
        Etat("rendue", "rendue", "ok"),
        Etat("abstenue", "abstention", "missing"),
        Etat("recusee", "récusée", "missing", final=True),
        Etat("retiree", "retirée", "missing", final=True),
    ),
    "avis": (
        Etat("demande", "demandé"),
        Etat("rendu", "rendu", "ok", final=True),
        Etat("decline", "décliné", "missing", final=True),
    ),
    "procesverbal": (
        Etat("projet", "à signer"),
        Etat("signe", "signé", "ok", final=True),
        Etat("remplace", "remplacé", "missing", final=True),
    ),
    "experimentation": (
        Etat("preparation", "en préparation"),
        Etat("en_cours", "en cours", "ok"),
        Etat("suspendue", "suspendue", "missing"),
        Etat("terminee", "terminée", "ok", final=True),
        Etat("abandonnee", "abandonnée", "wrong", final=True),
    ),
    "mission": (
        Etat("prevue", "prévue"),
        Etat("en_cours", "en cours", "ok"),
        Etat("rendue", "rendue", "ok", final=True),
        Etat("annulee", "annulée", "missing", final=True),
    ),
    "evaluation": (
        Etat("brouillon", "en préparation"),
        Etat("soumise", "soumise"),
        Etat("a_completer", "à compléter"),
        Etat("validee", "validée", "ok", final=True),
    ),
    "casusage": (
        Etat("brouillon", "en préparation"),
        Etat("relecture", "en relecture"),
        Etat("publie", "publié", "ok", final=True),
        Etat("retire", "retiré", "wrong", final=True),
    ),
    "adoption": (
        Etat("interessee", "intéressée"),
        Etat("etude", "à l’étude"),
        Etat("deployee", "déployée", "ok", final=True),
        Etat("abandonnee", "abandonnée", "missing", final=True),
    ),
    "accord": (
        Etat("propose", "proposé"),
        Etat("accepte", "accepté", "ok"),
        Etat("refuse", "refusé", "missing", final=True),
        Etat("clos", "clos", "missing", final=True),
    ),
    "ressource": (
        Etat("proposee", "proposée"),
        Etat("publiee", "publiée", "ok", final=True),
        Etat("retiree", "retirée", "wrong", final=True),
    ),
    "synthese": (
        Etat("brouillon", "en préparation"),
        Etat("publiee", "publiée", "ok", final=True),
    ),
}
"""Name of the model, in lower case -> its states."""

OBJETS: Final = {
    "appel": "l’appel",
    "candidature": "la candidature",
    "relecture": "la relecture",
    "avis": "l’avis",
    "procesverbal": "le procès-verbal",
    "experimentation": "l’expérimentation",
    "mission": "la mission",
    "evaluation": "l’évaluation",
    "casusage": "le cas d’usage",
    "adoption": "l’adoption",
    "accord": "l’accord",
    "ressource": "la ressource",
    "synthese": "la synthèse",
}
"""How each object is called in a sentence."""


def etat(objet: str, code: str) -> Etat:
    """A state by its code."""
    return next(one for one in ETATS[objet] if one.code == code)


def initial(objet: str) -> str:
    """Code of the state in which an object is born."""
    return ETATS[objet][0].code


def choix(objet: str) -> list[tuple[str, str]]:
    """Codes and names, for a field of a model."""
    return [(one.code, one.nom) for one in ETATS[objet]]
