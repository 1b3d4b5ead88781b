"""Doubts on a table: columns that are watched, kept as rows go by, judged at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from coeurdeville.core.french import quoted
from coeurdeville.schemas.cells.values import text_of
from coeurdeville.schemas.findings import Finding, Ints
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.plausibility.catalogue import doubts
from coeurdeville.schemas.plausibility.contract import Context, Doubt, Reading, Watched
from coeurdeville.schemas.plausibility.kept import MOST_CODES, Keep, keeper

if TYPE_CHECKING:
    import polars as pl


class Watch:
    """What is kept of a table to be doubted at the end: 8 bytes a number, 4 a day or a code, whatever its length."""

    def __init__(self, schema: TableSchema, columns: Mapping[str, int]) -> None:
        """`columns`: field -> place from 0 in the file; what is not in the file is not watched."""
        self.columns = columns
        self.pairs = [
            (doubt, one) for doubt in doubts() for one in doubt.watches(schema) if set(one.fields) <= set(columns)
        ]
        self._keepers: dict[Watched, Keep] = {}
        for one in dict.fromkeys(one for _, one in self.pairs):
            fields = tuple(field for name in one.fields if (field := schema.field(name)) is not None)
            self._keepers[one] = keeper(one.reading, fields)
        self._kept: dict[Watched, list[pl.DataFrame]] = {one: [] for one in self._keepers}

    @property
    def wanted(self) -> tuple[str, ...]:
        """Fields whose texts are wanted."""
        return tuple(dict.fromkeys(name for one in self._keepers for name in one.fields))

    def keep(self, texts: pl.DataFrame) -> None:
        """A part of the table: texts of the wanted fields, null where there is no value."""
        for one, keep in list(self._keepers.items()):
            kept = keep(texts.select(one.fields))
            if kept is None:
                del self._keepers[one], self._kept[one]
            else:
                self._kept[one].append(kept)

    def whole(self, one: Watched) -> pl.DataFrame | None:
        """All that was kept of some fields; None when they were let go."""
        import polars as pl

        parts = self._kept.get(one)
        if not parts:
            return None
        kept = pl.concat(parts)
        if one.reading is not Reading.CODE:
            return kept
        kept = kept.cast(pl.String)
        return kept if kept["value"].n_unique() <= MOST_CODES else None


def plausible(watch: Watch, rows: Ints, context: Context) -> Iterator[Finding]:
    """What is hardly believable in a table that went by; `rows` are the ranks in the file of all its rows."""
    for doubt, one in watch.pairs:
        kept = watch.whole(one)
        if kept is None or not len(kept):
            continue
        for mask, words in doubt.judge(kept, context):
            if mask.any():
                yield _finding(doubt, one, kept, mask, words, rows, watch.columns)


def _finding(
    doubt: Doubt, one: Watched, kept: pl.DataFrame, mask: pl.Series, words: dict[str, str], rows: Ints,
    columns: Mapping[str, int],
) -> Finding:  # fmt: skip
    first = one.fields[0]
    said = {**words, "columns": quoted(one.fields)}
    cells = [", ".join(map(text_of, values)) for values in kept.filter(mask).iter_rows()]
    return Finding(doubt.kind, rows[mask.to_numpy()], cells, first, columns[first] + 1, words=said)
