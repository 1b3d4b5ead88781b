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


class Nature(StrEnum):
    """What a holder is, within its category: on that depends what can be asked of it, and on what ground."""

    COMMUNE = "commune"
    CCAS = "ccas"
    INTERCOMMUNALITE = "intercommunalite"
    SYNDICAT = "syndicat"
    DEPARTEMENT = "departement"
    REGION = "region"
    ETAT = "etat"
    """A ministry, a prefecture, a service of the State in the regions."""
    ETABLISSEMENT = "etablissement-public-national"
    PARAPUBLIC = "organisme-parapublic"
    """An urban planning agency, a chamber, a body entrusted with a public service."""
    DELEGATAIRE = "delegataire"
    """A company that holds a concession of a public service."""
    COMMERCIALE = "entreprise-commerciale"
    ASSOCIATION = "association"
    HABITANT = "habitant"

    @property
    def libelle(self) -> str:
        """What users read."""
        return _NATURES[self][0]

    @property
    def acteur(self) -> Acteur:
        """The category of the call to which it belongs."""
        return _NATURES[self][1]


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

    @property
    def fermee(self) -> bool:
        """Whether it is closed for a reason that the law must give."""
        return self in (Ouverture.PROPRIETE, Ouverture.SECURITE, Ouverture.PERSONNELLES)


class Niveau(StrEnum):
    """The level at which data are held."""

    COMMUNE = "commune"
    EPCI = "epci"
    DEPARTEMENT = "departement"
    REGION = "region"
    ETAT = "etat"
    AUTRE = "autre"
    NON_RENSEIGNE = "non-renseigne"

    @property
    def libelle(self) -> str:
        """What users read."""
        return _NIVEAUX[self]


class Forme(StrEnum):
    """In which form two actors work together on data."""

    CONVENTION = "convention"
    CLAUSE = "clause"
    """A clause of a public contract or of a concession."""
    LICENCE = "licence"
    CERCLE = "cercle-de-confiance"
    INFORMELLE = "informelle"

    @property
    def libelle(self) -> str:
        """What users read."""
        return _FORMES[self]


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
_NATURES = {
    Nature.COMMUNE: ("commune", Acteur.PUBLIC_LOCAL),
    Nature.CCAS: ("centre communal d’action sociale", Acteur.PUBLIC_LOCAL),
    Nature.INTERCOMMUNALITE: ("intercommunalité", Acteur.PUBLIC_LOCAL),
    Nature.SYNDICAT: ("syndicat intercommunal ou mixte", Acteur.PUBLIC_LOCAL),
    Nature.DEPARTEMENT: ("département", Acteur.PUBLIC_LOCAL),
    Nature.REGION: ("région", Acteur.PUBLIC_LOCAL),
    Nature.ETAT: ("service de l’État", Acteur.PUBLIC_NATIONAL),
    Nature.ETABLISSEMENT: ("établissement public national", Acteur.PUBLIC_NATIONAL),
    Nature.PARAPUBLIC: ("organisme parapublic", Acteur.PARAPUBLIC),
    Nature.DELEGATAIRE: ("délégataire de service public", Acteur.ENTREPRISE),
    Nature.COMMERCIALE: ("entreprise commerciale", Acteur.ENTREPRISE),
    Nature.ASSOCIATION: ("association", Acteur.CITOYENS),
    Nature.HABITANT: ("habitant", Acteur.CITOYENS),
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
_NIVEAUX = {
    Niveau.COMMUNE: "commune",
    Niveau.EPCI: "intercommunalité",
    Niveau.DEPARTEMENT: "département",
    Niveau.REGION: "région",
    Niveau.ETAT: "État",
    Niveau.AUTRE: "autre",
    Niveau.NON_RENSEIGNE: "niveau à préciser",
}
_FORMES = {
    Forme.CONVENTION: "convention",
    Forme.CLAUSE: "clause d’un marché ou d’une concession",
    Forme.LICENCE: "licence",
    Forme.CERCLE: "cercle de confiance",
    Forme.INFORMELLE: "entente informelle",
}
