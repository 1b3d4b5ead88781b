"""Perimeters in words, fictional towns by the names of their spaces: no list of communes names those."""

from __future__ import annotations

import re

from coeurdeville.core.french import listing
from coeurdeville.core.problems import Refused
from coeurdeville.espaces.ouverts import noms
from coeurdeville.territories.perimeter import FICTIONAL, perimeter

MOST = 3
"""Towns that are named one by one."""


def titre(text: str) -> str:
    """`département Aisne (02)`, `Valmorin-sur-Aune, Pontcharme et 10 autres`; the text itself when it means nothing."""
    try:
        found = perimeter(text)
    except Refused:
        return text
    if not all(re.fullmatch(FICTIONAL, code) for code in found.codes):
        return found.title
    known = noms(found.codes)
    named = [known.get(code, f"ville fictive {code}") for code in found.codes]
    return listing(named if len(named) <= MOST else [*named[: MOST - 1], f"{len(named) - MOST + 1} autres"])
