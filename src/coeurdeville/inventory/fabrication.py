"""From a file that was read to a layer: placed, cleared of what is gone, converted, repaired, checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.french import percent, plural
from coeurdeville.core.problems import Kind, Level, Problem, Refused, refuse_errors
from coeurdeville.inventory.conversion import convert
from coeurdeville.inventory.datation import vintage_of
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.etats import present, unread_states
from coeurdeville.inventory.geometries import NOTHING_LEFT, placed_layer
from coeurdeville.inventory.placement import place
from coeurdeville.inventory.selection import select
from coeurdeville.layers.catalogue import layer as layer_named
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.layers.outline import Outline
from coeurdeville.readers.features import Features
from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.territories.territory import Territory

if TYPE_CHECKING:
    import pandas as pd

COLUMN_NOT_IN_FILE = Kind(
    "colonne-hors-fichier",
    "Donnée « {id} » : la colonne « {column} » n’est pas dans le fichier {file}.",
    "Les colonnes du fichier sont : {known}.",
)
UNREADABLE = Kind(
    "valeurs-illisibles",
    "Donnée « {id} » : {share} des valeurs de « {column} » ne sont pas lisibles comme {title} ; elles sont ignorées.",
    "Vérifier la colonne choisie et la saisie de ces valeurs.",
    Level.WARNING,
)
OUTSIDE_BOUNDS = Kind(
    "valeurs-hors-bornes",
    "Donnée « {id} » : {share} des valeurs de « {column} » sortent des bornes de {title} ({bounds}) ; "
    "elles sont ignorées.",
    "Vérifier l’unité, ou corriger ces valeurs.",
    Level.WARNING,
)


@dataclass(frozen=True)
class Chargement:
    """A layer made from a file, and everything to be said of the way."""

    couche: Layer
    problems: tuple[Problem, ...]


def make_layer(read_file: Features, donnee: Donnee, territory: Territory) -> Chargement:
    """The layer of an entry, in the CRS of the territory, from its file already read.

    Objects that are gone, or whose geometry cannot be used, are left out and counted; values that
    cannot be read or stand outside their bounds become unknown and are counted. Columns that are
    not mapped are not read: agents' names and addresses do not travel.

    Raises
    ------
    Refused
        When no layer can be made: unknown column or projection, nothing left.
    """
    kind = layer_named(donnee.couche)
    assert issubclass(kind, TableLayer)
    mapping = donnee.correspondance
    features = select(read_file, kind)
    total = len(features)
    said = list(features.notes)
    refuse_errors(lacking_columns(donnee, features))
    shapes: NDArray[Any] | None = None
    if issubclass(kind, VectorLayer):
        placed = place(features, mapping.lecture, territory, donnee.id, neighbours=kind is Outline)
        shapes, features, extent = placed.shapes, placed.features, placed.extent
        said.extend(placed.problems)
    keep, problems = present(donnee, features.frame)
    said.extend((*problems, *unread_states(donnee, kind, features)))
    frame, problems = _columns(donnee, features.frame, kind, keep, features)
    said.extend(problems)
    vintage, problems = vintage_of(donnee, kind, frame)
    said.extend(problems)
    origin = replace(donnee.origin, read=total, vintage=vintage)
    if shapes is None or not issubclass(kind, VectorLayer):
        if not len(frame):
            raise Refused([NOTHING_LEFT(id=donnee.id, layer=kind.title), *said])
        return Chargement(kind(frame, origin=replace(origin, kept=len(frame))), tuple(said))
    layer = placed_layer(donnee, kind, frame, shapes[keep], extent, origin, territory, said)
    return Chargement(layer, tuple(said))


def lacking_columns(donnee: Donnee, features: Features) -> list[Problem]:
    """Every column that the entry names and that the file does not have."""
    mapping: Correspondance = donnee.correspondance
    wanted = [*mapping.colonnes.values(), *(state.colonne for state in mapping.etats)]
    wanted += [name for name in (mapping.lecture.x, mapping.lecture.y) if name]
    names = list(map(str, features.frame.columns))
    return [
        COLUMN_NOT_IN_FILE(id=donnee.id, column=name, file=donnee.fichier, known=_some(names))
        for name in dict.fromkeys(wanted)
        if name not in features.frame
    ]


def _some(names: list[str], most: int = 20) -> str:
    """The first names, and how many others."""
    more = f" et {plural(len(names) - most, 'autre')}" if len(names) > most else ""
    return (", ".join(names[:most]) or "aucune") + more


def _columns(
    donnee: Donnee, frame: pd.DataFrame, kind: type[TableLayer], keep: NDArray[np.bool_], features: Features
) -> tuple[pd.DataFrame, list[Problem]]:
    """The layer's columns drawn from the file's, for the rows kept."""
    import pandas as pd

    mapping, said, made = donnee.correspondance, [], {}
    numbers = features.row_numbers[keep]
    for column in kind.columns:
        name = mapping.colonnes.get(column.key)
        if name is not None:
            cells = frame.loc[keep, name]
        elif column.key in mapping.constantes:
            cells = pd.Series(mapping.constantes[column.key], index=frame.index[keep], dtype="str")
        else:
            continue
        unit, codes = mapping.unites.get(column.key, ""), mapping.valeurs.get(column.key)
        read_column = convert(cells, column, unit=unit, codes=codes)
        made[column.name] = read_column.values
        words = {"id": donnee.id, "column": name or column.key, "title": f"« {column.title} »"}
        for mask, problem in ((read_column.unreadable, UNREADABLE), (read_column.outside, OUTSIDE_BOUNDS)):
            if count := int(mask.sum()):
                places = zip(numbers[mask][:5], cells[mask].head(5), strict=True)
                examples = [f"{features.row_word} {number} : « {cell} »" for number, cell in places]
                share = _share(count, read_column.filled)
                said.append(problem(examples=examples, count=count, share=share, bounds=column.bounds, **words))
    return pd.DataFrame(made, index=frame.index[keep]), said


def _share(count: int, filled: int) -> str:
    return percent(100 * count / filled, 0 if 100 * count >= filled else 2)
