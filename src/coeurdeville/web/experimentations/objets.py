"""What an address of a project leads to, and who may read it or write there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.programme.experimentations import lecture
from coeurdeville.programme.experimentations.lecture import experimentation
from coeurdeville.programme.experimentations.parties import fiche, nouvelle
from coeurdeville.programme.models import Experimentation
from coeurdeville.web.experimentations.rubriques import RUBRIQUES, Rubrique


@dataclass(frozen=True)
class Page:
    """A part of a project."""

    projet: Experimentation
    rubrique: Rubrique


@dataclass(frozen=True)
class Fiche:
    """One record of a part, kept or to come."""

    projet: Experimentation
    rubrique: Rubrique
    record: Any


@dataclass(frozen=True)
class Fichier:
    """A name that may be that of a file of a project."""

    projet: Experimentation
    nom: str


def page(numero: int, rubrique: str) -> Page | None:
    """A part of a project; None when there is no such project or no such part."""
    projet = experimentation(numero) if rubrique in RUBRIQUES else None
    return None if projet is None else Page(projet, RUBRIQUES[rubrique])


def fiche_nouvelle(numero: int, rubrique: str) -> Fiche | None:
    """A record to be written."""
    found = page(numero, rubrique)
    if found is None:
        return None
    return Fiche(found.projet, found.rubrique, nouvelle(found.projet, found.rubrique.partie))


def fiche_gardee(numero: int, rubrique: str, fiche_numero: int) -> Fiche | None:
    """A record that was written."""
    found = page(numero, rubrique)
    record = fiche(found.projet, found.rubrique.partie, fiche_numero) if found else None
    return None if found is None or record is None else Fiche(found.projet, found.rubrique, record)


def fichier(numero: int, nom: str) -> Fichier | None:
    """A file of a project."""
    projet = experimentation(numero)
    return None if projet is None else Fichier(projet, nom)


def lit(user: Utilisateur, one: Page | Fiche | Fichier) -> bool:
    """Whether somebody may read it."""
    return lecture.lit(user, one.projet)


def ajoute(user: Utilisateur, one: Page | Fiche) -> bool:
    """Whether somebody may add such a record."""
    return lecture.ajoute(user, one.projet, one.rubrique.cle)


def corrige(user: Utilisateur, one: Fiche) -> bool:
    """Whether somebody may change it or take it away."""
    return lecture.corrige(user, one.projet, one.record)
