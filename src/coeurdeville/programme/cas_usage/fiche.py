"""A card as it is read: every part with where it comes from. What is published is this, as it was that day."""

from __future__ import annotations

from dataclasses import dataclass

from coeurdeville.inventory.vocabulaire import Ouverture


@dataclass(frozen=True)
class Texte:
    """Words of a chapter."""

    texte: str
    source: str
    """`évaluation validée le 12/03/2023`, `mots de la ville`."""


@dataclass(frozen=True)
class Chapitre:
    """The words of one chapter, those of records first."""

    cle: str
    textes: tuple[Texte, ...]


@dataclass(frozen=True)
class Donnee:
    """A data set of the service, with its status of a day. It names organisations only."""

    couche: str
    """Slug of the layer."""
    titre: str
    indispensable: bool
    entree: str = ""
    """Identifier in the inventory of the town; empty: it has none."""
    detenteur: str = ""
    ouverture: str = Ouverture.NON_RENSEIGNE.value
    """Code of a status, or `nationale`: given by a national source."""
    depuis: str = ""
    """Day of the status, ISO."""
    licence: str = ""
    schema: str = ""
    """How far a schema is agreed on, in words."""
    conformite: str = ""
    """What the last check of the file said."""
    entretien: str = ""
    """Who keeps it up, as the town says."""


@dataclass(frozen=True)
class Objectif:
    """A figure before and after, worded with its unit; empty where it is not known."""

    titre: str
    depart: str
    resultat: str
    cible: str
    source: str


@dataclass(frozen=True)
class Resultat:
    """What changed without being counted, and what shows it."""

    texte: str
    preuve: str


@dataclass(frozen=True)
class Jours:
    """Days of a role."""

    role: str
    jours: float


@dataclass(frozen=True)
class Effort:
    """What the project took, from its log."""

    jours: float = 0
    euros: float = 0
    conseil: float = 0
    """Days of consultants."""
    roles: tuple[Jours, ...] = ()
    mois: float | None = None
    """How long it lasted."""
    prevu: str = ""
    """What the call foresaw: `6 à 9 mois`."""
    suspendus: float = 0
    """Months of `mois` on which it was suspended."""


@dataclass(frozen=True)
class Obstacle:
    """What stood in the way."""

    famille: str
    texte: str
    leve: str
    """How it was overcome; empty when it was not."""


@dataclass(frozen=True)
class Cooperation:
    """Who works with whom."""

    titre: str
    avec: str
    forme: str
    cout: str


@dataclass(frozen=True)
class Condition:
    """A condition of redeployment: as words, and as data against which a town is tested."""

    nature: str
    """Code of `Condition.Nature`."""
    texte: str
    couche: str = ""
    minimum: int | None = None
    maximum: int | None = None
    perimetre: str = ""


@dataclass(frozen=True)
class Essai:
    """The conditions against the towns of the programme, on a day."""

    le: str
    """ISO."""
    remplissent: int
    a_verifier: int
    manquent: int
    hors: int

    @property
    def total(self) -> int:
        """How many towns."""
        return self.remplissent + self.a_verifier + self.manquent + self.hors


@dataclass(frozen=True)
class Contact:
    """A function, never a name."""

    part: str
    fonction: str


@dataclass(frozen=True)
class Image:
    """A picture, and who made it."""

    adresse: str
    alt: str
    legende: str
    credit: str


@dataclass(frozen=True)
class Fiche:
    """The whole card."""

    titre: str
    ville: str
    commune: str
    """Insee code."""
    population: int | None
    appel: str
    saison: str
    theme: str
    service: str
    """Slug of a service of the registry; empty when it is in none."""
    chapitres: tuple[Chapitre, ...]
    donnees: tuple[Donnee, ...] = ()
    objectifs: tuple[Objectif, ...] = ()
    resultats: tuple[Resultat, ...] = ()
    effort: Effort = Effort()
    obstacles: tuple[Obstacle, ...] = ()
    cooperations: tuple[Cooperation, ...] = ()
    conditions: tuple[Condition, ...] = ()
    essai: Essai | None = None
    contacts: tuple[Contact, ...] = ()
    images: tuple[Image, ...] = ()

    def textes(self, cle: str) -> tuple[Texte, ...]:
        """The words of a chapter."""
        return next((one.textes for one in self.chapitres if one.cle == cle), ())
