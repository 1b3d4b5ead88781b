"""Texts of the registries as a page prints them: their spaces do not break where French wants them not to."""

from __future__ import annotations

import re

from coeurdeville.core.french import NARROW, spaced

THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def printed(text: str) -> str:
    """`moins de 20 000 habitants : …` with narrow spaces between thousands, unbreakable ones before signs."""
    return THOUSANDS.sub(NARROW, spaced(text))
