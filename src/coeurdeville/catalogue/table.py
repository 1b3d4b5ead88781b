"""The rows of a dataset, once they are known to conform."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.model import Field, TableSchema

if TYPE_CHECKING:
    import polars as pl

NOT_CONFORM = Kind(
    "jeu-non-conforme",
    "Le fichier n’est pas conforme au schéma « {schema} » : il n’est pas ouvert.",
    "« coeurdeville schema reparer » corrige ce qui peut l’être et met à part les lignes qui ne le peuvent pas.",
)
TEXTS = ("string", "any", "list")
"""Types of fields where a text that a spreadsheet runs can stand."""
_FORMULA = r"^[=+\-@\t\r\n＝＋－＠]"
_FIGURES = r"^[+\-][0-9\s.,/():+\-]*$"
"""A number or a phone number: it begins as a formula and nothing in it can be run."""


@dataclass(frozen=True, eq=False)
class OpenTable:
    """The rows that are published."""

    frame: pl.DataFrame
    """A column of text for each label; null where nothing is written."""
    fields: tuple[Field, ...]
    """What the schema says of each column, in the order of the file."""
    disarmed: int = 0
    """Cells before which an apostrophe was put, because a spreadsheet would have run them."""

    def rows(self, names: tuple[str, ...]) -> Iterator[tuple[str | None, ...]]:
        """The cells of some columns, row after row."""
        return self.frame.select(names).iter_rows()


def read_table(path: Path, schema: TableSchema) -> OpenTable:
    """The rows of a CSV with commas, in which formulas are made harmless.

    A cell of text that begins as a formula is preceded by an apostrophe, unless nothing but figures follows (a number
    and a phone number stay as they are) or it is one of the values that the schema lists.

    Raises
    ------
    Refused
        `jeu-non-conforme` and everything that is wrong with the file.
    """
    import polars as pl

    refuse_unconforming(path, schema)
    cells = read_text(path, delimiter=",", header_row=1)
    parts = [part.frame for part in cells.parts]
    frame = pl.concat(parts) if parts else pl.DataFrame(schema=[(str(n), pl.String) for n in range(len(cells.labels))])
    frame.columns = list(cells.labels)
    return _disarmed(frame, tuple(schema.field(label) or Field(label) for label in cells.labels))


def refuse_unconforming(path: Path, schema: TableSchema) -> None:
    """Raise `Refused` with everything that is wrong with a CSV with commas; nothing when it conforms."""
    verdict = check(read_text(path, delimiter=",", header_row=1), schema)
    if not verdict.valid:
        raise Refused([NOT_CONFORM(schema=schema.name), *(one.problem for one in verdict.errors)])


def _disarmed(frame: pl.DataFrame, fields: tuple[Field, ...]) -> OpenTable:
    import polars as pl

    armed = {field.name: _armed(field) for field in fields if field.type in TEXTS}
    count = sum(frame.select(**armed).sum().row(0)) if armed and len(frame) else 0
    quoted = {
        name: pl.when(one).then(pl.lit("'") + pl.col(name)).otherwise(pl.col(name)) for name, one in armed.items()
    }
    return OpenTable(frame.with_columns(**quoted).with_columns(pl.all().replace("", None)), fields, count)


def _armed(field: Field) -> pl.Expr:
    """Where the cells of a column would be run."""
    import polars as pl

    text, listed = pl.col(field.name), [str(one) for one in field.constraints.get("enum", ())]
    return (text.str.contains(_FORMULA) & ~text.str.contains(_FIGURES) & ~text.is_in(listed)).fill_null(False)
