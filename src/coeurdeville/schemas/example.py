"""A small file that conforms to a schema."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from coeurdeville.core.french import quoted
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.schemas.catalogue import own_schemas
from coeurdeville.schemas.cells.table import Cells, Part, text_frame
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import load_schema
from coeurdeville.schemas.model import Field, TableSchema
from coeurdeville.schemas.samples import samples

Row = dict[str, str]
Found = dict[str, list[str]]
ROWS = 4
TRIES = 5
"""Times that texts which a rule turns down are replaced by the next ones."""
NO_EXAMPLE = Kind(
    "exemple-impossible",
    "Aucun exemple ne peut être fait pour « {name} » : rien ne dit quoi écrire dans {columns}.",
    "Demander à qui tient le schéma de donner un exemple à ces champs.",
)


def example(schema: TableSchema) -> str:
    """A conforming CSV: commas, UTF-8, a few rows; without rules between columns, the last has the required ones only.

    The example that a schema of the project ships; for another, made of its examples, lists and bounds. A rule
    between several columns may still not be kept.

    Raises
    ------
    Refused
        `exemple-impossible` when nothing is known to fit a required column.
    """
    folder = own_schemas().get(schema.name)
    if folder and load_schema(folder / "schema.json").schema == schema:
        return (folder / "exemple-valide.csv").read_text(encoding="utf-8")
    return written(schema.names, example_rows(schema))


def example_rows(schema: TableSchema, most: int = ROWS) -> list[Row]:
    """Rows of a conforming table, as many as keys allow, `most` at most: field -> text."""
    found = {one.name: samples(one, most) for one in schema.fields}
    for _ in range(TRIES):
        _require(schema, found)
        rows = _rows(schema, found, most)
        wrong = _wrong(schema, rows)
        if not any(text in found[name] for name, text in wrong):
            break
        for name, text in wrong:
            found[name] = [one for one in found[name] if one != text]
    return rows


def written(names: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    """The rows as a CSV of commas, in the order of `names`; a cell that a row lacks is empty."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, names, restval="", lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _rows(schema: TableSchema, found: Found, most: int) -> list[Row]:
    """A column whose values must differ takes one text after another; the others hold to their first ones."""
    unique = [one.name for one in schema.fields if one.constraints.get("unique") is True]
    count = min(most, *(len(found[name]) for name in unique if found[name]), most)
    count = min(count, max((len(found[name]) for name in schema.primary_key), default=count))
    differing = {*unique, *schema.primary_key}
    rows = []
    for rank in range(count):
        bare = rank == count - 1 > 0 and not schema.custom_checks
        fields = [one for one in schema.fields if found[one.name] and (not bare or _needed(one, schema))]
        rows.append({one.name: _text(one, found[one.name], rank, differing) for one in fields})
    return rows


def _text(field: Field, texts: Sequence[str], rank: int, differing: Collection[str]) -> str:
    varied = field.name in differing or "enum" in field.constraints or field.type == "boolean"
    return texts[rank % len(texts)] if varied else texts[0]


def _wrong(schema: TableSchema, rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Field and text of each cell that is not right, the rules that the schema adds included."""
    columns = [[row.get(name, "") for row in rows] for name in schema.names]
    part = Part(text_frame(columns), np.arange(2, len(rows) + 2))
    verdict = check(Cells(schema.name, schema.names, 1, iter([part])), schema)
    return [(one.field, text) for one in verdict.errors if one.field for text in one.cells]


def _require(schema: TableSchema, found: Found) -> None:
    lacking = [one.name for one in schema.fields if _needed(one, schema) and not found[one.name]]
    if lacking:
        raise Refused([NO_EXAMPLE(name=schema.title or schema.name, columns=quoted(lacking, 10))])


def _needed(field: Field, schema: TableSchema) -> bool:
    return field.required or field.name in schema.primary_key
