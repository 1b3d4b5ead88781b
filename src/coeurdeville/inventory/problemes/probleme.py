"""A local problem, as it was voiced."""

from __future__ import annotations

from dataclasses import dataclass

from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.problemes.vocabulaire import Sujet, Voix


@dataclass(frozen=True)
class Parole:
    """Who voiced a problem, and in which words. Never the name of a person."""

    qui: Voix
    role: str = ""
    """What the person does: `adjointe chargée des espaces verts`."""
    organisation: str = ""
    """For whom: `Ville de Vitré`, `association Vitré-Tuvalu`."""
    lieu: str = ""
    quand: Vintage | None = None
    """The day or the year; None: it was not recorded."""
    texte: str = ""
    """The very words, one sentence; empty: they were not recorded."""
    source: str = ""
    """Address of what reports it."""


@dataclass(frozen=True)
class Probleme:
    """What does not go well somewhere, what is done about it without data, and what data could do."""

    id: str
    titre: str
    """As a question or a statement that a town would make."""
    sujet: Sujet
    paroles: tuple[Parole, ...]
    """At least one."""
    actions_en_cours: tuple[str, ...] = ()
    """What is done about it and is not digital."""
    actions_a_mettre_en_place: tuple[str, ...] = ()
    """What could be done about it and is not digital."""
    services: tuple[str, ...] = ()
    """Slugs of services, computed or described, that could answer; their existence is not checked here."""
    donnees: tuple[str, ...] = ()
    """Slugs of layers that would help besides those that the services ask for; not checked here either."""
    locale: bool = False
    """Told by a town in its own folder, not by the project."""
