"""Names of columns that tell a person."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from coeurdeville.schemas.personal.contract import Suspect, filled
from coeurdeville.schemas.synonyms import read_name

if TYPE_CHECKING:
    import pandas as pd

TIMES = frozenset({"date", "dte", "heure", "annee", "nb", "nombre", "type", "nature"})
"""First words of a name that is not the one of a person: `date_saisie_agent`, `nb_occupants`."""


def words_of(name: str) -> list[str]:
    """`created_user`, `CreatedUser` and `Created user` give the same words."""
    return read_name(name).plain.split("_")


def named(frame: pd.DataFrame, name: str, telling: Collection[str], why: str) -> Suspect | None:
    """The whole column, when one of its words tells a person."""
    words = words_of(name)
    if words[0] in TIMES or words[-1] in ("date", "at") or not {*words, "_".join(words)} & {*telling}:
        return None
    return Suspect(why, filled(frame[name]), whole=True)
