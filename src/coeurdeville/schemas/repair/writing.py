"""Values as the fields of a schema write them."""

from __future__ import annotations

import numpy as np

from coeurdeville.schemas.model import Field

DECIMALS = 6
"""Decimals of a number, at most."""


def number_text(value: float, field: Field) -> str:
    """The shortest writing of a number, without exponent; a whole one has no decimal."""
    text = np.format_float_positional(round(float(value), DECIMALS) + 0.0, trim="-")
    return str(text).replace(".", str(field.options.get("decimalChar", ".")))
