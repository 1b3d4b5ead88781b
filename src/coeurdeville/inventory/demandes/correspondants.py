"""Who writes and who is written to: the blocks of a letter. Nobody is invented; what is unknown is left to fill."""

from __future__ import annotations

from coeurdeville.core.french import of
from coeurdeville.inventory.demandes.demande import Demande
from coeurdeville.inventory.demandes.fondement import Destinataire
from coeurdeville.inventory.vocabulaire import Nature
from coeurdeville.territories.commune import Commune

ELECTED = {
    Nature.COMMUNE: ("À l’attention de la maire ou du maire", "Madame la Maire, Monsieur le Maire,"),
    Nature.INTERCOMMUNALITE: ("À l’attention de la présidence", "Madame la Présidente, Monsieur le Président,"),
    Nature.SYNDICAT: ("À l’attention de la présidence", "Madame la Présidente, Monsieur le Président,"),
    Nature.DEPARTEMENT: ("À l’attention de la présidence", "Madame la Présidente, Monsieur le Président,"),
    Nature.REGION: ("À l’attention de la présidence", "Madame la Présidente, Monsieur le Président,"),
    Nature.ASSOCIATION: ("À l’attention de la présidence", "Madame la Présidente, Monsieur le Président,"),
}
"""What a holder is -> to whom there, and how that person is addressed; not a CCAS, whose president is the mayor."""
OTHERS = ("À l’attention de la direction", "Madame, Monsieur,")


def to_fill(what: str) -> str:
    """`[à compléter : adresse]`: what only the town knows; printed so that it is seen."""
    return f"[à compléter : {what}]"


def sender_lines(commune: Commune) -> tuple[str, ...]:
    """The town's block."""
    code = commune.codes_postaux[0] if len(commune.codes_postaux) == 1 else to_fill("code postal")
    return (
        f"Commune {of(commune.nom)}",
        to_fill("adresse de la mairie"),
        f"{code} {commune.nom}",
        f"Affaire suivie par : {to_fill('nom, téléphone, adresse électronique')}",
    )


def addressee_lines(demande: Demande) -> tuple[str, ...]:
    """The holder's block, or that of whoever granted the concession."""
    if demande.fondement.destinataire is Destinataire.SERVICE:
        service = demande.donnee.service_referent if demande.donnee else ""
        return (f"Commune {of(demande.commune.nom)}", service or to_fill("service qui tient la donnée"))
    if through_authority(demande):
        return (to_fill("autorité concédante"), ELECTED[Nature.SYNDICAT][0], to_fill("adresse"))
    nature = demande.detenteur.nature
    name = demande.detenteur.nom or to_fill(f"nom du détenteur ({nature.libelle})" if nature else "nom du détenteur")
    if nature is Nature.HABITANT:
        return (name, to_fill("adresse"))
    return (name, ELECTED.get(nature, OTHERS)[0] if nature else OTHERS[0], to_fill("adresse"))


def civility(demande: Demande) -> str:
    """How the addressee is greeted."""
    nature = Nature.SYNDICAT if through_authority(demande) else demande.detenteur.nature
    if demande.fondement.destinataire is Destinataire.SERVICE or nature is None:
        return OTHERS[1]
    return ELECTED.get(nature, OTHERS)[1]


def signature_lines() -> tuple[str, ...]:
    """The block to sign."""
    return (f"Pour la commune, {to_fill('fonction')}", to_fill("prénom, nom et signature"))


def through_authority(demande: Demande) -> bool:
    """Whether the holder is a company, and the letter goes to the authority that granted it the service."""
    company = demande.detenteur.nature in (Nature.DELEGATAIRE, Nature.COMMERCIALE, None)
    return demande.fondement.destinataire is Destinataire.CONCEDANTE and company
