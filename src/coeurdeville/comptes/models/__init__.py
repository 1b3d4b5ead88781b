"""What the database keeps of accounts."""

from coeurdeville.comptes.models.animateur import Animateur
from coeurdeville.comptes.models.code_secours import CodeSecours
from coeurdeville.comptes.models.envoi import Envoi
from coeurdeville.comptes.models.evenement import Evenement, Verbe
from coeurdeville.comptes.models.invitation import Invitation
from coeurdeville.comptes.models.membre import Membre
from coeurdeville.comptes.models.utilisateur import Utilisateur

__all__ = ["Animateur", "CodeSecours", "Envoi", "Evenement", "Invitation", "Membre", "Utilisateur", "Verbe"]
