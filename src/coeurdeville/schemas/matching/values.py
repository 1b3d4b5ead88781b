"""What the cells of a column say of the field that it may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from coeurdeville.core.french import percent
from coeurdeville.layers.reference.taxa import identify
from coeurdeville.layers.reference.taxon_table import taxa
from coeurdeville.readers.numbers import numbers
from coeurdeville.readers.values import texts
from coeurdeville.schemas.mapping.listed import listed
from coeurdeville.schemas.mapping.units import METRES, length_unit
from coeurdeville.schemas.model import Field
from coeurdeville.schemas.repair.accepted import accepted
from coeurdeville.schemas.repair.column import repair_column
from coeurdeville.schemas.repair.steps.contract import Wanted
from coeurdeville.schemas.synonyms import read_name

if TYPE_CHECKING:
    import pandas as pd

LOOKED_AT = 500
"""Filled cells of a column that are judged."""
MANY_WORDS = 2
"""Times more words than a closed list has from which a column is not of that list."""
THIN = 3.0
"""Median under which a field in centimetres is more likely written in metres."""


@dataclass(frozen=True)
class Fit:
    """How the cells of a column fit a field, once mended."""

    share: float
    """0 to 1; 1 when there is nothing to judge."""
    filled: int
    unit: str = ""
    """Unit of length that the name of the column says, when it is another than the field's."""
    doubt: str = ""
    """Why its values look odd all the same, in French."""

    @property
    def said(self) -> str:
        """The share in words; empty when there is nothing to judge."""
        return f"{percent(100 * self.share)} des valeurs conviennent" if self.filled else "colonne vide"


def fit(known: pd.Series[Any], column: str, field: Field, codes: Mapping[str, str], *, of_taxa: bool = False) -> Fit:
    """How a `sample` of cells fits a field.

    Parameters
    ----------
    codes
        The town's own dictionary for this field.
    of_taxa
        Whether the field holds a part of a tree's name, which a repair finds in whole names and in codes.
    """
    if not len(known):
        return Fit(1.0, 0)
    if of_taxa:
        return Fit(_named(known), len(known))
    unit = _unit_said(column, field)
    mended = repair_column(known, Wanted(field, unit, codes), column).values
    share = float(np.mean(accepted(field, mended.to_numpy(dtype=object))))
    return Fit(share, len(known), unit, "" if unit else _doubtful_unit(known, field))


def sample(cells: pd.Series[Any]) -> pd.Series[Any]:
    """Filled cells all along the column, as texts."""
    filled = cells[cells.notna()]
    return texts(filled.iloc[:: max(1, len(filled) // LOOKED_AT)]).dropna()


def fit_to_list(known: pd.Series[Any], values: Sequence[str]) -> Fit:
    """How a `sample` fits a closed list, whatever the accents and case; not at all when it has many more words."""
    import pandas as pd

    distinct = pd.Series(known.unique(), dtype="str")
    if len(distinct) > MANY_WORDS * len(values):
        return Fit(0.0, len(known))
    right = set(distinct[listed(distinct, values).notna()])
    return Fit(float(known.isin(right).mean()) if len(known) else 0.0, len(known))


def _named(known: pd.Series[Any]) -> float:
    """Share of the cells in which at least a genus is recognised, or that are the second word of a species' name."""
    second = known.str.strip().str.lower().str.lstrip("× ").isin(_epithets())
    return float(np.mean(second | (identify(known.to_numpy(dtype=object)).genus != "")))


@cache
def _epithets() -> frozenset[str]:
    """`cordata`, `hispanica`: of every species of the reference."""
    return frozenset(one.name.replace("× ", "").split()[1].lower() for one in taxa() if one.is_species)


def _unit_said(column: str, field: Field) -> str:
    """`cm` in `hauteur_cm` when the field is in metres."""
    expected, said = length_unit(field), read_name(column).unit
    return said if expected and said in METRES and said != expected else ""


def _doubtful_unit(known: pd.Series[Any], field: Field) -> str:
    """Diameters of 0.35 are metres, not centimetres: said, never assumed."""
    if length_unit(field) != "cm":
        return ""
    values = numbers(known).values
    values = values[values > 0]
    if not len(values) or np.median(values) >= THIN:
        return ""
    return f"valeurs de {np.median(values):.2f} au milieu : peut-être des mètres, à dire alors sous [unites]".replace(
        ".", ","
    )
