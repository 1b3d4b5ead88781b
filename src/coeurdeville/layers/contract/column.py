"""One column of a layer: what it means, its unit, what it may hold."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from coeurdeville.core import french
from coeurdeville.core.french import listing, slug
from coeurdeville.core.problems import Kind, Problem

if TYPE_CHECKING:
    import pandas as pd

ColumnType = Literal["int", "float", "str", "bool", "date"]
NUMPY_KINDS = {"int": "iuf", "float": "iuf", "bool": "b", "str": "OUT", "date": "M"}
"""Kinds of numpy types accepted for each column type; an int with holes is stored as float."""

COLUMN_MISSING = Kind(
    "colonne-absente",
    "La colonne obligatoire « {column} » ({title}) est absente.",
    "Indiquer dans ville.toml, sous [donnees.colonnes], quelle colonne du fichier la contient.",
)
COLUMN_EMPTY = Kind(
    "valeur-obligatoire",
    "La colonne « {column} » ({title}) doit être remplie partout.",
    "Compléter ces lignes ou les retirer du fichier.",
)
COLUMN_TYPE = Kind(
    "type-inattendu",
    "La colonne « {column} » ({title}) devrait contenir : {expected}.",
    "Vérifier que la bonne colonne du fichier a été choisie.",
)
OUT_OF_RANGE = Kind(
    "hors-bornes",
    "La colonne « {column} » ({title}) sort des bornes : {bounds}.",
    "Vérifier l’unité et la saisie de ces valeurs.",
)
NOT_IN_LIST = Kind(
    "hors-liste",
    "La colonne « {column} » ({title}) contient des valeurs qui ne sont pas dans sa liste : {allowed}.",
    "Remplacer ces valeurs par l’une de la liste, ou les laisser vides.",
)
TYPE_WORDS = {
    "int": "des nombres entiers",
    "float": "des nombres",
    "str": "du texte",
    "bool": "oui ou non",
    "date": "des dates",
}


@dataclass(frozen=True)
class Column:
    """Declaration of a column; from it come checks, documentation, forms and file templates."""

    name: str
    """Identifier in the code, e.g. `crown_radius`."""
    dtype: ColumnType
    title: str
    """What a town officer reads, e.g. `Rayon du houppier`."""
    unit: str = ""
    required: bool = False
    """Present and filled in every row."""
    minimum: float = -math.inf
    maximum: float = math.inf
    values: tuple[str, ...] = ()
    """The closed list of texts, when there is one."""
    synonyms: tuple[tuple[str, str], ...] = ()
    """Words of the field that mean a value of the list, each with that value, e.g. `("vieux", "mature")`."""
    names: tuple[str, ...] = ()
    """Usual names in towns' files, plain lower case, e.g. `haut_tot`; `name` and `title` need not be repeated."""

    year: bool = False
    """A year of the calendar: `1500` and not `1 500`."""

    def problems(self, frame: pd.DataFrame) -> Iterator[Problem]:
        """Everything that is wrong with this column of `frame`; nothing when an optional one is absent."""
        words: dict[str, Any] = {"column": self.name, "title": self.title}
        if self.name not in frame:
            if self.required:
                yield COLUMN_MISSING(**words)
            return
        known = frame[self.name].dropna()
        if self.required and (holes := len(frame) - len(known)):
            yield COLUMN_EMPTY(count=holes, **words)
        if len(known) and known.dtype.kind not in NUMPY_KINDS[self.dtype]:
            yield COLUMN_TYPE(expected=TYPE_WORDS[self.dtype], **words)
        elif len(known):
            yield from self._outside(known, words)

    def _outside(self, known: pd.Series, words: dict[str, Any]) -> Iterator[Problem]:
        if self.values:
            bad = known[~known.isin(self.values)]
            kind, words = NOT_IN_LIST, {**words, "allowed": listing(self.values, "ou")}
        elif self.dtype in ("int", "float"):
            bad = known[(known < self.minimum) | (known > self.maximum)]
            kind, words = OUT_OF_RANGE, {**words, "bounds": self.bounds}
        else:
            return
        if len(bad):
            examples = [f"ligne {row} : {value}" for row, value in bad.head(5).items()]
            yield kind(examples=examples, count=len(bad), **words)

    @property
    def key(self) -> str:
        """What users write and read for it in files, e.g. `rayon_du_houppier`."""
        return slug(self.title).replace("-", "_")

    @property
    def bounds(self) -> str:
        """`de 0 à 25 m`, `au moins 0`, `de 1500 à 2100`, or an empty text."""
        if self.year:
            return f"de {self.minimum:.0f} à {self.maximum:.0f}"
        return french.bounds(self.minimum, self.maximum, self.unit)
