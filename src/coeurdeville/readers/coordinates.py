"""Places of a table or a layer: the columns that hold them, their projection, their order; all of it is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coeurdeville.core.french import listing
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.readers.coordinate_columns import Places, Written, by_values, places, written_in
from coeurdeville.readers.features import Features
from coeurdeville.readers.place_shapes import Placed, placed
from coeurdeville.readers.projection import Vicinity, fits
from coeurdeville.readers.refusals import quoted
from coeurdeville.readers.settling import middles, settled
from coeurdeville.readers.shapes import saying

if TYPE_CHECKING:
    import pandas as pd

NO_PLACES = Kind(
    "coordonnees-absentes",
    "Aucune colonne ne donne de coordonnées parmi : {columns}.",
    "Indiquer dans ville.toml les colonnes des coordonnées, par exemple « X » et « Y ».",
)
NO_SUCH_COLUMN = Kind(
    "coordonnees-colonne-absente",
    "Les colonnes de coordonnées demandées ne sont pas dans le fichier : {absent}.",
    "Choisir parmi : {columns}.",
)
FOUND_COLUMNS = Kind(
    "coordonnees-trouvees",
    "Les coordonnées sont lues dans {columns}.",
    "Si ce n’est pas là, indiquer les bonnes colonnes dans ville.toml.",
    Level.NOTE,
)
WITHOUT_PLACE = Kind(
    "coordonnees-manquantes",
    "Des lignes n’ont pas de coordonnées, ou des coordonnées nulles ; elles restent sans position.",
    "Compléter les coordonnées de ces lignes.",
    Level.WARNING,
)
UNREADABLE_PLACE = Kind(
    "coordonnees-illisibles",
    "Des lignes ont des coordonnées illisibles ; elles restent sans position.",
    "Corriger les coordonnées de ces lignes.",
    Level.WARNING,
)


def locate(features: Features, vicinity: Vicinity, *, columns: Sequence[str] = (), crs: int | None = None) -> Features:
    """The features with a geometry and its EPSG code, found from the numbers when they are not told.

    A layer that has shapes keeps them; a table takes those of its columns. A projection that is told or declared
    gives way, with a warning, when it puts no point near the town and another one does; when none does it is kept,
    for the file may be of another place, which is for the caller to say.

    Parameters
    ----------
    columns : the column of shapes or pairs, or the two columns of numbers (easting first). Found when not told.
    crs : EPSG code told by the town; it comes before the one that the file declares.

    Raises
    ------
    Refused : no column holds places, a column told is absent, or no projection fits and none is told.
    """
    if features.geometry is not None and not columns:
        return settled(features, features.geometry, vicinity, crs or features.crs)
    chosen = _told(features.frame, columns) if columns else _found(features.frame, vicinity)
    read = placed(features.frame, chosen)
    said = () if columns else (FOUND_COLUMNS(columns=listing([f"« {column} »" for column in chosen.columns])),)
    located = settled(features.noting(said), read.shapes, vicinity, crs or read.crs)
    return located.noting(_losses(features, read))


def _told(frame: pd.DataFrame, columns: Sequence[str]) -> Places:
    absent = [column for column in columns if column not in frame]
    if absent:
        raise Refused([NO_SUCH_COLUMN(absent=quoted(absent), columns=quoted(frame.columns))])
    if len(columns) > 1:
        return Places(Written.XY, tuple(columns[:2]))
    written = written_in(frame[columns[0]])
    if written is None:
        raise Refused([NO_PLACES(columns=quoted(columns))])
    return Places(written, tuple(columns))


def _found(frame: pd.DataFrame, vicinity: Vicinity) -> Places:
    """The first columns that hold places near the town, by name or writing; by value when there are none."""
    candidates = places(frame) or by_values(frame, vicinity)
    if not candidates:
        raise Refused([NO_PLACES(columns=quoted(frame.columns))])
    if len(candidates) == 1:
        return candidates[0]
    return next((one for one in candidates if fits(vicinity, *middles(placed(frame, one).shapes))), candidates[0])


def _losses(features: Features, read: Placed) -> list[Problem]:
    """Rows left without a place, and shapes repaired."""
    kinds = ((WITHOUT_PLACE, read.missing), (UNREADABLE_PLACE, read.unreadable))
    said = [kind(examples=features.places(rows), count=int(rows.sum())) for kind, rows in kinds if rows.any()]
    return [*said, *saying(features.name, read.repaired, read.repaired & False, features.places)]
