"""Who usually holds the data of a competence, for a commune and its intercommunal body."""

from __future__ import annotations

from dataclasses import dataclass

from coeurdeville.core.french import of
from coeurdeville.core.registry import pick
from coeurdeville.inventory.demandes.competences import HOLDERS, TO_CHECK, Competence, competences
from coeurdeville.inventory.demandes.nature_epci import NatureEpci, full_name, full_title
from coeurdeville.inventory.vocabulaire import Nature
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.coverage import COM, zone_of

ELSEWHERE = ("etat", "region", "association")
"""Holders that are the same whatever the intercommunal body is."""


@dataclass(frozen=True)
class Detenteur:
    """Who should be asked, and why it is believed."""

    nom: str
    """As a letter writes it; empty: its nature is known, not its name."""
    nature: Nature | None
    """None when it must be found first."""
    pourquoi: str
    sur: bool
    """Whether the law gives it; else it is the usual case."""


def holder_of(competence: str, commune: Commune, nature: NatureEpci | None) -> Detenteur:
    """Who usually holds the data of this competence for this commune.

    Parameters
    ----------
    competence
        Key of the table; empty: nobody's in particular, to be found.
    nature
        That of its intercommunal body; None: it has none, and does alone what others share.

    Raises
    ------
    Refused
        `nom-inconnu` for a key that the table does not have.
    """
    if not competence:
        return Detenteur("", None, "aucune compétence ne dit qui tient cette donnée", sur=False)
    found = pick(competence, dict(competences()), "La compétence")
    word = _word(found, nature)
    if nature is NatureEpci.GRAND_PARIS and word == TO_CHECK:
        return Detenteur("", None, "les compétences de la métropole du Grand Paris ont leurs règles propres", sur=False)
    if commune.region.code in found.regions_a_part:
        return Detenteur("", None, found.pourquoi, sur=False)
    if word == "etat" and zone_of(commune.code) == COM:
        return Detenteur("", None, "hors des départements, les données nationales sont rarement produites", sur=False)
    sure = str(nature) in found.surs
    return Detenteur(_name(word, commune), HOLDERS[word], _why(found, nature, word, commune), sur=sure)


def _why(competence: Competence, nature: NatureEpci | None, word: str, commune: Commune) -> str:
    """The reason that holds here: alone, as a body of this nature, else the general one."""
    alone = commune.epci is None and word == "commune" and set(competence.detenteurs.values()) != {word}
    if alone:
        return "la commune n’appartient à aucune intercommunalité et fait seule ce qui y est d’ordinaire partagé"
    told = competence.cas.get(nature) if nature else None
    return f"dans une {full_title(nature)}, {told}" if nature and told else competence.pourquoi


def _word(competence: Competence, nature: NatureEpci | None) -> str:
    usual = competence.detenteurs["CC"]
    if nature is None:
        return "commune" if usual in ("epci", TO_CHECK) else usual
    if nature is NatureEpci.GRAND_PARIS:
        return usual if usual in ELSEWHERE else TO_CHECK
    return competence.detenteurs[nature]


def _name(word: str, commune: Commune) -> str:
    """The holder by its name, where the commune gives it."""
    if word == "commune":
        return f"Commune {of(commune.nom)}"
    if word == "epci" and commune.epci is not None:
        return full_name(commune.epci)
    return f"Région {commune.region.nom}" if word == "region" else ""
