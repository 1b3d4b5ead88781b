"""Which column of a file is which of a layer: proposed from names and values, sure or to be confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coeurdeville.core.french import percent, slug, some_of
from coeurdeville.inventory.conversion import convert
from coeurdeville.inventory.etats_repris import kept_states
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.readers.values import codes_in, figures_are_codes, texts
from coeurdeville.schemas.mapping.correspondance import Correspondance, Etat, Lecture
from coeurdeville.schemas.matching.cut_names import with_cut
from coeurdeville.schemas.matching.states import gone_states

if TYPE_CHECKING:
    import pandas as pd

SURE = 0.8
"""Share of the filled cells that must be readable and within bounds for a column to be sure."""


@dataclass(frozen=True)
class Rapprochement:
    """What was recognised in a file. Keys are the layer's columns as users read them."""

    colonnes: Mapping[str, str] = field(default_factory=dict)
    a_confirmer: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    etats: tuple[Etat, ...] = ()


def match_columns(frame: pd.DataFrame, layer: type[TableLayer], *, cut: bool = False) -> Rapprochement:
    """Columns of `frame` recognised for a layer.

    A name that the layer lists, with values that can be read and stand within bounds, is sure. A
    name that only contains a listed one, or values that do not fit, is to be confirmed, with the
    reason. A column of the file serves once; a column of the layer takes the first name of its list.

    Parameters
    ----------
    cut
        Whether the file cuts the names of its columns, as a Shapefile does: listed names are cut too.
    """
    sure: dict[str, str] = {}
    doubtful: dict[str, Mapping[str, str]] = {}
    names = {key: name for name in reversed(list(frame.columns)) if (key := _plain(str(name)))}
    for column in layer.columns:
        found = _named(column, names, taken=set(sure.values()), cut=cut)
        if found is None:
            continue
        name, exact = found
        reason = _misfit(frame[name], column) if exact else "nom approchant"
        if reason:
            doubtful[column.key] = {"colonne": name, "pourquoi": reason}
        else:
            sure[column.key] = name
    proposed = {key: doubt["colonne"] for key, doubt in doubtful.items()}
    for key, reason in _doubts(frame, layer, {**proposed, **sure}).items():
        if key in sure:
            doubtful[key] = {"colonne": sure.pop(key), "pourquoi": reason}
    return Rapprochement(sure, doubtful, tuple(_states(frame, layer, cut=cut)))


def renewed(former: Correspondance, found: Correspondance, frame: pd.DataFrame) -> Correspondance:
    """The mapping of a newer edition of a file: what the town had settled, then what is recognised in new columns."""
    settled = {key: name for key, name in former.colonnes.items() if name in frame}
    used = set(settled.values())
    new = {key: name for key, name in found.colonnes.items() if name not in used}
    doubts = {
        key: doubt for key, doubt in found.a_confirmer.items() if key not in settled and doubt["colonne"] not in used
    }
    states = kept_states(former.etats, found.etats, frame)
    places = all(name in frame for name in (former.lecture.x, former.lecture.y) if name)
    reading = former.lecture if places else Lecture(projection=former.lecture.projection)
    reading = replace(reading, feuille=found.lecture.feuille or former.lecture.feuille)
    whole = {**former.constantes, **found.constantes}
    return replace(
        former, lecture=reading, colonnes={**new, **settled}, a_confirmer=doubts, constantes=whole, etats=states
    )


def _named(column: Column, names: Mapping[str, str], taken: set[str], *, cut: bool) -> tuple[str, bool] | None:
    """The file's column of the first listed name, whole; else the first that contains one as a word."""
    listed = with_cut((*map(_plain, column.names), _plain(column.title), _plain(column.name)), cut=cut)
    for wanted in listed:
        if wanted in names and names[wanted] not in taken:
            return names[wanted], True
    for wanted in listed:
        for key, name in names.items():
            if len(wanted) > 3 and f"_{wanted}_" in f"_{key}_" and name not in taken:
                return name, False
    return None


def _misfit(values: pd.Series, column: Column) -> str:
    """Why these values are not those of the column; empty when they are, and when there is none to judge."""
    if column.dtype == "bool" and figures_are_codes(texts(values)):
        codes = some_of(codes_in(texts(values)))
        return f"des codes ({codes})\u00a0: dire lesquels valent oui ou non, sous [donnees.valeurs.{column.key}]"
    converted = convert(values, column)
    if not converted.filled:
        return ""
    fit = 1 - float(converted.unreadable.sum() + converted.outside.sum()) / converted.filled
    if fit >= SURE:
        return ""
    return f"{percent(100 * fit)} des valeurs seulement conviennent à « {column.title} »"


def _doubts(frame: pd.DataFrame, layer: type[TableLayer], found: Mapping[str, str]) -> dict[str, str]:
    """What the layer doubts when the columns are read together, those to be confirmed too."""
    if not issubclass(layer, VectorLayer):
        return {}
    columns = {column.key: column for column in layer.columns}
    read = {columns[key].name: convert(frame[name], columns[key]).values for key, name in found.items()}
    by_name = {column.name: column.key for column in layer.columns}
    return {by_name[name]: reason for name, reason in layer.doubts(read).items()}


def _states(frame: pd.DataFrame, layer: type[TableLayer], *, cut: bool) -> Iterator[Etat]:
    state = layer.state if issubclass(layer, VectorLayer) else None
    return iter(()) if state is None else gone_states(frame, state, cut=cut)


def _plain(name: str) -> str:
    return slug(name).replace("-", "_")
