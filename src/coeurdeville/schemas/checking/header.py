"""The header against the fields: which column is which, what lacks, what is beyond."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from coeurdeville.core.french import some_of
from coeurdeville.core.problems import Kind
from coeurdeville.schemas import messages
from coeurdeville.schemas.findings import Finding
from coeurdeville.schemas.model import Field, FieldsMatch, TableSchema

NAMES = "names"
"""The way of officers: columns are found by their names, whatever their order; what matters less is a warning."""
Match = FieldsMatch | str
_TOLERANT_OF_EXTRA, _TOLERANT_OF_MISSING = ("subset", "partial"), ("superset", "partial")


@dataclass(frozen=True, eq=False)
class Layout:
    """Which field each column of the file holds."""

    fields: tuple[Field, ...]
    """One for each label; a column that the schema does not describe is of type `any`."""
    findings: tuple[Finding, ...]

    def column(self, name: str) -> int | None:
        """Place from 0 of the column of a field; None when it is not in the file."""
        return next((place for place, one in enumerate(self.fields) if one.name == name), None)


def lay_out(labels: Sequence[str], row: int, schema: TableSchema, match: Match) -> Layout:
    """Pair labels and fields.

    Parameters
    ----------
    row
        Rank of the header in the file.
    match
        `exact` pairs by order; the others by name, and differ by what they tolerate.
    """
    by_order = match == "exact"
    paired = _by_order(labels, schema) if by_order else _by_name(labels, schema)
    fields = tuple(one or Field(label, "any") for one, label in zip(paired, labels, strict=True))
    found = _in_order(labels, row, schema) if by_order else _in_names(labels, row, schema, paired, match)
    return Layout(fields, tuple(found))


def _by_order(labels: Sequence[str], schema: TableSchema) -> list[Field | None]:
    return [schema.fields[place] if place < len(schema.fields) else None for place in range(len(labels))]


def _by_name(labels: Sequence[str], schema: TableSchema) -> list[Field | None]:
    """The field of each label; a label that comes again has none."""
    known, again = {one.name: one for one in schema.fields}, _again(labels)
    return [None if place in again else known.get(label) for place, label in enumerate(labels)]


def _again(labels: Sequence[str]) -> set[int]:
    """Places of the labels that already stand before."""
    seen: set[str] = set()
    return {place for place, label in enumerate(labels) if label in seen or seen.add(label)}  # type: ignore[func-returns-value]


def _in_order(labels: Sequence[str], row: int, schema: TableSchema) -> Iterator[Finding]:
    width, again = len(schema.fields), _again(labels)
    for place, label in enumerate(labels[width:], start=width):
        yield _of_label(messages.EXTRA_LABEL, row, label, place)
    yield from _missing(schema.fields[len(labels) :], row)
    for place, (field, label) in enumerate(zip(schema.fields, labels, strict=False)):
        if not label:
            yield _of_label(messages.BLANK_LABEL, row, field.name, place, rank=str(place + 1), expected=field.name)
        elif place in again:
            yield _of_label(messages.DUPLICATE_LABEL, row, label, place)
        elif label != field.name:
            yield _of_label(messages.INCORRECT_LABEL, row, field.name, place, rank=str(place + 1), label=label)


def _in_names(
    labels: Sequence[str], row: int, schema: TableSchema, paired: Sequence[Field | None], match: Match
) -> Iterator[Finding]:
    known, again = [one.name for one in paired if one], _again(labels)
    for place, label in enumerate(labels):
        if place in again:
            yield _of_label(messages.DUPLICATE_LABEL, row, label, place)
        elif not label and match == NAMES:
            yield _of_label(messages.ADDED_LABEL, row, f"colonne {place + 1}", place)
        elif paired[place] is None and match not in _TOLERANT_OF_EXTRA:
            yield _of_label(messages.ADDED_LABEL if match == NAMES else messages.EXTRA_LABEL, row, label, place)
    if match in ("partial", NAMES) and schema.fields and not known:
        yield Finding(messages.UNMATCHED_HEADER, np.array([row]))
    lacking = [one for one in schema.fields if one.name not in labels]
    needed = [one for one in lacking if one.required or one.name in schema.primary_key]
    yield from _missing(needed if match in (*_TOLERANT_OF_MISSING, NAMES) else lacking, row)
    if match == NAMES:
        yield from _worth_knowing(lacking, needed, known, schema, row)


def _worth_knowing(
    lacking: Sequence[Field], needed: Sequence[Field], known: Sequence[str], schema: TableSchema, row: int
) -> Iterator[Finding]:
    optional = [one.name for one in lacking if one not in needed]
    if optional and known:
        yield Finding(messages.OPTIONAL_LABEL, np.array([row]), words={"columns": some_of(optional, 20)})
    wanted = [name for name in schema.names if name in known]
    if wanted != list(known):
        yield Finding(messages.WRONG_ORDER, np.array([row]), words={"order": ", ".join(wanted)})


def _missing(fields: Sequence[Field], row: int) -> Iterator[Finding]:
    for one in fields:
        yield Finding(messages.MISSING_LABEL, np.array([row]), field=one.name)


def _of_label(kind: Kind, row: int, name: str, place: int, **words: str) -> Finding:
    return Finding(kind, np.array([row]), field=name, column=place + 1, words=words)
