"""A small file that does not conform: one usual fault a row."""

from __future__ import annotations

from coeurdeville.schemas.example import example_rows, written
from coeurdeville.schemas.model import Field, TableSchema
from coeurdeville.schemas.samples import accepted

FAULTS = ("inconnu", "12,5 m", "12/05/2026", "peut-être", "?", "-999999999999999", "999999999999999", "x" * 400)
"""What is often written instead of a value."""
MOST = 12


def faulty_example(schema: TableSchema) -> str:
    """A CSV of conforming rows with one fault in each, the last repeating the key; where no cell can be wrong, the
    header is.
    """
    rows = example_rows(schema, MOST)
    faults = [(one.name, fault) for one in schema.fields if (fault := _fault(one)) is not None]
    wrong = [{**row, name: fault} for row, (name, fault) in zip(rows, faults, strict=False)]
    if schema.primary_key:
        wrong += [rows[-1], rows[-1]]
    if wrong:
        return written(schema.names, wrong)
    header, _, rest = written(schema.names, rows).partition("\n")
    return f"colonne imprévue{header.removeprefix(schema.names[0])}\n{rest}"


def _fault(field: Field) -> str | None:
    """A text that the field does not accept; None when it accepts all."""
    right = accepted(field, FAULTS)
    return next((one for one in FAULTS if one not in right), "" if field.required else None)
