"""One field of a descriptor, read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from coeurdeville.schemas.checking.constraints import CHECKED, decider
from coeurdeville.schemas.describing.constraints import constraint_fault, unread_values
from coeurdeville.schemas.describing.faults import RULE_LOST, Faults
from coeurdeville.schemas.describing.misplaced import misplaced
from coeurdeville.schemas.describing.options import options_of
from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.catalogue import field_types
from coeurdeville.schemas.types.contract import Exact, FieldType


def read_field(given: Any, rank: int, missing: tuple[str, ...], faults: Faults) -> Field | None:
    """The field of this rank from 1, with what of it can be checked; None when it has no name.

    `missing` holds the texts that stand for no value in the whole schema.
    """
    if not isinstance(given, Mapping) or not isinstance(given.get("name"), str) or not given["name"]:
        faults.add(f"le champ n° {rank} n’a pas de nom", "Il n’est pas vérifié.")
        return None
    name = given["name"]
    for fault in misplaced(given):
        faults.add(fault, "Ce qu’il dit n’est pas vérifié.", name)
    kind = _type(given, name, faults)
    field = Field(
        name,
        kind.name,
        _format(given, kind, name, faults),
        str(given.get("title") or ""),
        str(given.get("description") or ""),
        given.get("example"),
        missing=missing if given.get("missingValues") is None else missing_texts(given["missingValues"]),
        options=options_of(given, name, faults),
    )
    field = _constrained(field, kind, given.get("constraints"), faults)
    _question_example(field, kind, faults)
    return field


def missing_texts(given: Any) -> tuple[str, ...]:
    """Texts that stand for no value, also in the form with labels of the second version of the specification."""
    entries = given if isinstance(given, list) else [given]
    return tuple(str(one.get("value", "")) if isinstance(one, Mapping) else str(one) for one in entries)


def _type(given: Mapping[str, Any], name: str, faults: Faults) -> FieldType:
    wanted = given.get("type", "string")
    kind = field_types().get(wanted) if isinstance(wanted, str) else None
    if kind is None:
        faults.add(f"le type « {wanted} » n’existe pas", "Ses cellules sont acceptées telles quelles.", name)
        return field_types()["any"]
    return kind


def _format(given: Mapping[str, Any], kind: FieldType, name: str, faults: Faults) -> str:
    wanted = given.get("format") or "default"
    wanted = wanted.removeprefix("fmt:") if isinstance(wanted, str) else ""
    if kind.formats is not None and wanted not in kind.formats:
        faults.add(f"le format « {wanted} » n’existe pas pour ce type", "Le format ordinaire est vérifié.", name)
        return "default"
    if kind.formats is None and wanted not in ("default", "any") and "%" not in wanted:
        said = f"le format « {wanted} » n’a aucun code comme %Y, %m ou %d"
        faults.add(said, "Aucune valeur ne peut le suivre.", name)
    return wanted


def _constrained(field: Field, kind: FieldType, given: Any, faults: Faults) -> Field:
    """The field with the constraints that can be checked."""
    if given is None:
        return field
    if not isinstance(given, Mapping):
        faults.add("« constraints » n’est pas un objet", "Aucune règle n’est vérifiée.", field.name)
        return field
    exact = kind.exact(field)
    kept = {}
    for name, wanted in given.items():
        fault = constraint_fault(name, wanted, kind, exact)
        if fault:
            faults.add(fault, RULE_LOST, field.name)
            continue
        kept[name] = wanted
        for value in unread_values(name, wanted, exact):
            said = f"« enum » contient « {value} », qui n’est pas {kind.said}"
            faults.add(said, "Elle n’est jamais acceptée.", field.name)
    return replace(field, constraints=kept)


def _question_example(field: Field, kind: FieldType, faults: Faults) -> None:
    """An example must be a value of its own field; a list given to a field of another type is several examples."""
    exact = kind.exact(field)
    for text in _example_texts(field.example, kind):
        fault = "" if text in field.missing else _example_fault(text, field, kind, exact)
        if fault:
            faults.add(f"l’exemple « {text} » {fault}", "La vérification n’en dépend pas.", field.name)


def _example_fault(text: str, field: Field, kind: FieldType, exact: Exact) -> str:
    if exact(text) is None:
        return f"n’est pas {kind.said}"
    rules = [rule for rule in CHECKED if field.constraints.get(rule) is not None]
    broken = next((rule for rule in rules if not decider(rule, field.constraints[rule], exact)(text)), "")
    return f"ne suit pas sa propre règle « {broken} »" if broken else ""


def _example_texts(example: object, kind: FieldType) -> list[str]:
    """Examples as cells would hold them."""
    if example is None:
        return []
    several = isinstance(example, list) and kind.name not in ("array", "geopoint", "any")
    examples = list(example) if isinstance(example, list) and several else [example]
    return [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in examples]
