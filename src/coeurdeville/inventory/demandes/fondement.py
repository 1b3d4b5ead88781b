"""On what ground data can be asked for: chosen from what the holder is, shown so that it can be changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from coeurdeville.core.registry import pick
from coeurdeville.inventory.demandes.article import Article
from coeurdeville.inventory.demandes.droit import droit
from coeurdeville.inventory.vocabulaire import Acteur, Nature


class Destinataire(StrEnum):
    """To whom a request on this ground is sent."""

    DETENTEUR = "détenteur"
    CONCEDANTE = "autorité concédante"
    """Who is believed to have granted the concession: the company owes it the data, and it owes them to the town as any
    administration does."""
    SERVICE = "service de la ville"


class Concession(StrEnum):
    """Whether what a competence is about is usually run under a concession."""

    NON = ""
    SERVICE = "service"
    ENERGIE = "energie"
    """Electricity and gas, which have their own article."""


@dataclass(frozen=True)
class Fondement:
    """A ground, and what follows from it."""

    cle: str
    """What users type: `administration`."""
    titre: str
    cles: tuple[str, ...] = ()
    """Keys of the articles that give the right, in the order in which they are cited."""
    cles_autour: tuple[str, ...] = ()
    """Keys of articles that the sender should know, and that give the town no right by themselves."""
    cles_refus: tuple[str, ...] = ()
    """Keys of those that alone allow a refusal; empty: the general ones."""
    destinataire: Destinataire = Destinataire.DETENTEUR
    droit: bool = True
    """Whether the holder owes an answer; else the request is a courtesy."""
    horloge: bool = True
    """Whether the delays of access to administrative documents run; else those of a contract, or none."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that give the right."""
        return tuple(droit()[key] for key in self.cles)

    @property
    def autour(self) -> tuple[Article, ...]:
        """The articles that the sender should know beside."""
        return tuple(droit()[key] for key in self.cles_autour)

    @property
    def refus(self) -> tuple[Article, ...]:
        """The articles that allow a refusal."""
        return tuple(droit()[key] for key in self.cles_refus)


SECRETS = ("crpa-l311-2", "crpa-l311-4", "crpa-l311-5", "crpa-l311-6")
CONCEDED = ("ccp-l3131-2", "ccp-l3131-3", "ccp-l3131-4")
TO_AUTHORITY = ("rep-num-1", "crpa-l311-1")
FONDEMENTS = {
    one.cle: one
    for one in (
        Fondement("administration", "D’administration à administration",
                  ("rep-num-1", "crpa-l342-2"), ("crpa-l114-8",), ("crpa-l311-5", "crpa-l311-6")),
        Fondement("environnement", "Information relative à l’environnement",
                  ("env-l124-1", "env-l124-2", "env-l124-3"), (), ("env-l124-4", "env-l124-5")),
        Fondement("mission-de-service-public", "Document d’une mission de service public",
                  ("crpa-l300-2", "crpa-l311-1", "crpa-l321-1"), ("crpa-l312-1-1",), SECRETS),
        Fondement("concession-energie", "Concession d’énergie : demande à l’autorité concédante", TO_AUTHORITY,
                  (*CONCEDED, "cgct-l2224-31", "crpa-l342-2"), SECRETS, Destinataire.CONCEDANTE),
        Fondement("concession", "Concession de service public : demande à l’autorité concédante", TO_AUTHORITY,
                  (*CONCEDED, "crpa-l342-2"), SECRETS, Destinataire.CONCEDANTE),
        Fondement("concession-de-la-ville", "Concession accordée par la ville elle-même", CONCEDED, horloge=False),
        Fondement("courtoisie", "Demande courtoise, avec une convention proposée", droit=False, horloge=False),
        Fondement("interne", "Note à un service de la ville", destinataire=Destinataire.SERVICE, droit=False,
                  horloge=False),
    )
}  # fmt: skip
"""Key -> ground."""
WITHOUT_RIGHT = (Nature.COMMERCIALE, Nature.ASSOCIATION, Nature.HABITANT)


def fondements_for(
    nature: Nature | None,
    acteur: Acteur = Acteur.NON_RENSEIGNE,
    *,
    environnementale: bool = True,
    concession: Concession = Concession.NON,
    interne: bool = False,
) -> tuple[Fondement, ...]:
    """Every ground that can be given to a holder, the one to choose first.

    Parameters
    ----------
    nature
        What the holder is; None: only its category is known, or nothing, and then no right is claimed first.
    environnementale
        Whether the data inform on the environment: trees, air, water, soil, biodiversity, risks.
    concession
        Whether a company runs the service for the holder.
    interne
        Whether the holder is the town itself.
    """
    if interne:
        return (FONDEMENTS["interne"],)
    keys = _keys(nature, nature.acteur if nature else acteur, concession)
    return tuple(FONDEMENTS[key] for key in dict.fromkeys(keys) if environnementale or key != "environnement")


def choose(cle: str, candidats: tuple[Fondement, ...]) -> Fondement:
    """The ground that a user names among those possible; the first when none is named.

    Raises
    ------
    Refused
        `nom-inconnu`, with those that are possible.
    """
    return pick(cle, {one.cle: one for one in candidats}, "Pour ce détenteur, le fondement") if cle else candidats[0]


def _keys(nature: Nature | None, acteur: Acteur, concession: Concession) -> Iterator[str]:
    if nature in WITHOUT_RIGHT or acteur is Acteur.CITOYENS:
        yield "courtoisie"
        return
    if nature is Nature.CCAS:
        yield "courtoisie"
    unsure = nature is None and acteur in (Acteur.NON_RENSEIGNE, Acteur.ENTREPRISE)
    if unsure:
        yield "courtoisie"
    if concession is Concession.ENERGIE:
        yield "concession-energie"
    if concession is not Concession.NON or nature is Nature.DELEGATAIRE:
        yield from ("concession", "concession-de-la-ville")
    if acteur in (Acteur.PUBLIC_LOCAL, Acteur.PUBLIC_NATIONAL):
        yield "administration"
    yield from ("environnement", "mission-de-service-public")
    if acteur in (Acteur.PARAPUBLIC, Acteur.NON_RENSEIGNE):
        yield "administration"
    if unsure:
        yield from ("concession", "concession-de-la-ville")
    yield "courtoisie"
