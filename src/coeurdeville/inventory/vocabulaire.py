"""The stored codes of an inventory, each with what users read. Codes never change; words may."""

from __future__ import annotations

from enum import StrEnum


class Acteur(StrEnum):
    """Who holds data: the categories of the call."""

    PUBLIC_LOCAL = "public-local"
    PUBLIC_NATIONAL = "public-national"
    PARAPUBLIC = "parapublic"
    ENTREPRISE = "entreprise"
    CITOYENS = "citoyens-associations"
    NON_RENSEIGNE = "non-renseigne"

    @property
    def libelle(self) -> str:
        """What users read."""
        return _ACTEURS[self]


class Ouverture(StrEnum):
    """Openness: the statuses of the call, the two that experience added, and what is not yet known."""

    OUVERTE = "ouverte"
    CANDIDATE = "candidate"
    SANS_RAISON = "non-accessible-sans-raison"
    PROPRIETE = "non-ouverte-propriete"
    SECURITE = "non-ouverte-securite"
    PERSONNELLES = "non-ouverte-donnees-personnelles"
    LIMITEE = "payante-ou-limitee"
    CERCLE = "cercle-de-confiance"
    ABSENTE = "n-existe-pas"
    NON_RENSEIGNE = "non-renseigne"

    @property
    def libelle(self) -> str:
        """What users read."""
        return _OUVERTURES[self]


ETENDUES = ("commune", "fichier", "partout")
"""Where data may be said to be exhaustive: in the town, on the ground of the file, everywhere."""
_ACTEURS = {
    Acteur.PUBLIC_LOCAL: "acteur public local",
    Acteur.PUBLIC_NATIONAL: "acteur public national",
    Acteur.PARAPUBLIC: "acteur parapublic",
    Acteur.ENTREPRISE: "entreprise",
    Acteur.CITOYENS: "citoyens et associations",
    Acteur.NON_RENSEIGNE: "détenteur à préciser",
}
_OUVERTURES = {
    Ouverture.OUVERTE: "déjà ouverte",
    Ouverture.CANDIDATE: "candidate à l’ouverture",
    Ouverture.SANS_RAISON: "non accessible sans raison valable",
    Ouverture.PROPRIETE: "non ouverte : propriété",
    Ouverture.SECURITE: "non ouverte : sécurité",
    Ouverture.PERSONNELLES: "non ouverte : données personnelles",
    Ouverture.LIMITEE: "payante ou limitée",
    Ouverture.CERCLE: "partagée dans un cercle de confiance",
    Ouverture.ABSENTE: "n’existe pas",
    Ouverture.NON_RENSEIGNE: "statut à préciser",
}
