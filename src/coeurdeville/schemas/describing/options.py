"""What only some types of field have: decimal character, words for yes and no, items of a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from coeurdeville.schemas.describing.faults import Faults
from coeurdeville.schemas.types.list import ITEMS


def _words(given: Any) -> bool:
    return isinstance(given, list) and all(isinstance(one, str) for one in given)


def _mark(given: Any) -> bool:
    return isinstance(given, str) and given != ""


RIGHT: dict[str, tuple[Callable[[Any], bool], str]] = {
    "decimalChar": (_mark, "un caractère"),
    "groupChar": (_mark, "un caractère"),
    "bareNumber": (lambda given: isinstance(given, bool), "true ou false"),
    "trueValues": (_words, "une liste de textes"),
    "falseValues": (_words, "une liste de textes"),
    "arrayItem": (lambda given: isinstance(given, Mapping), "un objet"),
    "delimiter": (_mark, "un caractère"),
    "itemType": (lambda given: given in ITEMS, "un type simple"),
}
"""Option -> whether a value is one, and what it must be, in French."""


def options_of(given: Mapping[str, Any], name: str, faults: Faults) -> dict[str, Any]:
    """The options of a field that can be used; the others are said."""
    kept = {}
    for option, (right, wanted) in RIGHT.items():
        if option not in given:
            continue
        if right(given[option]):
            kept[option] = given[option]
        else:
            faults.add(f"« {option} » doit être {wanted}", "Sa valeur ordinaire est prise.", name)
    return kept
