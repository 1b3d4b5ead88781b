"""A table schema as it is used: fields, constraints, keys, the checks that French schemas add."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

FieldsMatch = Literal["exact", "equal", "subset", "superset", "partial"]
"""How columns are paired with fields, as the specification (v2) names it; `exact` is by order."""


@dataclass(frozen=True)
class Field:
    """One column of a table, as its schema describes it."""

    name: str
    type: str = "string"
    """A type of the specification; an unknown one was replaced by `any` and said."""
    format: str = "default"
    title: str = ""
    description: str = ""
    example: object = None
    constraints: Mapping[str, Any] = field(default_factory=dict)
    """Name -> wanted, as the descriptor writes it; only those that can be checked on this type."""
    missing: tuple[str, ...] = ("",)
    """Texts that stand for no value."""
    options: Mapping[str, Any] = field(default_factory=dict)
    """What only some types have: `decimalChar`, `groupChar`, `bareNumber`, `trueValues`, `falseValues`, `arrayItem`,
    `delimiter`, `itemType`."""

    @property
    def required(self) -> bool:
        """Whether each row must have a value."""
        return self.constraints.get("required") is True


@dataclass(frozen=True)
class CustomCheck:
    """A check beyond the specification, as French schemas declare it in `custom_checks`."""

    name: str
    """`french-siret-value`, `one-of-required`…"""
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ForeignKey:
    """Columns whose values must be found in others; `resource` is empty when these are of the same table."""

    fields: tuple[str, ...]
    resource: str
    reference: tuple[str, ...]


@dataclass(frozen=True)
class TableSchema:
    """A schema of one table; built by `descriptor.read_schema`, which names what is wrong with a descriptor."""

    fields: tuple[Field, ...]
    name: str = ""
    title: str = ""
    version: str = ""
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    custom_checks: tuple[CustomCheck, ...] = ()
    fields_match: FieldsMatch | None = None
    """None when the descriptor does not say it: by order, the specification decides."""
    descriptor: Mapping[str, Any] = field(default_factory=dict)
    """The whole descriptor, as it was read."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the fields, in order."""
        return tuple(one.name for one in self.fields)

    def field(self, name: str) -> Field | None:
        """The field of this name; None when there is none."""
        return next((one for one in self.fields if one.name == name), None)
