"""Lengths of time, as ISO 8601 writes them."""

from __future__ import annotations

import re
from typing import Any

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import LISTED, Exact, FieldType

_NUMBER = r"[0-9]+(?:[,.][0-9]+)?"
_WRITTEN = re.compile(
    rf"(?P<sign>[+-])?P(?!\b)(?P<years>{_NUMBER}Y)?(?P<months>{_NUMBER}M)?(?P<weeks>{_NUMBER}W)?(?P<days>{_NUMBER}D)?"
    rf"(?:T(?P<hours>{_NUMBER}H)?(?P<minutes>{_NUMBER}M)?(?P<seconds>{_NUMBER}S)?)?"
)


def _exact(_: Field) -> Exact:
    return _duration


def _duration(text: str) -> Any:
    """Its parts, as they are written: `P1D` and `PT24H` are told apart."""
    found = _WRITTEN.fullmatch(text)
    return tuple(found.groups()) if found else None


duration = FieldType("duration", "une durée (P1Y6M, PT30M)", LISTED, _exact)
