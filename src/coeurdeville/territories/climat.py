"""The climate zone of a département, as the rules on new buildings draw it: `climat.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from coeurdeville.territories.projections import departement_of

TABLE = Path(__file__).with_name("climat.toml")


def climate_zone(code: str) -> str | None:
    """`H2a`: zone of a commune or of a département; None overseas and for a fictional town, which have none."""
    return _by_departement().get(departement_of(code))


def climate_source() -> str:
    """The text that draws the zones."""
    return str(_document()["source"])


@cache
def _document() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


@cache
def _by_departement() -> dict[str, str]:
    return {code: zone for zone, codes in _document()["zones"].items() for code in codes.split()}
