"""Reviews, opinions, requests for more, decisions, minutes."""

from coeurdeville.programme.instructions.models.lectures import Avis, Besoin, Complement, Note, Recusation, Relecture
from coeurdeville.programme.instructions.models.verdicts import Decision, ProcesVerbal, Redaction, Signature

__all__ = [
    "Avis",
    "Besoin",
    "Complement",
    "Decision",
    "Note",
    "ProcesVerbal",
    "Recusation",
    "Redaction",
    "Relecture",
    "Signature",
]
