"""Numbers, with the decimal and group characters that the field declares."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.contract import ORDERED, Exact, FieldType, Quick
from coeurdeville.schemas.types.integer import BESIDE

if TYPE_CHECKING:
    import polars as pl


def _exact(field: Field) -> Exact:
    prepared = _prepared(field)

    def read(text: str) -> Any:
        written = prepared(text.strip())
        try:
            return None if written is None else Decimal(written)
        except InvalidOperation:
            return None

    return read


def _prepared(field: Field) -> Callable[[str], str | None]:
    """The number as a program writes it; None where a point stands and the decimal character is another."""
    decimal, group = field.options.get("decimalChar", "."), field.options.get("groupChar", "")
    bare = field.options.get("bareNumber", True)

    def prepare(text: str) -> str | None:
        text = text if bare else BESIDE.sub("", text)
        text = text.replace(group, "") if group else text
        if decimal == ".":
            return text
        return None if "." in text else text.replace(decimal, ".")

    return prepare


def _quick(field: Field) -> Quick:
    decimal, group = field.options.get("decimalChar", "."), field.options.get("groupChar", "")
    bare = field.options.get("bareNumber", True)

    def read(texts: pl.Series) -> pl.Series:
        import polars as pl

        if not bare:
            texts = texts.set(~texts.str.contains(r"^-?\d"), None)
        if group:
            texts = texts.str.replace_all(group, "", literal=True)
        if decimal != ".":
            pointed = texts.str.contains(".", literal=True)
            texts = texts.str.replace_all(decimal, ".", literal=True).set(pointed, None)
        values = texts.cast(pl.Float64, strict=False)
        return values.set(~values.is_finite(), None)

    return read


number = FieldType("number", "un nombre", ORDERED, _exact, _quick, slack=1e-9)
