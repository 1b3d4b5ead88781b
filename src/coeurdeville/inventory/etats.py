"""Which rows of a file are of objects still there, and the columns of states that nobody can read yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.french import plural, some_of
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.etats_repris import written_otherwise
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.schemas.matching.states import coded_states

if TYPE_CHECKING:
    import pandas as pd

GONE = Kind(
    "objets-disparus",
    "Donnée « {id} » : {count_words} d’après la colonne « {column} », hors des comptes.",
    "Corriger la liste [[donnees.etats]] de ville.toml si un état est mal compris.",
    Level.NOTE,
)
STATES_IN_CODES = Kind(
    "etats-en-codes",
    "Donnée « {id} » : la colonne d’états « {column} » contient des codes sans dictionnaire ({codes}) ; "
    "les objets disparus qu’elle dit, s’il y en a, restent comptés.",
    "Demander au producteur lesquels disent un objet disparu, et les écrire dans ville.toml, sous "
    '[[donnees.etats]] : colonne = "{column}" et disparus = ["…"] ; si aucun ne le dit : disparus = ["aucun"].',
    Level.WARNING,
)


def present(donnee: Donnee, frame: pd.DataFrame) -> tuple[NDArray[np.bool_], list[Problem]]:
    """Which rows are still there, shape `(n,)`, and how many are not."""
    keep, said = np.ones(len(frame), dtype=bool), []
    for state in donnee.correspondance.etats:
        cells = frame[state.colonne]
        gone = cells.astype("string").isin(state.disparus) if state.disparus else cells.notna()
        left = keep & gone.to_numpy(dtype=bool, na_value=False)
        if count := int(left.sum()):
            words = plural(count, "objet disparu", "objets disparus")
            said.append(GONE(id=donnee.id, count_words=words, column=state.colonne, count=count))
        keep &= ~left
    return keep, said


def unread_states(donnee: Donnee, kind: type[Layer], features: Features) -> Iterator[Problem]:
    """Columns of states filled with codes, of which the entry says nothing, or words that are none of them."""
    state = kind.state if issubclass(kind, VectorLayer) else None
    if state is None:
        return
    frame = features.frame
    told = {one.colonne for one in donnee.correspondance.etats if not written_otherwise(one, frame)}
    for column, codes in coded_states(frame, state, cut=features.format is Format.SHAPEFILE):
        if column not in told:
            yield STATES_IN_CODES(id=donnee.id, column=column, codes=some_of(codes, 12))
