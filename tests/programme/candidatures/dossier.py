"""A candidature whose questions are answered."""

from typing import Any

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.programme.candidatures.ecritures import ecrire
from coeurdeville.programme.models import Candidature

ANSWERS: dict[str, Any] = {
    "referent": "Responsable des espaces verts",
    "correspondant": "Géomaticienne",
    "charge": 6,
    "theme": "climat",
    "probleme": "autre",
    "probleme_texte": "Le quartier de la gare n’a pas un arbre.",
    "forme": "diagnostic",
    "service": "autre",
    "service_texte": "Dire où planter d’abord.",
    "donnees": [{"couche": "arbres", "entree": "", "role": "indispensable"}],
    "experience": "Un plan de plantation en 2020.",
    "services_internes": "Voirie et espaces verts, réunis chaque mois.",
    "partage": "Une fiche et une visite.",
    "ouverture": True,
}


def fill(candidature: Candidature, user: Utilisateur, **changes: Any) -> None:
    """Every required question, once."""
    for champ, valeur in {**ANSWERS, **changes}.items():
        ecrire(candidature, champ, valeur, 0, user)
