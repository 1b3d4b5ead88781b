"""The stored codes of a local problem, each with what users read. Codes never change; words may."""

from __future__ import annotations

from enum import StrEnum


class Voix(StrEnum):
    """Who voices a problem: those whom the call listens to, and the inhabitants; or nobody in particular."""

    ELU = "elu"
    METIER = "metier"
    """A service of the town, or those who do the work: parks, planning, schools, risks."""
    INFORMATIQUE = "informatique"
    """Those who hold the data: computing, maps, open data."""
    THINK_TANK = "think-tank"
    NATIONAL = "acteur-national"
    HABITANT = "habitant"
    PERSONNE = "non-attribuee"
    """Nobody's words are known: the problem is worded by who wrote it down, from what was reported."""

    @property
    def libelle(self) -> str:
        """What users read."""
        return _VOIX[self]


class Sujet(StrEnum):
    """What a problem is about: a theme of the call, or data themselves."""

    CLIMAT = "climat"
    BIODIVERSITE = "biodiversite"
    RISQUES = "risques"
    DONNEES = "donnees"

    @property
    def libelle(self) -> str:
        """What users read."""
        return _SUJETS[self]


_VOIX = {
    Voix.ELU: "élu",
    Voix.METIER: "métier",
    Voix.INFORMATIQUE: "informatique et données",
    Voix.THINK_TANK: "laboratoire d’idées",
    Voix.NATIONAL: "acteur national",
    Voix.HABITANT: "habitant",
    Voix.PERSONNE: "voix non attribuée",
}
_SUJETS = {
    Sujet.CLIMAT: "Adaptation au changement climatique",
    Sujet.BIODIVERSITE: "Biodiversité",
    Sujet.RISQUES: "Risques naturels",
    Sujet.DONNEES: "Les données elles-mêmes",
}
