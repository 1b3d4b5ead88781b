"""What the database keeps of the programme, gathered from its packages."""

from coeurdeville.programme.adoptions.models import Accord, Adoption, Offre
from coeurdeville.programme.appels.models import Appel, Critere, Mandat, Prolongation, Saison
from coeurdeville.programme.candidatures.models import Candidature, Ecriture, PieceJointe, Recepisse, Reponse
from coeurdeville.programme.cas_usage.models import CasUsage, VersionCas
from coeurdeville.programme.courrier.models import Courrier, Suivi
from coeurdeville.programme.evaluations.models import Condition, DonneeUtile, Evaluation, Objectif, Resultat
from coeurdeville.programme.experimentations.models import (
    Cooperation,
    Effort,
    Etape,
    Experimentation,
    Livrable,
    NoteJournal,
    Obstacle,
    Participant,
    Preuve,
    Rappel,
    Retouche,
)
from coeurdeville.programme.groupes.models import Adhesion, Groupe, Ressource, Reunion
from coeurdeville.programme.instructions.models import (
    Avis,
    Besoin,
    Complement,
    Decision,
    Note,
    ProcesVerbal,
    Recusation,
    Redaction,
    Relecture,
    Signature,
)
from coeurdeville.programme.journal.models import Evenement
from coeurdeville.programme.missions.models import Mission
from coeurdeville.programme.syntheses.models import Synthese, VersionSynthese

__all__ = [
    "Accord", "Adhesion", "Adoption", "Appel", "Avis", "Besoin", "Candidature", "CasUsage", "Complement", "Condition",
    "Cooperation", "Courrier", "Critere", "Decision", "DonneeUtile", "Ecriture", "Effort", "Etape", "Evaluation",
    "Evenement", "Experimentation", "Groupe", "Livrable", "Mandat", "Mission", "Note", "NoteJournal", "Objectif",
    "Obstacle", "Offre", "Participant", "PieceJointe", "Preuve", "ProcesVerbal", "Prolongation", "Rappel", "Recepisse",
    "Recusation", "Redaction", "Relecture", "Reponse", "Ressource", "Resultat", "Retouche",
    "Reunion", "Saison", "Signature", "Suivi", "Synthese", "VersionCas", "VersionSynthese",
]  # fmt: skip
