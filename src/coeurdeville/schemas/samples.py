"""Texts that a field accepts: its example, its lists, its bounds, else ordinary values of its type."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

import numpy as np

from coeurdeville.core.formulas import FORMULA
from coeurdeville.schemas.checking.columns import ColumnCheck
from coeurdeville.schemas.in_french import example_text
from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.boolean import words

LONGEST = 1000
"""Characters of a text that is made up, at most."""
FIRST = datetime(2026, 3, 1, 8, 0)
USUAL = {
    "email": ("contact@valombre.example",),
    "uri": ("https://www.valombre.example",),
    "uuid": ("3f2504e0-4f89-41d3-9a0c-0305e82c3301", "3f2504e0-4f89-41d3-9a0c-0305e82c3302"),
    "binary": ("dmFsb21icmU=",),
    "wkt": ("POINT (3.28 49.84)", "POINT (3.29 49.85)"),
    "array": ("[3.28, 49.84]", "[3.29, 49.85]"),
    "object": ('{"lon": 3.28, "lat": 49.84}', '{"lon": 3.29, "lat": 49.85}'),
}
"""Format -> texts that are in it."""
CODES = ("02691", "02100", "217504323", "21750432300015", "+33102030405", "0102030405", "2026", "2026-03-01", "A1",
         "oui", "Camille", "A1-B2-2026-03-01")  # fmt: skip
"""Codes that patterns of French schemas often ask for; only those that fit are kept."""


def samples(field: Field, most: int) -> list[str]:
    """Different texts that the field accepts, its example first; those that matter are the `most` first ones.

    A text that a spreadsheet would run is none of them; the list is empty when nothing is known to fit.
    """
    tried = dict.fromkeys(text for text in _candidates(field, most) if text not in field.missing and not _alive(text))
    return accepted(field, tried)


def accepted(field: Field, texts: Iterable[str]) -> list[str]:
    """Those of the texts that the field accepts, in order."""
    import polars as pl

    column = pl.Series(list(texts), dtype=pl.String)
    blank = pl.repeat(value=False, n=len(column), eager=True, dtype=pl.Boolean)
    check = ColumnCheck(field, 0)
    wrong = {int(row) for one in check.check(column, blank, np.arange(len(column))) for row in one.rows}
    return [text for rank, text in enumerate(column) if rank not in wrong]


def _candidates(field: Field, most: int) -> Iterator[str]:
    example = example_text(field)
    if example:
        yield example
    for one in field.constraints.get("enum", ()):
        yield str(one)
    if field.type == "boolean":
        yield from words(field)
    if example:
        yield from islice(_following(example), most)
    yield from USUAL.get(field.format, ())
    for rank in range(3 * most):
        yield from _OF_TYPE[field.type](field, rank)


def _following(example: str) -> Iterator[str]:
    """The same text with its last figures counted up: `A-0123`, `A-0124`…"""
    found = re.search(r"(\d{1,9})(\D*)$", example)
    if found is None:
        return
    figures, start = found[1], example[: found.start()]
    for step in range(1, 10**6):
        yield f"{start}{int(figures) + step:0{len(figures)}d}{found[2]}"


def _alive(text: str) -> bool:
    """Whether a spreadsheet would run it: a plain number with its sign is a number."""
    return text.startswith(FORMULA) and not re.fullmatch(r"[-+]\d[\d\s.,]*", text)


def _numbers(field: Field, rank: int) -> Iterator[str]:
    """From the lower bound up, and from the upper bound down."""
    decimal = field.options.get("decimalChar", ".")
    for bound, way in (("minimum", 1), ("maximum", -1), ("exclusiveMinimum", 1), ("exclusiveMaximum", -1)):
        if bound in field.constraints:
            value = float(str(field.constraints[bound]).replace(decimal, ".")) + way * rank
            if math.isfinite(value):
                yield (f"{value:.0f}" if value.is_integer() else str(value)).replace(".", decimal)
    yield str(rank + 1)


def _texts(field: Field, rank: int) -> Iterator[str]:
    if rank == 0:
        yield from CODES
    least, most = field.constraints.get("minLength", 0), field.constraints.get("maxLength", LONGEST)
    yield f"texte {rank + 1}".ljust(min(least, LONGEST), "x")
    yield str(rank + 1).rjust(min(most, 9), "0")


def _dated(make: Callable[[datetime], date | time], default: str) -> Callable[[Field, int], Iterator[str]]:
    def texts(field: Field, rank: int) -> Iterator[str]:
        moment = make(FIRST + rank * timedelta(days=1, minutes=15))
        yield moment.strftime(field.format if "%" in field.format else default)
        bound = field.constraints.get("minimum", field.constraints.get("maximum"))
        if rank == 0 and bound is not None:
            yield str(bound)

    return texts


_OF_TYPE: dict[str, Callable[[Field, int], Any]] = {
    "any": _texts,
    "string": _texts,
    "boolean": lambda *_: (),
    "integer": _numbers,
    "number": _numbers,
    "year": lambda field, rank: (*_numbers(field, rank), str(2026 - rank)),
    "date": _dated(datetime.date, "%Y-%m-%d"),
    "datetime": _dated(lambda moment: moment, "%Y-%m-%dT%H:%M:%SZ"),
    "time": _dated(datetime.time, "%H:%M:%S"),
    "yearmonth": lambda _, rank: (f"{2026 + rank // 12}-{rank % 12 + 1:02d}",),
    "duration": lambda _, rank: (f"PT{rank + 1}H",),
    "geopoint": lambda _, rank: (f"3.{28 + rank},49.84",),
    "geojson": lambda _, rank: (f'{{"type": "Point", "coordinates": [3.{28 + rank}, 49.84]}}',),
    "object": lambda _, rank: (f'{{"rang": {rank + 1}}}',),
    "array": lambda _, rank: (f"[{rank + 1}]",),
    "list": lambda *_: ("1", "a", "true", "2026-03-01"),
}
"""Type -> ordinary texts of it, more of them at each rank."""
