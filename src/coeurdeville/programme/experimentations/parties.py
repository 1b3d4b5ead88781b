"""The parts of a project: which records each one lists, and how one of them is found or begun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Model
from django.utils.timezone import localdate

from coeurdeville.programme.models import (
    Condition,
    Cooperation,
    DonneeUtile,
    Effort,
    Etape,
    Livrable,
    NoteJournal,
    Objectif,
    Obstacle,
    Participant,
    Preuve,
    Resultat,
)

if TYPE_CHECKING:
    from coeurdeville.programme.models import Experimentation


@dataclass(frozen=True)
class Partie:
    """Records of one sort."""

    cle: str
    """In addresses and names of files."""
    modele: type[Model]
    attribut: str
    """Of the project, or of its evaluation, that lists them."""
    evaluation: bool = False
    """Whether they belong to the evaluation."""


PARTIES: Final[Mapping[str, Partie]] = {
    one.cle: one
    for one in (
        Partie("plan", Etape, "etapes"),
        Partie("equipe", Participant, "participants"),
        Partie("journal", NoteJournal, "journal"),
        Partie("obstacles", Obstacle, "obstacles"),
        Partie("effort", Effort, "efforts"),
        Partie("donnees", Cooperation, "cooperations"),
        Partie("livrables", Livrable, "livrables"),
        Partie("preuves", Preuve, "preuves"),
        Partie("objectifs", Objectif, "objectifs", evaluation=True),
        Partie("resultats", Resultat, "resultats", evaluation=True),
        Partie("utiles", DonneeUtile, "donnees", evaluation=True),
        Partie("conditions", Condition, "conditions", evaluation=True),
    )
}


def fiches(projet: Experimentation, partie: Partie) -> Sequence[Any]:
    """The records of a part, in their order. One query; one more for the evaluation when it was not read."""
    return list(_listed(projet, partie))


def fiche(projet: Experimentation, partie: Partie, numero: int) -> Any:
    """One of them; None when the project has none of this number."""
    return _listed(projet, partie).filter(pk=numero).first()


def nouvelle(projet: Experimentation, partie: Partie) -> Any:
    """One that is not kept yet: dated today where it is a deed, last where it has a rank."""
    parent = {"evaluation": projet.evaluation} if partie.evaluation else {"experimentation": projet}
    return partie.modele(**parent, **_first_values(projet, partie.modele))


def _first_values(projet: Experimentation, modele: type[Model]) -> dict[str, Any]:
    if modele is Etape:
        return {"ordre": projet.etapes.count() + 1}
    names = {NoteJournal: "jour", Effort: "jour", Obstacle: "rencontre_le", Participant: "du"}
    return {names[modele]: localdate()} if modele in names else {}


def _listed(projet: Experimentation, partie: Partie) -> Any:
    return getattr(projet.evaluation if partie.evaluation else projet, partie.attribut).all()
