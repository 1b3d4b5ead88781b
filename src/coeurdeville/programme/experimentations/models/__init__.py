"""The project space of a laureate."""

from coeurdeville.programme.experimentations.models.carnet import Cooperation, Effort, NoteJournal, Obstacle
from coeurdeville.programme.experimentations.models.projet import DuProjet, Etape, Experimentation, Participant
from coeurdeville.programme.experimentations.models.rendus import Livrable, Preuve
from coeurdeville.programme.experimentations.models.suivi import Rappel, Retouche

__all__ = [
    "Cooperation",
    "DuProjet",
    "Effort",
    "Etape",
    "Experimentation",
    "Livrable",
    "NoteJournal",
    "Obstacle",
    "Participant",
    "Preuve",
    "Rappel",
    "Retouche",
]
