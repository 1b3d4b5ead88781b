"""What the report of a file advises to look at next."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from coeurdeville.schemas.cells.features import GEOMETRY

COLUMNS = (
    "Un fichier de ville a rarement les noms de colonnes du schéma. Voyez lesquelles ont été reconnues, corrigez au "
    "besoin, puis récupérez le fichier réparé."
)
CELLS = "Ses colonnes ont les noms du schéma. Le fichier réparé corrige ce qui peut l’être et met le reste à part."


def advice(verdict: dict[str, Any], names: Collection[str]) -> str:
    """Columns that the schema does not name may hold what it asks for; empty where nothing is left to do.

    `verdict` is the JSON report, `names` are the fields of the schema. Shapes are no column of the file.
    """
    if any(label not in names and label != GEOMETRY for label in verdict["fichier"]["colonnes"]):
        return COLUMNS
    return "" if verdict["conforme"] else CELLS
