"""The fixed words of a report, one list for the screen and for the paper."""

from __future__ import annotations

from coeurdeville.core.french import NBSP
from coeurdeville.reports.palette import Status, Theme
from coeurdeville.reports.statements import Grade

WORDS = {
    "contents": "Sommaire",
    "skip": "Aller au contenu",
    "brief": "En bref",
    "figures": "Les chiffres à retenir",
    "gaps": "Ce qui n’a pas pu être calculé",
    "no_gap": "Tout ce qui a été demandé a pu être calculé.",
    "cure": f"Pour l’obtenir{NBSP}:",
    "as_table": "Voir les chiffres en tableau",
    "levers": "Ce que l’on peut faire",
    "unknowns": "Ce que l’on ne sait pas",
    "method": "Méthode.",
    "sources": "Sources",
    "data": "Données",
    "methods": "Méthodes et limites",
    "references": "Références",
    "licence": "Licence de ces résultats",
    "page": "page",
    "of": "sur",
    "rest": "Les autres lignes sont dans la version à lire à l’écran.",
    "colon": f"{NBSP}:",
}
THEME_WORDS: dict[Theme, str] = {"climat": "Climat", "biodiversite": "Biodiversité", "risques": "Risques naturels"}
GRADE_WORDS: dict[Grade, str] = {"A": "Confiance A", "B": "Confiance B", "C": "Confiance C"}
GRADE_STATUS: dict[Grade, Status] = {"A": "ok", "B": "partial", "C": "missing"}
"""Tone of the badge that shows a grade."""
