"""When data were true: what the entry says, else the span of the days that rows bear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coeurdeville.core.french import day
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.layers.contract.table import TableLayer

if TYPE_CHECKING:
    import pandas as pd

VINTAGE_OF_ROWS = Kind(
    "millesime-deduit",
    "Donnée « {id} » : son millésime n’est pas dit ; c’est {span}, d’après sa colonne « {title} ».",
    'S’il est autre, l’écrire dans ville.toml : millesime = "2024".',
    Level.NOTE,
)


def vintage_of(donnee: Donnee, kind: type[TableLayer], frame: pd.DataFrame) -> tuple[Vintage | None, list[Problem]]:
    """The vintage of an entry, and a note when it comes from the rows of `frame`; None when nothing tells it."""
    if donnee.millesime is not None or kind.dated not in frame:
        return donnee.millesime, []
    days = frame[kind.dated].dropna()
    if not len(days):
        return None, []
    vintage = Vintage(days.min().date(), days.max().date())
    title = next(column.title for column in kind.columns if column.name == kind.dated)
    span = f"du {day(vintage.start)} au {day(vintage.end)}"
    return vintage, [VINTAGE_OF_ROWS(id=donnee.id, span=span, title=title)]
