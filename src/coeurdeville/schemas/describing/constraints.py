"""Constraints as a descriptor writes them: which can be checked, and why the others cannot."""

from __future__ import annotations

import re
import warnings
from typing import Any

from coeurdeville.schemas.checking.constraints import BOUNDS, bound_of
from coeurdeville.schemas.types.contract import Exact, FieldType


def constraint_fault(name: str, wanted: Any, kind: FieldType, exact: Exact) -> str:
    """Why a constraint cannot be checked, in French; empty when it can."""
    if name not in kind.constraints and name != "unique":
        return f"« {name} » ne s’applique pas au type « {kind.name} »"
    if name in ("required", "unique"):
        return "" if isinstance(wanted, bool) else f"« {name} » doit valoir true ou false"
    if name in BOUNDS:
        return "" if bound_of(wanted, exact) is not None else f"« {name} » vaut « {wanted} », qui n’est pas {kind.said}"
    if name == "enum":
        return "" if isinstance(wanted, list) and wanted else "« enum » n’est pas une liste de valeurs"
    if name == "pattern":
        return _pattern_fault(wanted)
    right = isinstance(wanted, int) and not isinstance(wanted, bool) and wanted >= 0
    return "" if right else f"« {name} » doit être un nombre entier"


def unread_values(name: str, wanted: Any, exact: Exact) -> list[Any]:
    """Values of an `enum` that are not of the type of the field: no cell can be equal to them."""
    return [one for one in wanted if bound_of(one, exact) is None] if name == "enum" else []


def _pattern_fault(wanted: Any) -> str:
    if not isinstance(wanted, str):
        return "« pattern » n’est pas un texte"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(f"^{wanted}$")
    except (re.error, RecursionError, OverflowError):
        return f"« pattern » n’est pas une expression régulière : {wanted}"
    return ""
