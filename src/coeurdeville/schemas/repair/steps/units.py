"""Lengths in the unit of the field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from coeurdeville.readers.numbers import numbers
from coeurdeville.schemas.mapping.units import METRES, length_unit
from coeurdeville.schemas.repair.steps.contract import Step, Wanted
from coeurdeville.schemas.repair.writing import number_text

if TYPE_CHECKING:
    import pandas as pd


def _converted(texts: pd.Series[Any], wanted: Wanted) -> pd.Series[Any]:
    expected = length_unit(wanted.field)
    if not wanted.unit or not expected or wanted.unit == expected:
        return texts
    values = numbers(texts).values * (METRES[wanted.unit] / METRES[expected])
    known = np.isfinite(values)
    written = texts.copy()
    written[known] = [number_text(value, wanted.field) for value in values[known]]
    return written


units = Step("unite-convertie", "valeur mise dans l’unité du schéma", 20, _converted, always=True)
