"""Kinds of pages that the coordination writes."""

from coeurdeville.editorial.models.dossier import Dossier
from coeurdeville.editorial.models.entretien import Entretien
from coeurdeville.editorial.models.fiche_cas import FicheCas
from coeurdeville.editorial.models.rubrique import Rubrique

__all__ = ["Dossier", "Entretien", "FicheCas", "Rubrique"]
