"""What the database keeps of a town's space."""

from coeurdeville.espaces.models.calcul import Calcul, Etat
from coeurdeville.espaces.models.demande import Demande, Reponse
from coeurdeville.espaces.models.edition import Edition
from coeurdeville.espaces.models.entree import Entree
from coeurdeville.espaces.models.espace import Espace

__all__ = ["Calcul", "Demande", "Edition", "Entree", "Espace", "Etat", "Reponse"]
