"""What is judged on whole columns at the end: values that must differ, keys, references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from coeurdeville.core.french import some_of
from coeurdeville.schemas import messages
from coeurdeville.schemas.checking.exact import Decided
from coeurdeville.schemas.findings import Finding, Ints
from coeurdeville.schemas.model import Field, TableSchema
from coeurdeville.schemas.types.catalogue import field_types

if TYPE_CHECKING:
    import polars as pl

APART, NOTHING, TYPED = "\x1f", "\x00", "\x02"
"""What stands between the parts of a key, for no value, before a value that is not a text."""
NOT_A_NUMBER = f"{TYPED}NaN"


def wanted_columns(schema: TableSchema, present: Sequence[str]) -> list[str]:
    """Fields whose texts must be kept to the end, among those present in the file."""
    unique = [one.name for one in schema.fields if one.constraints.get("unique") is True]
    referring = [name for key in schema.foreign_keys if not key.resource for name in (*key.fields, *key.reference)]
    return [name for name in dict.fromkeys((*unique, *schema.primary_key, *referring)) if name in present]


def check_keys(schema: TableSchema, kept: pl.DataFrame, rows: Ints, columns: Mapping[str, int]) -> Iterator[Finding]:
    """Repeated values and keys, references to nothing.

    Parameters
    ----------
    kept
        Texts of the wanted columns, whole, named by field; null where there is no value.
    rows
        Rank in the file of each row.
    columns
        Field -> place from 0 in the file.
    """
    values = {name: _canonical(schema.field(name), kept[name]) for name in kept.columns}
    first = {name: _first(values[name]) for name in kept.columns if _unique(schema, name)}
    for name, come_first in first.items():
        again = values[name].is_not_null() & ~come_first
        if again.any():
            yield Finding(
                messages.UNIQUE_ERROR,
                rows[again.to_numpy()],
                kept[name].filter(again).to_list(),
                name,
                columns[name] + 1,
            )
    if schema.primary_key and all(name in values for name in schema.primary_key):
        yield from _primary(schema.primary_key, values, rows, first)
    for key in (one for one in schema.foreign_keys if not one.resource):
        if all(name in values for name in (*key.fields, *key.reference)):
            yield from _foreign(key.fields, key.reference, values, rows)


def _unique(schema: TableSchema, name: str) -> bool:
    field = schema.field(name)
    return field is not None and field.constraints.get("unique") is True


def _primary(
    names: Sequence[str], values: Mapping[str, pl.Series], rows: Ints, first: Mapping[str, pl.Series]
) -> Iterator[Finding]:
    """`first`: which values come for the first time, for the columns where this is already known."""
    together, empty = _together(names, values)
    come_first = first.get(names[0]) if len(names) == 1 else None
    wrong = empty | ~(_first(together) if come_first is None else come_first)
    if wrong.any():
        yield Finding(
            messages.PRIMARY_KEY, rows[wrong.to_numpy()], _said(together, wrong), words={"key": some_of(names)}
        )


def _foreign(
    names: Sequence[str], reference: Sequence[str], values: Mapping[str, pl.Series], rows: Ints
) -> Iterator[Finding]:
    mine, empty = _together(names, values)
    known, nothing = _together(reference, values)
    wrong = ~empty & ~mine.is_in(known.filter(~nothing).unique().implode())
    if wrong.any():
        words = {"key": some_of(names), "reference": some_of(reference)}
        yield Finding(messages.FOREIGN_KEY, rows[wrong.to_numpy()], _said(mine, wrong), words=words)


def _said(together: pl.Series, wrong: pl.Series) -> list[str]:
    return [
        text.replace(NOTHING, "").replace(TYPED, "").replace(APART, ", ").strip(", ")
        for text in together.filter(wrong).to_list()
    ]


def _together(names: Sequence[str], values: Mapping[str, pl.Series]) -> tuple[pl.Series, pl.Series]:
    """Several columns as one text, and the rows where all of them are empty."""
    import polars as pl

    if len(names) == 1:
        return values[names[0]].fill_null(NOTHING), values[names[0]].is_null()
    frame = pl.DataFrame({str(rank): values[name] for rank, name in enumerate(names)})
    empty = frame.select(pl.all_horizontal(pl.all().is_null())).to_series()
    text = frame.select(pl.concat_str(pl.all().fill_null(NOTHING), separator=APART)).to_series()
    return text, empty


def _first(values: pl.Series) -> pl.Series:
    """Which values come for the first time: told by hashes, and by the texts themselves where these are the same."""
    import polars as pl

    hashes = values.hash()
    again = ~hashes.is_first_distinct()
    if not again.any():
        return ~again
    alike = hashes.is_in(hashes.filter(again).unique().implode()).arg_true()
    return pl.repeat(value=True, n=len(values), eager=True).scatter(alike, values.gather(alike).is_first_distinct())


def _canonical(field: Field | None, texts: pl.Series) -> pl.Series:
    """One text for each value: `1` and `01` are the same integer; a text of the wrong type is no value."""
    import polars as pl

    if field is None or (field.type in ("string", "any") and field.format == "default"):
        return texts
    decide = Decided(lambda text: _name(field_types()[field.type].exact(field)(text)))
    known = decide(texts.drop_nulls())
    names = {text: known[text] for text in texts.drop_nulls().unique()}
    found = texts.replace_strict(names, default=None, return_dtype=pl.String)
    return _each_apart(found, found == NOT_A_NUMBER)


def _each_apart(names: pl.Series, which: pl.Series) -> pl.Series:
    """The same names, those of `which` made different in each row: what is not a number equals nothing."""
    import polars as pl

    places = which.arg_true()
    return names.scatter(places, names.gather(places) + places.cast(pl.String)) if len(places) else names


def _name(value: Any) -> str | None:
    """Equal values have equal names, and a whole decimal has that of the integer; no name is that of a text."""
    if value is None:
        return None
    return TYPED + (f"{value.normalize():f}" if hasattr(value, "normalize") else repr(value))


def stacked(parts: Sequence[pl.DataFrame], names: Sequence[str]) -> pl.DataFrame:
    """The kept texts of all parts, one under the other."""
    import polars as pl

    return pl.concat(parts) if parts else pl.DataFrame({name: pl.Series([], dtype=pl.String) for name in names})


def ranks(parts: Sequence[Ints]) -> Ints:
    """The ranks of all parts."""
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)
