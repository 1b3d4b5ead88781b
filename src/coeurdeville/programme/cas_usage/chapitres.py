"""The chapters of a card: what each one tells, and where a project writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Chapitre:
    """One chapter."""

    cle: str
    """In stored texts: it never changes."""
    titre: str
    manque: str
    """What is said to be lacking when it is empty: `le problème, dans les mots de la ville`."""
    page: str
    """End of the address, under that of the project, where its records are written; empty: only by hand."""
    aide: str
    """What words written by hand may add."""


CHAPITRES: Final = (
    Chapitre("contexte", "Le contexte", "le contexte", "", "La ville, ce qui a décidé à essayer, qui l’a porté."),
    Chapitre("probleme", "Le problème", "le problème, dans les mots de la ville", "", "Où, quand, pour qui."),
    Chapitre("actions", "Ce qui se fait sans données", "les actions qui ne sont pas numériques", "evaluation/service/",
             "Ce que le service accompagne et ne remplace pas."),
    Chapitre("service", "Le service", "le service tel qu’il existe", "evaluation/service/",
             "Ce qu’il fait, qui s’en sert, à quel moment."),
    Chapitre("donnees", "Les données", "les données du service", "evaluation/",
             "Ce qu’il a fallu pour les obtenir ou les fabriquer."),
    Chapitre("methode", "La méthode", "la méthode", "evaluation/service/", "Les étapes, les choix, les outils."),
    Chapitre("resultats", "Ce qui a changé", "un objectif avec son résultat", "evaluation/",
             "Ce que les chiffres ne disent pas."),
    Chapitre("effort", "Ce qu’il a fallu", "l’effort : jours et euros", "effort/",
             "Ce qui a pris plus de temps que prévu."),
    Chapitre("echecs", "Ce qui n’a pas marché", "ce qui n’a pas marché", "evaluation/service/",
             "Ce que vous feriez autrement."),
    Chapitre("cooperations", "Avec qui", "les coopérations, ou que la ville s’en est passée", "donnees/",
             "Ce qui fait tenir l’accord ; si la ville a tout fait seule, écrivez-le."),
    Chapitre("conditions", "Pour reprendre ce service", "une condition de redéploiement", "evaluation/",
             "Ce qu’il faut savoir avant de commencer."),
    Chapitre("contacts", "À qui s’adresser", "une fonction à qui s’adresser", "equipe/",
             "Par où passer : un service, jamais un nom."),
)  # fmt: skip
"""In the order of the card."""
PAR_CLE: Final = {one.cle: one for one in CHAPITRES}
