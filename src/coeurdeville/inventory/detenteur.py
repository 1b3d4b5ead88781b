"""What an entry says of who holds it, and that does not hold together."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.vocabulaire import Acteur, Nature, Niveau, Ouverture
from coeurdeville.schemas.rules.luhn import has_key

HOLDER_UNKNOWN = Kind(
    "detenteur-inconnu",
    "Donnée « {id} » : ni son détenteur ni son producteur n’est dit.",
    "Écrire qui peut la donner sous « detenteur », ou qui l’a faite sous « producteur ».",
    Level.NOTE,
)
ACTOR_OTHER = Kind(
    "acteur-contredit-nature",
    "Donnée « {id} » : le détenteur est dit « {actor} » et « {nature} », qui est de la catégorie « {expected} ».",
    "Corriger « acteur » ({code}) ou « nature ».",
    Level.WARNING,
)
LEVEL_OTHER = Kind(
    "niveau-contredit-nature",
    "Donnée « {id} » : elle est tenue par « {nature} », et au niveau « {level} ».",
    "Corriger « niveau » ou « nature ».",
    Level.WARNING,
)
SIREN_WRONG = Kind(
    "siren-de-detenteur-faux",
    "Donnée « {id} » : « {siren} » n’est pas un numéro SIREN : neuf chiffres, dont le dernier est une clé de contrôle.",
    "Retrouver le numéro sur annuaire-entreprises.data.gouv.fr.",
    Level.WARNING,
)
LEVELS = {
    Nature.COMMUNE: Niveau.COMMUNE,
    Nature.CCAS: Niveau.COMMUNE,
    Nature.INTERCOMMUNALITE: Niveau.EPCI,
    Nature.DEPARTEMENT: Niveau.DEPARTEMENT,
    Nature.REGION: Niveau.REGION,
}
"""Natures that stand at one level only."""


def check_detenteur(donnee: Donnee) -> Iterator[Problem]:
    """Nobody to ask, a category or a level that is not that of the nature, a SIREN whose key is wrong.

    Nobody holds data that do not exist: they need no holder.
    """
    if not donnee.tenue_par and donnee.ouverture is not Ouverture.ABSENTE:
        yield HOLDER_UNKNOWN(id=donnee.appellation)
    if donnee.nature is not None:
        yield from _nature(donnee, donnee.nature)
    if donnee.siren and not is_siren(donnee.siren):
        yield SIREN_WRONG(id=donnee.appellation, siren=donnee.siren)


def is_siren(text: str) -> bool:
    """Whether a text is nine figures with their key, spaces and points between them apart."""
    figures = re.sub(r"[ .\u00a0\u202f]", "", text)
    return re.fullmatch("[0-9]{9}", figures) is not None and bool(has_key(np.array([int(figures)]), 9)[0])


def _nature(donnee: Donnee, nature: Nature) -> Iterator[Problem]:
    if donnee.acteur not in (nature.acteur, Acteur.NON_RENSEIGNE):
        actor, expected = donnee.acteur.libelle, nature.acteur.libelle
        yield ACTOR_OTHER(
            id=donnee.appellation, actor=actor, nature=nature.libelle, expected=expected, code=nature.acteur
        )
    if donnee.niveau not in (LEVELS.get(nature, donnee.niveau), Niveau.NON_RENSEIGNE):
        yield LEVEL_OTHER(id=donnee.appellation, nature=nature.libelle, level=donnee.niveau.libelle)
