"""What is kept of a column from one part of a table to the next: numbers, days, short lists of texts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from coeurdeville.schemas.checking.exact import Decided
from coeurdeville.schemas.model import Field
from coeurdeville.schemas.plausibility.contract import Reading
from coeurdeville.schemas.types.catalogue import field_types

if TYPE_CHECKING:
    import polars as pl

MOST_CODES = 1000
"""Different texts above which a column is no list of codes, and is let go."""
PAIR = r"(-?[0-9]+(?:\.[0-9]+)?)\"?\s*,\s*\"?(-?[0-9]+(?:\.[0-9]+)?)"

Keep = Callable[["pl.DataFrame"], "pl.DataFrame | None"]
"""From the texts of the fields in a part (null: no value), what is kept of it; None: the column is let go."""


def keeper(reading: Reading, fields: tuple[Field, ...]) -> Keep:
    """How these fields are kept."""
    if reading is Reading.PLACE:
        return _pair_keeper(fields) if len(fields) == 2 else _point
    read = {Reading.NUMBER: numbers, Reading.DAY: days}.get(reading)
    if read is None:
        return _codes
    values = read(fields[0])
    return lambda texts: values(texts.to_series(0)).alias("value").to_frame()


def _pair_keeper(fields: tuple[Field, ...]) -> Keep:
    longitude, latitude = map(numbers, fields)

    def keep(texts: pl.DataFrame) -> pl.DataFrame:
        import polars as pl

        return pl.DataFrame({"longitude": longitude(texts.to_series(0)), "latitude": latitude(texts.to_series(1))})

    return keep


def _point(texts: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    found = texts.to_series(0).str.extract_groups(PAIR).struct.unnest().cast(pl.Float64)
    return found.rename(dict(zip(found.columns, ("longitude", "latitude"), strict=True)))


def _codes(texts: pl.DataFrame) -> pl.DataFrame | None:
    import polars as pl

    values = texts.to_series(0).alias("value")
    if values.n_unique() > MOST_CODES:
        return None
    return values.cast(pl.Categorical).to_frame()


def numbers(field: Field) -> Callable[[pl.Series], pl.Series]:
    """Texts to float64; null where a text is no number of the field, or not a finite one."""
    kind = field_types()[field.type]
    quick, exact = kind.quick(field), kind.exact(field)

    def read(texts: pl.Series) -> pl.Series:
        import polars as pl

        values = (quick(texts) if quick else texts.cast(pl.Float64, strict=False)).cast(pl.Float64)
        unsure = values.is_null() & texts.is_not_null()
        if unsure.any():
            values = values.scatter(unsure.arg_true(), _decided(texts.filter(unsure), exact, _float, pl.Float64))
        return values.set(~values.is_finite(), None)

    return read


def days(field: Field) -> Callable[[pl.Series], pl.Series]:
    """Texts to days; null where a text is no date of the field."""
    kind = field_types()[field.type]
    exact, plain = kind.exact(field), field.type == "date" and field.format == "default"

    def read(texts: pl.Series) -> pl.Series:
        import polars as pl

        if plain:
            return texts.str.to_date("%Y-%m-%d", strict=False)
        return _decided(texts, exact, _day, pl.Date)

    return read


def _decided(texts: pl.Series, exact: Callable[[str], Any], value: Callable[[Any], Any], dtype: Any) -> pl.Series:
    known = Decided(lambda text: value(exact(text)))(texts.drop_nulls())
    return texts.replace_strict(known, default=None, return_dtype=dtype)


def _float(value: Any) -> float | None:
    return None if value is None else float(value)


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return date(max(value, 1), 1, 1) if isinstance(value, int) else value
