"""Words that the name of a field is made of."""

from __future__ import annotations

import re

from coeurdeville.core.french import plain

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^A-Z\W_]+|[0-9]+")


def words(name: str) -> set[str]:
    """`dateFin` and `DATE_FIN` are `date` and `fin`; without accents, in lower case."""
    return {plain(word) for word in _WORD.findall(name)}
