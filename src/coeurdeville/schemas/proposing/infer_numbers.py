"""Columns of quantities, years and days."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

import numpy as np

from coeurdeville.readers.dates import dates
from coeurdeville.readers.numbers import numbers
from coeurdeville.schemas.proposing.columns import Shared
from coeurdeville.schemas.proposing.inferred import SURE, Inferred, observed, plain_number, strangers

if TYPE_CHECKING:
    import pandas as pd

ISO_DAY = r"\d{4}-\d{2}-\d{2}"
ZONE = r"(?:Z|[+-]\d{2}(?::?\d{2})?)$"


def year(cells: pd.Series, shared: Shared) -> Inferred | None:
    """Four figures, where the name says a year."""
    named = re.search(r"(^|_)(annee|an|year)(_|$)", shared.key)
    right = cells.str.fullmatch(r"(1[5-9]|20)\d\d").to_numpy(dtype=bool, na_value=False)
    if not named or right.mean() < SURE:
        return None
    return Inferred("year", str(cells[right].iloc[0]), seen=tuple(strangers(1 - right.mean(), "pas une année")))


def quantity(cells: pd.Series, shared: Shared) -> Inferred | None:
    """Numbers as they are typed in France, codes apart."""
    if _are_codes(cells):
        return None
    read = numbers(cells)
    known = read.values[np.isfinite(read.values)]
    if len(known) < SURE * len(cells):
        return None
    whole = bool((known == np.round(known)).all())
    seen = [*observed(known), *strangers(float(read.unreadable.mean()), "illisible comme nombre")]
    commas = [one.file for one in shared.columns if one.filled.str.fullmatch(r"-?\d+,\d+").any()]
    if commas:
        seen.append(f"virgule décimale dans {', '.join(commas)} ; un point dans le fichier publié")
    bounds = _bounds(known, shared)
    return Inferred("integer" if whole else "number", plain_number(float(np.median(known)), whole=whole), {}, bounds,
                    tuple(seen))  # fmt: skip


def day(cells: pd.Series, _: Shared) -> Inferred | None:
    """Days, or instants when most have an hour."""
    read = dates(cells)
    known = read.values[~np.isnat(read.values)]
    if len(known) < SURE * len(cells):
        return None
    hours = bool((known.astype("datetime64[D]") != known).mean() > 0.5)
    seen = [*strangers(float(read.unreadable.mean()), "illisible comme date")]
    others = cells[~cells.str.match(ISO_DAY).to_numpy(dtype=bool, na_value=False)]
    if len(others):
        seen.append(f"dates écrites autrement que 2026-11-23, par exemple « {others.iloc[0]} »")
    if hours and not cells.str.contains(ZONE).fillna(value=False).all():
        seen.append("heures sans fuseau ; le schéma attend le temps universel")
    if hours:
        return Inferred("datetime", f"{known[0]}Z", {"format": "%Y-%m-%dT%H:%M:%SZ"}, seen=tuple(seen))
    return Inferred("date", str(known[0].astype("datetime64[D]")), seen=tuple(seen))


def _are_codes(cells: pd.Series) -> bool:
    """Figures that are no numbers: some start with a zero, or all have the same many figures."""
    zeros = cells.str.fullmatch(r"0\d+").fillna(value=False)
    return bool(zeros.any() or cells.str.fullmatch(r"\d{9,}").fillna(value=False).mean() >= SURE)


def _bounds(known: Any, shared: Shared) -> dict[str, Any]:
    """Zero when nothing is below; a round number at twice what is seen, so that another unit is caught."""
    low, high = float(known.min()), float(known.max())
    if "%" in shared.units:
        return {"minimum": 0, "maximum": 100} if low >= 0 and high <= 100 else {}
    if low < 0 or not high:
        return {}
    if shared.key == "id":
        return {"minimum": 0}
    return {"minimum": 0, "maximum": _round_up(2 * high)}


def _round_up(value: float) -> float:
    """The next number of 1, 2 or 5 followed by zeros."""
    step = 10.0 ** math.floor(math.log10(value))
    found = next(one * step for one in (1, 2, 5, 10) if one * step >= value)
    return int(found) if found >= 1 else round(found, 6)
