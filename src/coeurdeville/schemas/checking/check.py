"""The verdict on a table: header, rows, cells, keys, then what its schema adds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from coeurdeville.schemas import messages
from coeurdeville.schemas.cells.table import Cells, Part
from coeurdeville.schemas.checking.columns import ColumnCheck
from coeurdeville.schemas.checking.header import Layout, Match, lay_out
from coeurdeville.schemas.checking.keys import check_keys, ranks, stacked, wanted_columns
from coeurdeville.schemas.findings import Finding, Ints, Verdict, gathered
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.plausibility.contract import Context
from coeurdeville.schemas.plausibility.plausible import Watch, plausible
from coeurdeville.schemas.rules.run import rules_of

if TYPE_CHECKING:
    import polars as pl

    from coeurdeville.territories.territory import Territory


def check(
    cells: Cells,
    schema: TableSchema,
    *,
    match: Match = "",
    progress: Callable[[int], None] = lambda _: None,
    plausibility: bool = False,
    territory: Territory | None = None,
    today: date | None = None,
) -> Verdict:
    """Everything that is wrong with a table, whatever its length: rows are taken by parts and let go.

    Parameters
    ----------
    match
        How columns are paired with fields; empty: as the schema says, else by order, as the specification does.
    progress
        Told the rows read so far after each part.
    plausibility
        Also say, as warnings, what conforms and is hardly believable; some columns are then kept to the end.
    territory
        The town in which points should be; without it, where they are is not doubted.
    today
        The day after which a date is in the future; by default the day on which this runs.
    """
    match = match or schema.fields_match or "exact"
    if not cells.labels:
        return Verdict(cells.name, 0, (Finding(messages.EMPTY_SOURCE, np.empty(0, dtype=np.int64)),), notes=cells.notes)
    layout = lay_out(cells.labels, cells.header_row, schema, match)
    table = _Table(layout, schema, plausibility=plausibility)
    found = [*layout.findings, *([Finding(messages.OPEN_QUOTE, cells.opened)] if len(cells.opened) else [])]
    for part in cells.parts:
        found.extend(table.part(part))
        progress(table.count)
    found.extend(table.end(Context(today or date.today(), territory)))
    notes = (*cells.notes, *table.rules.notes)
    return Verdict(cells.name, table.count, gathered(found), cells.labels, cells.reading, notes)


class _Table:
    """A table that goes by: what must be remembered of it from one part to the next."""

    def __init__(self, layout: Layout, schema: TableSchema, *, plausibility: bool) -> None:
        self.schema, self.layout = schema, layout
        self.columns = [ColumnCheck(field, place) for place, field in enumerate(layout.fields)]
        self.places = {one.field.name: one.column for one in reversed(self.columns)}
        self.wanted = wanted_columns(schema, [one.field.name for one in self.columns])
        self.rules = rules_of(schema, self.places)
        self.watch = Watch(schema, self.places) if plausibility else None
        self.kept: list[pl.DataFrame] = []
        self.rows: list[Ints] = []
        self.count = 0

    def part(self, part: Part) -> Iterator[Finding]:
        """What is wrong in some rows."""
        self.count += len(part.rows)
        blanks = [one.blank(part.frame[str(one.column)]) for one in self.columns]
        empty = _all(blanks)
        frame, rows = part.frame, part.rows
        self._keep(frame, blanks, rows)
        if empty.any():
            yield Finding(messages.BLANK_ROW, rows[empty.to_numpy()])
            frame, rows = frame.filter(~empty), rows[~empty.to_numpy()]
            blanks = [one.filter(~empty) for one in blanks]
        yield from self._uneven(part, empty)
        for one, blank in zip(self.columns, blanks, strict=True):
            yield from one.check(frame[str(one.column)], blank, rows)
        if self.rules.runnable and len(rows):
            yield from self.rules.check(self._texts(self.rules.wanted, frame, blanks), rows)

    def _uneven(self, part: Part, empty: pl.Series) -> Iterator[Finding]:
        blank_rows = set(part.rows[empty.to_numpy()].tolist()) if part.beyond else set()
        for row, cells in (one for one in part.beyond if one[0] not in blank_rows):
            for place, cell in enumerate(cells, start=len(self.columns)):
                yield Finding(messages.EXTRA_CELL, np.array([row]), [cell], column=place + 1)
        short = part.short[~empty.to_numpy()[part.short]]
        for one in self.columns if len(short) else ():
            lacking = part.frame[str(one.column)].is_null().to_numpy()[short]
            if lacking.any():
                yield Finding(
                    messages.MISSING_CELL, part.rows[short[lacking]], field=one.field.name, column=one.column + 1
                )

    def _keep(self, frame: pl.DataFrame, blanks: list[pl.Series], rows: Ints) -> None:
        """What is judged once all rows have gone by, and the ranks of the rows."""
        if self.wanted:
            self.kept.append(self._texts(self.wanted, frame, blanks))
        if self.watch is not None:
            self.watch.keep(self._texts(self.watch.wanted, frame, blanks))
        if self.wanted or self.watch is not None:
            self.rows.append(rows)

    def _texts(self, names: Sequence[str], frame: pl.DataFrame, blanks: list[pl.Series]) -> pl.DataFrame:
        """Texts of some fields, null where there is no value."""
        import polars as pl

        places = [(name, self.places[name]) for name in names]
        return pl.DataFrame({name: frame[str(place)].set(blanks[place], None) for name, place in places})

    def end(self, context: Context) -> Iterator[Finding]:
        """What is judged once all rows have gone by."""
        if self.wanted:
            yield from check_keys(self.schema, stacked(self.kept, self.wanted), ranks(self.rows), self.places)
        if self.watch is not None:
            yield from plausible(self.watch, ranks(self.rows), context)


def _all(blanks: list[pl.Series]) -> pl.Series:
    every = blanks[0]
    for one in blanks[1:]:
        if not every.any():
            break
        every = every & one
    return every
