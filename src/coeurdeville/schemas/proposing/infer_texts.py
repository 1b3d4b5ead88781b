"""Columns of words: yes and no, closed lists, codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coeurdeville.core.french import plain
from coeurdeville.readers.values import FALSE_WORDS, TRUE_WORDS
from coeurdeville.schemas.proposing.columns import Shared
from coeurdeville.schemas.proposing.inferred import SURE, Inferred, strangers

if TYPE_CHECKING:
    import pandas as pd

LONGEST_LIST, ROWS_A_VALUE = 20, 4
"""Most values of a closed list, and rows that there must be for each on average."""
CODES = {
    "code_insee": "([013-9][0-9]|2[AB1-9])[0-9]{3}",
    "code_postal": "[0-9]{5}",
    "siren": "[0-9]{9}",
    "siret": "[0-9]{14}",
}
"""Key -> pattern of an official code."""


def yes_no(cells: pd.Series, _: Shared) -> Inferred | None:
    """The usual words, both sides seen: a column of *oui* only may be anything."""
    found = {plain(one) for one in cells.unique()}
    if not (found <= TRUE_WORDS | FALSE_WORDS and found & TRUE_WORDS and found & FALSE_WORDS):
        return None
    written = ", ".join(sorted(map(str, cells.unique())))
    return Inferred("boolean", "oui", {"trueValues": ["oui"], "falseValues": ["non"]}, seen=(f"écrit {written}",))


def closed_list(cells: pd.Series, _: Shared) -> Inferred | None:
    """The values that are written the same but for case and accents are one, in its most frequent writing."""
    counts = cells.value_counts()
    writings: dict[str, str] = {}
    for value in counts.index:
        writings.setdefault(plain(str(value)), str(value))
    values = sorted(writings.values(), key=plain)
    if not 2 <= len(values) <= LONGEST_LIST or len(cells) < ROWS_A_VALUE * len(values):
        return None
    seen = f"{len(counts)} écritures pour {len(values)} valeurs" if len(counts) > len(values) else ""
    return Inferred("string", str(counts.index[0]), {}, {"enum": values}, (seen,) if seen else ())


def code(cells: pd.Series, _: Shared) -> Inferred | None:
    """Texts of one shape with figures in it: `A-0123`."""
    shapes = {_shape(str(one)) for one in cells.unique()[:1000]}
    if len(shapes) != 1 or len(cells) < ROWS_A_VALUE:
        return None
    (shape,) = shapes
    if r"[0-9]" not in shape or len(shape) > 60:
        return None
    return Inferred("string", str(cells.iloc[0]), {}, {"pattern": shape})


def official(cells: pd.Series, shared: Shared) -> Inferred | None:
    """A code that everybody writes in one way, under its name."""
    pattern = CODES.get(shared.key)
    right = cells[cells.str.fullmatch(pattern).fillna(value=False)] if pattern else cells[:0]
    if len(right) < SURE * len(cells):
        return None
    seen = strangers(1 - len(right) / len(cells), "pas un code")
    return Inferred("string", str(right.iloc[0]), {}, {"pattern": pattern}, tuple(seen))


def _shape(text: str) -> str:
    """The pattern of a text: runs of figures and of letters, other characters as they are."""
    pieces = re.findall(r"[0-9]+|[A-Z]+|[a-z]+|.", text, re.DOTALL)
    return "".join(_piece(one) for one in pieces)


def _piece(text: str) -> str:
    for sort in ("[0-9]", "[A-Z]", "[a-z]"):
        if re.fullmatch(f"{sort}+", text):
            return f"{sort}{{{len(text)}}}"
    return re.escape(text)
