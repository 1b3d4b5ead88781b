"""A descriptor of schema, read: what can be checked is kept, what is wrong with it is named with its place."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.readers.opening import first_bytes
from coeurdeville.schemas.describing.faults import Faults
from coeurdeville.schemas.describing.fields import missing_texts, read_field
from coeurdeville.schemas.describing.keys import custom_checks, foreign_keys, primary_key
from coeurdeville.schemas.describing.misplaced import foreign_keys_of
from coeurdeville.schemas.describing.tables import SCHEMA_UNREADABLE, table_of
from coeurdeville.schemas.model import Field, FieldsMatch, TableSchema


@dataclass(frozen=True)
class ReadSchema:
    """A schema as it can be used, and the faults of its descriptor."""

    schema: TableSchema
    problems: tuple[Problem, ...]


def load_schema(path: Path) -> ReadSchema:
    """The schema of a JSON file: a table schema, or a data package of one table that holds its schema.

    Raises
    ------
    Refused
        `schema-illisible` when the file describes no table, `schema-de-plusieurs-tables` when it describes several,
        `schema-ailleurs` when the schema is in another file; what `first_bytes` raises when it cannot be opened.
    """
    first_bytes(path)
    yaml = path.suffix.lower() in (".yaml", ".yml")
    try:
        content = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as failure:
        why = "il est en YAML, or Table Schema s’écrit en JSON" if yaml else "ce n’est pas du JSON"
        raise Refused([SCHEMA_UNREADABLE(name=path.name, why=why)]) from failure
    return read_schema(content, path.name)


def read_schema(descriptor: Any, name: str = "") -> ReadSchema:
    """The schema of a descriptor already loaded; `name` is how it is called in messages when it has no name.

    Raises
    ------
    Refused
        As `load_schema`, when it does not describe one table.
    """
    table = table_of(descriptor, name or "schéma")
    faults = Faults(str(table.get("name") or table.get("title") or name))
    return ReadSchema(_schema(table, faults), tuple(faults.problems))


def _schema(table: Mapping[str, Any], faults: Faults) -> TableSchema:
    missing = missing_texts(table.get("missingValues", [""]))
    read = [read_field(one, rank, missing, faults) for rank, one in enumerate(table["fields"], start=1)]
    fields = _unlike(read, faults)
    foreign = foreign_keys_of(table["fields"])
    if foreign:
        faults.add(f"des clés viennent de JSON Schema et sont sans effet ici, {foreign}", "Elles sont ignorées.")
    known = {one.name for one in fields}
    return TableSchema(
        fields,
        name=str(table.get("name") or faults.name),
        title=str(table.get("title") or ""),
        version=str(table.get("version") or ""),
        primary_key=primary_key(table.get("primaryKey"), known, faults),
        foreign_keys=tuple(foreign_keys(table.get("foreignKeys"), known, faults)),
        custom_checks=tuple(custom_checks(table.get("custom_checks"), faults)),
        fields_match=_match(table.get("fieldsMatch")),
        descriptor=table,
    )


def _unlike(fields: Sequence[Field | None], faults: Faults) -> tuple[Field, ...]:
    """Fields of different names, in order."""
    found: dict[str, Field] = {}
    for one in fields:
        if one is not None and found.setdefault(one.name, one) is not one:
            faults.add("ce nom est donné à plusieurs champs", "Le premier est vérifié.", one.name)
    return tuple(found.values())


def _match(given: Any) -> FieldsMatch | None:
    """The first version of the specification that has it writes a list of one."""
    wanted = given[0] if isinstance(given, list) and given else given
    return next((one for one in get_args(FieldsMatch) if one == wanted), None)
