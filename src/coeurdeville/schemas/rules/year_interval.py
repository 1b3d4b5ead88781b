"""Two years around a slash, the first before the second; or one year where this is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coeurdeville.core.problems import Kind
from coeurdeville.schemas.rules.contract import Params, Rule, Wrong, each

if TYPE_CHECKING:
    import polars as pl

YEARS = Kind(
    "year-interval-value",
    "« {column} » doit contenir {form}.",
    "Écrire les années en quatre chiffres, la première avant la seconde.",
)
WRITTEN = re.compile(r"([0-9]{4})(?:/([0-9]{4}))?")
FORMS = {True: "une année (2017) ou un intervalle d’années (2017/2018)", False: "un intervalle d’années (2017/2018)"}


def _check(frame: pl.DataFrame, params: Params) -> Iterator[Wrong]:
    alone = params.get("allow-year-only") in ("yes", "true", True)
    for column, wrong, _ in each(lambda text: _right(text, alone=alone))(frame, params):
        yield column, wrong, {"form": FORMS[alone]}


def _right(text: str, *, alone: bool) -> bool:
    found = WRITTEN.fullmatch(text)
    if found is None:
        return False
    first, second = found.groups()
    return alone if second is None else first < second


year_interval = Rule("year-interval-value", YEARS, _check)
