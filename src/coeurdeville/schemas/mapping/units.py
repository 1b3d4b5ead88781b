"""Units of length: what each is in metres, and the one that a field says in its title."""

from __future__ import annotations

import re

from coeurdeville.schemas.model import Field

METRES = {"mm": 0.001, "cm": 0.01, "dm": 0.1, "m": 1.0, "km": 1000.0}
"""Metres in each unit of length."""
_SAID = re.compile(rf"\(({'|'.join(METRES)})\)")


def length_unit(field: Field) -> str:
    """The unit of length in which a field is written, as its title says: `Tour du tronc (cm)`; empty: no length."""
    found = _SAID.search(field.title) if field.type in ("number", "integer") else None
    return found[1] if found else ""
