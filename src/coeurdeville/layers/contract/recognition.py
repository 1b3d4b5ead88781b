"""What a layer says of the files in which it is found: states, map tags, how raw columns become canonical."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    """How a file tells objects that are no longer there: by a word in a column, or by the date of their end."""

    names: tuple[str, ...]
    """Usual names of the column of states, plain lower case."""
    gone: tuple[str, ...]
    """Words, plain lower case, that tell an object is no longer there; `non …` before one denies it."""
    end_dates: tuple[str, ...] = ()
    """Usual names of the column that dates the end of an object; a filled cell means that it is gone."""


@dataclass(frozen=True)
class Tags:
    """An OpenStreetMap tag whose objects belong to the layer."""

    key: str
    values: frozenset[str] = frozenset()
    """Accepted values; empty: any but `no`."""
