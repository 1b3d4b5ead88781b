"""What a card lacks to be read by others: all of it at once, with where to write it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from coeurdeville.core.problems import Kind, Problem
from coeurdeville.programme.cas_usage.assemblage import assembler
from coeurdeville.programme.cas_usage.chapitres import CHAPITRES, Chapitre

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.cas_usage.fiche import Fiche
    from coeurdeville.programme.models import CasUsage

LACKING = Kind("cas-incomplet", "« {titre} » : il manque {quoi}.", "L’écrire {ou}.")
NO_FIGURE = Kind(
    "cas-sans-resultat",
    "« Ce qui a changé » : {titre} n’a ni résultat chiffré ni source.",
    "L’écrire dans l’évaluation ; si le résultat n’a pas été mesuré, le dire dans sa source.",
)
PLACES = {
    "evaluation/service/": "dans l’évaluation, à la page du service",
    "evaluation/": "dans l’évaluation",
    "effort/": "à la page de l’effort",
    "donnees/": "à la page des données et coopérations, ou en toutes lettres ici",
    "equipe/": "à la page de l’équipe",
    "": "ici, en toutes lettres",
}


def verifier(cas: CasUsage, _acteur: Utilisateur | None, _motif: str, **_: Any) -> Iterable[Problem]:
    """Every lack, in the order of the card."""
    return list(manques(assembler(cas)))


def manques(fiche: Fiche) -> Iterable[Problem]:
    """What an assembled card lacks."""
    for one in CHAPITRES:
        if not _told(fiche, one):
            yield LACKING(titre=one.titre, quoi=one.manque, ou=PLACES[one.page])
    for aim in fiche.objectifs:
        if not aim.resultat and not aim.source:
            yield NO_FIGURE(titre=f"« {aim.titre} »")


def _told(fiche: Fiche, chapitre: Chapitre) -> bool:
    """Whether a chapter says what it is for: words for some, records for others."""
    records = {
        "donnees": fiche.donnees, "resultats": fiche.objectifs, "effort": fiche.effort.jours or fiche.effort.euros,
        "conditions": fiche.conditions, "contacts": fiche.contacts,
        "cooperations": fiche.cooperations or fiche.textes("cooperations"),
    }  # fmt: skip
    return bool(records.get(chapitre.cle, fiche.textes(chapitre.cle)))
