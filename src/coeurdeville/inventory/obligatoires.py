"""Columns that a layer cannot do without, in a file that is about to be added."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coeurdeville.core.french import quoted, some_of
from coeurdeville.core.problems import Kind, Problem
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.layers.contract.table import TableLayer

if TYPE_CHECKING:
    import pandas as pd

COLUMN_TO_TELL = Kind(
    "colonne-obligatoire-non-reconnue",
    "Fichier {file} : aucune colonne n’est reconnue pour « {title} », obligatoire dans la couche « {layer} ».{near}",
    "Si tout le fichier a la même valeur, ajouter --constante {column}=<valeur> ; sinon renommer « {column} », dans "
    "une copie du fichier, la colonne qui la contient. Colonnes du fichier : {known}.",
)


def untold_columns(entry: Donnee, kind: type[TableLayer], frame: pd.DataFrame, file: str) -> Iterator[Problem]:
    """Every required column that the entry draws neither from the file nor from a value of the whole file."""
    mapping = entry.correspondance
    for column in kind.columns:
        if not column.required or column.key in mapping.colonnes or column.key in mapping.constantes:
            continue
        doubt = mapping.a_confirmer.get(column.key)
        near = f" C’est peut-être {quoted([doubt['colonne']])} ({doubt['pourquoi']})." if doubt else ""
        known = some_of([str(name) for name in frame.columns], 20) or "aucune"
        yield COLUMN_TO_TELL(file=file, title=column.title, layer=kind.title, near=near, column=column.key, known=known)
