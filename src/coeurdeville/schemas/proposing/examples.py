"""Whether the examples of a kit prove its schema: one conforms, the other does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.model import TableSchema

NOT_VALID = Kind(
    "admission-exemple-valide",
    "L’exemple valide n’est pas conforme au schéma : {why}",
    "Corriger l’exemple ; après un changement qui casse, il se refait.",
)
NOT_INVALID = Kind(
    "admission-exemple-invalide",
    "L’exemple invalide est conforme au schéma : il ne montre aucune faute.",
    "Y écrire au moins une faute que le schéma refuse.",
)


def examples_problems(schema: TableSchema, valid: Path | None, invalid: Path | None) -> Iterator[Problem]:
    """What the two examples fail to prove; one that is None is not looked at."""
    if valid is not None and (why := _why_not(schema, valid)):
        yield NOT_VALID(why=why)
    if invalid is not None and not _why_not(schema, invalid):
        yield NOT_INVALID()


def _why_not(schema: TableSchema, path: Path) -> str:
    """The first thing that makes the file not conform; empty when it conforms."""
    try:
        verdict = check(read_text(path), schema)
    except Refused as refusal:
        return refusal.problems[0].message
    return next((one.problem.message for one in verdict.errors), "")
