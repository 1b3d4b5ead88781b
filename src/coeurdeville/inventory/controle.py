"""What is wrong with one entry of an inventory, before its file is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.layers.catalogue import kinds
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.schemas.mapping.units import METRES

LAYER_UNKNOWN = Kind(
    "couche-inconnue", "Donnée « {id} » : la couche « {layer} » n’existe pas.", "Écrire l’une de : {known}."
)
LAYER_AWAITED = Kind(
    "couche-attendue",
    "Donnée « {id} » : son fichier est gardé ; aucun service ne lit encore la couche « {layer} ».",
    "Rien à faire : le fichier servira quand la couche sera lue.",
    Level.NOTE,
)
FILE_MISSING = Kind(
    "fichier-absent",
    "Donnée « {id} » : le fichier « {file} » n’est pas dans le dossier de la ville.",
    "Remettre le fichier à sa place, ou vider la ligne « fichier » s’il n’existe plus.",
)
FILE_OUTSIDE = Kind(
    "fichier-hors-dossier",
    "Donnée « {id} » : « {file} » sort du dossier de la ville.",
    "Copier le fichier dans le dossier : coeurdeville ville ajouter le fait.",
)
COLUMN_UNKNOWN = Kind(
    "colonne-inconnue",
    "Donnée « {id} » : la couche « {layer} » n’a pas de colonne « {column} ».",
    "Écrire l’une de : {known}.",
)
NOT_A_LENGTH = Kind(
    "unite-sans-objet",
    "Donnée « {id} » : la colonne « {column} » n’est pas une longueur.",
    "Retirer cette ligne de [donnees.unites].",
)
LAYER_IS_GRID = Kind(
    "couche-en-grille",
    "La couche « {layer} » est une grille, qui ne se lit pas encore dans un fichier.",
    "Donner plutôt des surfaces, avec la couche canopee ou vegetation.",
)
TO_CONFIRM = Kind(
    "a-confirmer",
    "Donnée « {id} » : {count_words} à confirmer.",
    "Dans ville.toml, pour chacune qui est juste, l’écrire sous [donnees.colonnes] sous la forme "
    'nom = "colonne du fichier", puis retirer sa ligne de [donnees.a_confirmer].',
    Level.NOTE,
)


def check_donnee(donnee: Donnee, dossier: Path) -> Iterator[Problem]:
    """Everything that keeps an entry from being used, and what remains to be confirmed."""
    kind = kinds().get(donnee.couche)
    if kind is None and donnee.couche:
        yield LAYER_UNKNOWN(id=donnee.appellation, layer=donnee.couche, known=", ".join(kinds()))
    elif isinstance(kind, Awaited):
        yield from [LAYER_AWAITED(id=donnee.appellation, layer=kind.title)] if donnee.fichier else []
    elif kind is not None and issubclass(kind, TableLayer):
        yield from _columns(donnee, kind)
    elif kind is not None:
        yield LAYER_IS_GRID(layer=donnee.couche)
    yield from check_file(donnee, dossier)


def _columns(donnee: Donnee, kind: type[TableLayer]) -> Iterator[Problem]:
    mapping = donnee.correspondance
    units = {column.key: column.unit for column in kind.columns}
    for name in dict.fromkeys(
        (*mapping.colonnes, *mapping.a_confirmer, *mapping.unites, *mapping.valeurs, *mapping.constantes)
    ):
        if name not in units:
            yield COLUMN_UNKNOWN(id=donnee.appellation, layer=donnee.couche, column=name, known=", ".join(units))
        elif name in mapping.unites and units[name] not in METRES:
            yield NOT_A_LENGTH(id=donnee.appellation, column=name)
    if mapping.a_confirmer:
        said = f"{plural(len(mapping.a_confirmer), 'colonne')} ({', '.join(mapping.a_confirmer)})"
        yield TO_CONFIRM(id=donnee.appellation, count_words=said)


def check_file(donnee: Donnee, dossier: Path) -> Iterator[Problem]:
    """What keeps the file of an entry from being opened; nothing when it has none."""
    if not donnee.fichier:
        return
    path = (dossier / donnee.fichier).resolve()
    if not path.is_relative_to(dossier.resolve()):
        yield FILE_OUTSIDE(id=donnee.appellation, file=donnee.fichier)
    elif not path.exists():
        yield FILE_MISSING(id=donnee.appellation, file=donnee.fichier)
