"""The numbers of bodies bound by law that circulate, so that a share says which it took."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coeurdeville.core.french import number

TABLE = Path(__file__).with_name("denominateurs.toml")


@dataclass(frozen=True)
class Denominateur:
    """A number of bodies bound by law, as somebody wrote it at some time."""

    nombre: int
    exact: bool
    """False: the source says « près de »."""
    date: str
    qui: str
    """Who is counted."""
    source: str
    page: str

    def __str__(self) -> str:
        """`4 510 collectivités… (octobre 2019)`."""
        return f"{'' if self.exact else 'près de '}{number(self.nombre)} {self.qui} ({self.date})"


@cache
def denominateurs() -> tuple[Denominateur, ...]:
    """All of them, smallest first."""
    told = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return tuple(sorted((Denominateur(**one) for one in told.values()), key=lambda one: one.nombre))
