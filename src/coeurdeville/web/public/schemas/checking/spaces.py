"""The towns to whose space a signed-in member may send a repaired file."""

from __future__ import annotations

from typing import Any

from coeurdeville.comptes.droits import MODIFIER_ESPACE, peut
from coeurdeville.espaces.ouverts import noms


def spaces_of(user: Any) -> list[tuple[str, str]]:
    """Insee code and name of each town whose folder the user may change; none for a visitor."""
    if not user.is_authenticated:
        return []
    codes = [code for code in user.roles if peut(user, MODIFIER_ESPACE, code)]
    return sorted(noms(codes).items(), key=lambda one: one[1]) if codes else []
