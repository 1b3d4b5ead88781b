"""Rows of text cut into cells: by Polars when they are even, one by one when they are not."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from coeurdeville.schemas.cells.table import Ints, Part, text_frame

if TYPE_CHECKING:
    import polars as pl

PART = 1 << 24
"""Bytes of a part, about 200 000 rows of ten cells."""


def parts_of(data: bytes, start: int, first_row: int, width: int, delimiter: str) -> Iterator[Part]:
    """The rows of UTF-8 `data` from the byte `start` on, the first of them having rank `first_row` in the file.

    Every quoted cell of `data` has an end.
    """
    rank, plain = first_row, data.find(b'"', start) < 0
    while start < len(data):
        end = _cut(data, start, plain=plain)
        part = _part(data[start:end], rank, width, delimiter)
        yield part
        rank += len(part.rows)
        start = end


def rows_at(data: bytes, cells: Sequence[int], delimiter: str) -> Ints:
    """Rank in the file of the row of some cells, told by the byte where each begins, increasing."""
    ranks, rank, start = [], 1, 0
    for place in cells:
        rank += sum(1 for _ in _rows(data[start:place] + b"-", delimiter)) - 1
        ranks.append(rank)
        start = place
    return np.unique(np.array(ranks, dtype=np.int64))


def _rows(data: bytes, delimiter: str) -> Iterator[list[str]]:
    """The rows by the standard library, which is told that a cell may be as long as the data: a shape often is."""
    csv.field_size_limit(max(csv.field_size_limit(), len(data)))
    text = io.StringIO(data.decode("utf-8", errors="replace"), newline="")
    return csv.reader(text, delimiter=delimiter)


def _cut(data: bytes, start: int, *, plain: bool) -> int:
    """Where a part may end: after a line break that stands outside quotes, as far as quotes go by pairs."""
    quotes, end = 0, start + PART
    while end < len(data) and (stop := data.find(b"\n", end) + 1):
        quotes += 0 if plain else data.count(b'"', start, stop)
        if quotes % 2 == 0:
            return stop
        start, end = stop, stop
    return len(data)


def _part(data: bytes, rank: int, width: int, delimiter: str) -> Part:
    even = _even(data, width, delimiter)
    if even is not None:
        return Part(even, rank + np.arange(len(even)))
    return _uneven(list(_rows(data, delimiter)), rank, width)


def _even(data: bytes, width: int, delimiter: str) -> pl.DataFrame | None:
    """The rows, when each has `width` cells and quotes only stand around whole cells; None when not."""
    import polars as pl
    from polars.exceptions import PolarsError

    bare = _unquoted(data, delimiter)
    if b'"' in bare or not _ends_lines_alike(bare):
        return None
    names = [str(rank) for rank in range(width)]
    try:
        frame = pl.read_csv(
            data, has_header=False, separator=delimiter, quote_char=None if bare is data else '"',
            schema=dict.fromkeys(names, pl.String), empty_string_is_null=False, glob=False,
        )  # fmt: skip
    except PolarsError:
        return None
    lines = bare.count(b"\n") + (not bare.endswith(b"\n"))
    return frame if len(frame) == lines and bare.count(delimiter.encode()) == lines * (width - 1) else None


def _unquoted(data: bytes, delimiter: str) -> bytes:
    """The same rows with nothing in the cells that stand whole between quotes; the data themselves without quotes."""
    if b'"' not in data:
        return data
    apart = re.escape(delimiter.encode())
    whole = rb'"(?<=[\n' + apart + rb']")[^"]*(?:""[^"]*)*"(?=\r?\n|' + apart + rb"|\Z)"
    return re.sub(whole, b"", b"\n" + data)[1:]


def _ends_lines_alike(data: bytes) -> bool:
    """Whether lines end as on Unix or as on Windows, and nothing else breaks them."""
    return b"\r" not in data or data.count(b"\r") == data.count(b"\r\n")


def _uneven(rows: Sequence[Sequence[str]], rank: int, width: int) -> Part:
    """Rows of any width: cells that are lacking are null, cells that are too many stand apart."""
    widths = np.array([len(row) for row in rows], dtype=np.int64)
    columns = [[row[place] if place < len(row) else None for row in rows] for place in range(width)]
    numbers: Ints = rank + np.arange(len(rows), dtype=np.int64)
    beyond = [(int(numbers[at]), rows[at][width:]) for at in np.flatnonzero(widths > width).tolist()]
    return Part(text_frame(columns), numbers, beyond, np.flatnonzero((widths < width) & (widths > 0)))
