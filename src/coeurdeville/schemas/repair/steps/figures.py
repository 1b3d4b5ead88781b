"""Numbers as a program reads them: point, no space, no unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from coeurdeville.readers.numbers import numbers
from coeurdeville.schemas.mapping.units import METRES, length_unit
from coeurdeville.schemas.repair.steps.contract import Step, Wanted
from coeurdeville.schemas.repair.writing import number_text

if TYPE_CHECKING:
    import pandas as pd


SUFFIX = r"([^\W\d_]+)\.?$"


def _plain(texts: pd.Series[Any], wanted: Wanted) -> pd.Series[Any]:
    """A length with its unit beside is put in that of the field; another unit is left. A whole number has no `.0`."""
    if wanted.field.type not in ("number", "integer"):
        return texts
    values = numbers(texts).values * _factors(texts, length_unit(wanted.field))
    known = np.isfinite(values)
    if wanted.field.type == "integer":
        known &= values == np.round(values)
    written = texts.copy()
    written[known] = [number_text(value, wanted.field) for value in values[known]]
    return written


def _factors(texts: pd.Series[Any], expected: str) -> NDArray[np.float64]:
    """One where no unit is written, NaN where it is not one of length."""
    units = texts.str.extract(SUFFIX, expand=False)
    known = {unit: metres / METRES[expected] for unit, metres in METRES.items()} if expected else {}
    factors = units.str.lower().map(known).to_numpy(dtype=np.float64, na_value=np.nan)
    return np.where(units.isna(), 1.0, factors)


figures = Step("nombre-reecrit", "nombre écrit avec un point, sans espace ni unité", 30, _plain)
