"""What a newer file still says of objects gone, by the words that the town had settled for the former one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from coeurdeville.core.french import some_of
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.readers.features import Features
from coeurdeville.readers.values import codes_in, texts
from coeurdeville.schemas.mapping.correspondance import Etat

if TYPE_CHECKING:
    import pandas as pd

NONE = "aucun"
"""Written in the place of the words: no cell tells an object gone."""
STATES_UNMET = Kind(
    "etats-perdus",
    "Donnée « {id} » : dans ce fichier, la colonne « {column} » ne contient plus ce qui disait un objet disparu "
    "({words}).",
    "Regarder ce que ce fichier dit des objets disparus, et corriger la liste [[donnees.etats]] de ville.toml.",
    Level.WARNING,
)


def kept_states(former: Iterable[Etat], found: Sequence[Etat], frame: pd.DataFrame) -> tuple[Etat, ...]:
    """The states of a newer file: those settled, unless the file says them otherwise; all that is found when none is.

    Words of which the file has none may come back with its next edition: they stay. In the place of those that a
    column no longer writes (figures for words, or words for figures), it is asked again.
    """
    anew = {one.colonne: one for one in found}
    settled = list[Etat]()
    for state in former:
        if state.colonne not in frame:
            continue
        if _met(state, frame):
            settled.append(state)
        elif state.colonne in anew:
            settled.append(anew[state.colonne])
        elif not written_otherwise(state, frame):
            settled.append(state)
    return tuple(settled) or tuple(found)


def unmet_states(former: Donnee, features: Features) -> Iterator[Problem]:
    """Each state of the former file whose words the new one does not have."""
    for state in former.correspondance.etats:
        if not _met(state, features.frame):
            words = some_of(state.disparus, 12) or "une date de fin"
            yield STATES_UNMET(id=former.id, column=state.colonne, words=words)


def written_otherwise(state: Etat, frame: pd.DataFrame) -> bool:
    """Whether a column has figures alone for states told in words, or no figure for states told in figures."""
    if _met(state, frame):
        return False
    cells = texts(frame[state.colonne])
    codes, figures = codes_in(cells), all(word.isdecimal() for word in state.disparus)
    return not codes if figures else 0 < len(codes) == cells.nunique()


def _met(state: Etat, frame: pd.DataFrame) -> bool:
    """Whether the file has the column and one of the words; any column will do when it tells by a date, or nothing."""
    if state.colonne not in frame:
        return False
    silent = not state.disparus or NONE in state.disparus
    return silent or bool(frame[state.colonne].astype("string").isin(state.disparus).any())
