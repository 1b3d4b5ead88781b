"""The openness that an entry says it has today, against what else it says of the data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coeurdeville.core.french import day
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.vocabulaire import Ouverture

OPEN_LICENCE = Kind(
    "statut-ouvert-sans-licence",
    "Donnée « {id} » : elle est dite ouverte, sans licence ouverte ({licence}).",
    "Écrire la licence sous laquelle elle est publiée, par exemple lov2 ou odbl ; à défaut, noter un autre statut.",
    Level.WARNING,
)
OPEN_NOWHERE = Kind(
    "statut-ouvert-sans-acces",
    "Donnée « {id} » : elle est dite ouverte, sans adresse ni fichier où la trouver.",
    "Écrire la page où elle est publiée sous « adresse », ou ajouter son fichier.",
    Level.WARNING,
)
OPEN_PERSONAL = Kind(
    "statut-ouvert-personnelles",
    "Donnée « {id} » : elle est dite ouverte, et contient des données personnelles.",
    "Ne pas la diffuser telle quelle ; écrire donnees_personnelles = false une fois qu’elles en sont retirées, ou "
    "noter un autre statut.",
    Level.WARNING,
)
ABSENT_FILE = Kind(
    "statut-absente-avec-fichier",
    "Donnée « {id} » : elle est dite inexistante{since}, et son fichier « {file} » est dans le dossier.",
    "Noter le statut d’aujourd’hui : coeurdeville inventaire statut.",
    Level.WARNING,
)


def check_ouverture(donnee: Donnee) -> Iterator[Problem]:
    """Open data without open licence, without place or with personal data; data that lack and have a file."""
    if donnee.ouverture is Ouverture.OUVERTE:
        if not donnee.licence.open:
            yield OPEN_LICENCE(id=donnee.appellation, licence=donnee.licence.title)
        if not (donnee.adresse or donnee.fichier):
            yield OPEN_NOWHERE(id=donnee.appellation)
        if donnee.donnees_personnelles:
            yield OPEN_PERSONAL(id=donnee.appellation)
    elif donnee.ouverture is Ouverture.ABSENTE and donnee.statut and donnee.fichier:
        since = "" if donnee.statut.date == date.min else f" depuis le {day(donnee.statut.date)}"
        yield ABSENT_FILE(id=donnee.appellation, since=since, file=donnee.fichier)
