"""Keys of a table and references to others, read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from coeurdeville.core.french import quoted
from coeurdeville.schemas.describing.faults import RULE_LOST, Faults
from coeurdeville.schemas.model import CustomCheck, ForeignKey

NOT_CHECKED = "La clé n’est pas vérifiée."


def primary_key(given: Any, known: set[str], faults: Faults) -> tuple[str, ...]:
    """Fields of the primary key; none when it cannot be checked."""
    if given is None:
        return ()
    names = _names(given)
    if names is None:
        faults.add("« primaryKey » n’est ni un nom de champ ni une liste de noms", NOT_CHECKED)
        return ()
    lacking = [name for name in names if name not in known]
    if lacking:
        faults.add(f"la clé primaire nomme un champ qui n’existe pas ({', '.join(lacking)})", NOT_CHECKED)
        return ()
    return names


def foreign_keys(given: Any, known: set[str], faults: Faults) -> Iterator[ForeignKey]:
    """References that can be used; those to another table are kept too."""
    for one in _listed(given, "foreignKeys", faults):
        reference = one.get("reference") if isinstance(one, Mapping) else None
        if not isinstance(reference, Mapping):
            faults.add("une clé étrangère ne dit pas ce qu’elle désigne", NOT_CHECKED)
            continue
        fields, there = _names(one.get("fields")), _names(reference.get("fields"))
        resource = str(reference.get("resource") or "")
        fault = _reference_fault(fields, there, known, within=not resource)
        if fault or not fields or not there:
            faults.add(fault or "une clé étrangère est mal écrite", NOT_CHECKED)
            continue
        yield ForeignKey(fields, resource, there)


def _reference_fault(
    fields: tuple[str, ...] | None, there: tuple[str, ...] | None, known: set[str], *, within: bool
) -> str:
    if not fields or not there or len(fields) != len(there):
        return "une clé étrangère est mal écrite : elle n’a pas autant de champs des deux côtés"
    lacking = [name for name in (*fields, *(there if within else ())) if name not in known]
    return f"une clé étrangère nomme {quoted(lacking)}, qui n’est pas dans le schéma" if lacking else ""


def custom_checks(given: Any, faults: Faults) -> Iterator[CustomCheck]:
    """Checks beyond the specification, that are named."""
    for one in _listed(given, "custom_checks", faults):
        if isinstance(one, Mapping) and isinstance(one.get("name"), str):
            params = one.get("params")
            yield CustomCheck(one["name"], params if isinstance(params, Mapping) else {})
        else:
            faults.add("une règle de « custom_checks » n’a pas de nom", RULE_LOST)


def _listed(given: Any, key: str, faults: Faults) -> list[Any]:
    if given is None or isinstance(given, list):
        return given or []
    faults.add(f"« {key} » n’est pas une liste", "Rien de ce qu’il demande n’est vérifié.")
    return []


def _names(given: Any) -> tuple[str, ...] | None:
    """One name or a list of names; None when it is neither."""
    names = [given] if isinstance(given, str) else given
    right = isinstance(names, list) and all(isinstance(one, str) for one in names)
    return tuple(names) if right else None
