"""The cells of one column against its field: types, then constraints."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from coeurdeville.core.problems import Kind
from coeurdeville.schemas import messages
from coeurdeville.schemas.checking.constraints import Constraint, constraints_of
from coeurdeville.schemas.checking.exact import Decided
from coeurdeville.schemas.checking.wording import constraint_words, type_words
from coeurdeville.schemas.findings import Finding, Ints
from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.catalogue import field_types

if TYPE_CHECKING:
    import polars as pl


class ColumnCheck:
    """One column of a table, checked part after part."""

    def __init__(self, field: Field, column: int) -> None:
        """`column` is the place from 0 in the file."""
        self.field, self.column = field, column
        self.type = field_types()[field.type]
        self.exact = self.type.exact(field)
        self.quick = self.type.quick(field)
        self.constraints: list[Constraint] = constraints_of(field, self.type, self.exact)
        self._values = Decided(self.exact)

    def blank(self, texts: pl.Series) -> pl.Series:
        """Which cells hold no value: absent, or written as missing."""
        if self.field.missing == ("",):
            return texts == "" if not texts.null_count() else (texts == "").fill_null(value=True)
        return texts.is_null() | texts.is_in(list(self.field.missing)).fill_null(value=True)

    def check(self, texts: pl.Series, blank: pl.Series, rows: Ints) -> Iterator[Finding]:
        """What is wrong in a part of the column."""
        if self.field.required and blank.any():
            yield self._finding(messages.CONSTRAINT_ERROR, texts, blank.to_numpy(), rows, "required")
        whole = not blank.any()
        known = texts if whole else texts.filter(~blank)
        places = np.arange(len(texts)) if whole else np.flatnonzero(~blank.to_numpy())
        values, unread = self._read(known)
        if unread is not None:
            yield self._at(messages.TYPE_ERROR, known, unread, places, rows, "")
            known, values = known.filter(~unread), None if values is None else values.filter(~unread)
            places = places[~unread.to_numpy()]
        for constraint in self.constraints:
            wrong = constraint.broken(known, values)
            if wrong is not None and wrong.any():
                yield self._at(messages.CONSTRAINT_ERROR, known, wrong, places, rows, constraint.name)

    def _read(self, known: pl.Series) -> tuple[pl.Series | None, pl.Series | None]:
        """Values that the quick way reads (None without a quick way), and which texts are of the wrong type, if any."""
        if self.quick is None:
            right = self._values.right(known)
            return None, None if right.all() else ~right
        values = self.quick(known)
        unsure = values.is_null()
        if not unsure.any():
            return values, None
        decided = self._values.right(known.filter(unsure))
        if decided.all():
            return values, None
        wrong = np.zeros(len(known), dtype=bool)
        wrong[np.flatnonzero(unsure.to_numpy())] = ~decided.to_numpy()
        return values, _flags(wrong)

    def _at(self, kind: Kind, known: pl.Series, wrong: pl.Series, places: Any, rows: Ints, rule: str) -> Finding:
        cells = known.filter(wrong).to_list()
        return Finding(
            kind, rows[places[wrong.to_numpy()]], cells, self.field.name, self.column + 1, rule, self._words(rule)
        )

    def _finding(self, kind: Kind, texts: pl.Series, wrong: Any, rows: Ints, rule: str) -> Finding:
        cells = [cell or "" for cell in texts.filter(_flags(wrong)).to_list()]
        return Finding(kind, rows[wrong], cells, self.field.name, self.column + 1, rule, self._words(rule))

    def _words(self, rule: str) -> dict[str, str]:
        return constraint_words(self.field, rule) if rule else self._type_words

    @cached_property
    def _type_words(self) -> dict[str, str]:
        return type_words(self.field, self.type)


def _flags(wrong: Any) -> pl.Series:
    import polars as pl

    return pl.Series(wrong, dtype=pl.Boolean)
