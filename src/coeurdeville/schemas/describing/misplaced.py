"""Keys of a field that do nothing where they stand: misspelt, out of `constraints`, or of another language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from coeurdeville.core.french import listing

MISSPELT = {
    "contraints": "constraints", "contrainst": "constraints", "constraint": "constraints", "exemple": "example",
    "missingvalues": "missingValues", "titre": "title",
}  # fmt: skip
"""As met in published schemas -> as the specification writes it."""
OF_CONSTRAINTS = (
    "required", "unique", "enum", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength",
    "maxLength",
)  # fmt: skip
OF_JSON_SCHEMA = ("items", "nullable", "minItems", "maxItems", "minProperties", "maxProperties", "properties")


def misplaced(field: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the keys of a field, in French."""
    for wrong, right in MISSPELT.items():
        if wrong in field:
            yield f"« {wrong} » est sans doute « {right} »"
    inner = field.get("constraints")
    for name in OF_CONSTRAINTS:
        if name in field and not (isinstance(inner, Mapping) and inner.get(name) == field[name]):
            yield f"« {name} » se place sous « constraints »"


def foreign_keys_of(fields: Sequence[Any]) -> str:
    """`« nullable » (12 champs) et « items » (1 champ)`: keys of JSON Schema that fields have; empty without any."""
    found = []
    for key in OF_JSON_SCHEMA:
        count = sum(isinstance(one, Mapping) and key in one for one in fields)
        if count:
            found.append(f"« {key} » ({count} champ{'s' * (count > 1)})")
    return listing(found)
