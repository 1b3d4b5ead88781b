"""A schema in plain French: what each column contains, what it must keep."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from coeurdeville.core.french import NBSP, listing, spaced
from coeurdeville.schemas.checking.wording import DATE_WORDS
from coeurdeville.schemas.model import Field, TableSchema
from coeurdeville.schemas.types.boolean import words
from coeurdeville.schemas.types.catalogue import field_types

BOUNDS = {"minimum": "au moins", "maximum": "au plus", "exclusiveMinimum": "plus de", "exclusiveMaximum": "moins de",
          "minLength": "au moins", "maxLength": "au plus"}  # fmt: skip
"""Constraint -> its words before the bound."""


def content_words(field: Field) -> str:
    """What a cell contains: `un nombre`, `une date, écrite AAAA-MM-JJ`, `« oui » ou « non »`."""
    if field.type == "boolean":
        return listing([_quote(word_for(field, yes=side)) for side in (True, False)], "ou")
    if field.type in ("date", "datetime", "time") and "%" in field.format:
        kind = field_types()[field.type].said.partition(" (")[0]
        return f"{kind}, écrite {_dated(field.format)}"
    return field_types()[field.type].said


def rules(field: Field) -> Iterator[str]:
    """What a cell must keep, one phrase each, `obligatoire` or `facultatif` first."""
    yield "obligatoire" if field.required else "facultatif"
    wanted = field.constraints
    if wanted.get("unique") is True:
        yield "différent à chaque ligne"
    if "enum" in wanted:
        yield f"l’une des valeurs{NBSP}: {listing([_quote(one) for one in wanted['enum']], 'ou')}"
    low, high = wanted.get("minimum"), wanted.get("maximum")
    if low is not None and high is not None:
        yield f"de {_french(low)} à {_french(high)}"
    else:
        yield from (f"{BOUNDS[name]} {_french(wanted[name])}" for name in ("minimum", "maximum") if name in wanted)
    yield from (f"{BOUNDS[name]} {_french(wanted[name])}" for name in ("exclusiveMinimum", "exclusiveMaximum")
                if name in wanted)  # fmt: skip
    yield from (f"{BOUNDS[name]} {wanted[name]} caractères" for name in ("minLength", "maxLength") if name in wanted)
    if "pattern" in wanted:
        yield f"de la forme {_quote(wanted['pattern'])}"


def example_text(field: Field) -> str:
    """The example of a field as a cell writes it; empty when there is none."""
    one = field.example[0] if isinstance(field.example, list) and field.example else field.example
    if one is None:
        return ""
    if isinstance(one, bool):
        return word_for(field, yes=one)
    return json.dumps(one, ensure_ascii=False) if isinstance(one, dict | list) else str(one)


def word_for(field: Field, *, yes: bool) -> str:
    """The first word that a boolean field reads as yes, or as no."""
    return next((word for word, side in words(field).items() if side is yes), "")


def key_words(schema: TableSchema) -> str:
    """The sentence that says what tells one row from another; empty without a primary key."""
    if not schema.primary_key:
        return ""
    return f"Deux lignes ne peuvent pas avoir le même contenu dans {listing(list(map(_quote, schema.primary_key)))}."


def columns_table(schema: TableSchema) -> str:
    """The columns as a table of Markdown: name, title, content, rules, example."""
    lines = ["| colonne | titre | contenu | règles | exemple |", "|---|---|---|---|---|"]
    lines += [_row((f"`{one.name}`", one.title, content_words(one), spaced(" ; ".join(rules(one))), example_text(one)))
              for one in schema.fields]  # fmt: skip
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(" ".join(cell.replace("|", r"\|").splitlines()) for cell in cells) + " |"


def _dated(pattern: str) -> str:
    for code, word in DATE_WORDS.items():
        pattern = pattern.replace(code, word)
    return pattern


def _quote(value: Any) -> str:
    return f"«{NBSP}{value}{NBSP}»"


def _french(bound: Any) -> str:
    text = str(bound)
    return text.replace(".", ",").replace("-", "−") if isinstance(bound, int | float) else text
