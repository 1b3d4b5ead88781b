"""The common base of local data (SCDL): the schemas that it held on the day when its list was read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("socle_commun.toml")


@dataclass(frozen=True)
class CommonBase:
    """A photograph of the list."""

    read: date
    source: str
    """Address of the list."""
    schemas: frozenset[str]
    """`owner/name`."""
    layers: Mapping[str, str]
    """Slug of a layer -> the one of them that describes it."""


@cache
def common_base() -> CommonBase:
    """The list that the project keeps, with its date."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    layers = {one["couche"]: name for name, one in told["schemas"].items() if "couche" in one}
    return CommonBase(told["lu_le"], told["source"], frozenset(told["schemas"]), layers)
