"""Every error of a verdict, one a row, for who mends a file in a spreadsheet."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from coeurdeville.core.formulas import FORMULA, harmless
from coeurdeville.schemas.findings import Finding, Verdict
from coeurdeville.schemas.legible import CUT, LONG

if TYPE_CHECKING:
    import polars as pl

COLUMNS = ("ligne", "colonne", "champ", "code", "regle", "valeur", "message", "comment_corriger")
PART = 100_000
"""Rows that are written at a time."""


def write_csv(verdict: Verdict, file: BinaryIO) -> None:
    """Errors by finding, then by row; semicolons, UTF-8 with its mark: what Excel in French opens right.

    `ligne` is the rank in the file and `colonne` that of the column, both from 1; empty when there is none. A value
    is cut after `LONG` characters. A text that a spreadsheet would run as a formula is preceded by an apostrophe.
    """
    file.write(codecs.BOM_UTF8 + f"{';'.join(COLUMNS)}\r\n".encode())
    for one in verdict.errors:
        for part in _parts(one):
            part.write_csv(file, include_header=False, separator=";", line_terminator="\r\n")


def _parts(finding: Finding) -> Iterator[pl.DataFrame]:
    import polars as pl

    problem = finding.problem
    same = {"champ": finding.field, "code": problem.code, "regle": finding.rule, "message": problem.message,
            "comment_corriger": problem.cure}  # fmt: skip
    words = [pl.lit(harmless(text) or None, dtype=pl.String).alias(name) for name, text in same.items()]
    column = pl.lit(finding.column or None, dtype=pl.Int64).alias("colonne")
    for start in range(0, max(1, len(finding)), PART):
        yield _places(finding, start).with_columns(column, *words).select(COLUMNS)


def _places(finding: Finding, start: int) -> pl.DataFrame:
    """Ranks and values of some places; one place without rank when the finding has none."""
    import polars as pl

    stop = start + PART
    rows = pl.Series("ligne", finding.rows[start:stop]) if len(finding) else pl.Series("ligne", [None], dtype=pl.Int64)
    values = finding.cells[start:stop] if len(finding.cells) else [None] * len(rows)
    return pl.DataFrame([rows, pl.Series("valeur", values, dtype=pl.String)]).with_columns(_shown(pl.col("valeur")))


def _shown(value: pl.Expr) -> pl.Expr:
    """The value, cut when it is long, harmless to a spreadsheet, null when it is empty."""
    import polars as pl

    cut = pl.when(value.str.len_chars() > LONG).then(value.str.head(LONG) + CUT).otherwise(value)
    alive = pl.any_horizontal(cut.str.starts_with(sign) for sign in FORMULA)
    return pl.when(cut == "").then(None).when(alive).then("'" + cut).otherwise(cut).alias("valeur")
