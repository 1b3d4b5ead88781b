"""Points in France, longitude first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from coeurdeville.core.problems import Kind
from coeurdeville.schemas.rules.contract import Params, Rule, Wrong
from coeurdeville.schemas.rules.france import in_france, swapped

if TYPE_CHECKING:
    import polars as pl

GPS = Kind(
    "french-gps-coordinates",
    "Des points de « {column} » {fault}.",
    "Écrire la longitude, une virgule, puis la latitude, en degrés décimaux avec un point : [2.3522, 48.8566].",
)
ELSEWHERE, SWAPPED = "ne sont pas en France", "ont leur latitude avant leur longitude"
PAIR = r"\A\s*\[?\s*(?P<first>-?[0-9]+(?:\.[0-9]+)?)\s*,\s*(?P<second>-?[0-9]+(?:\.[0-9]+)?)\s*\]?\s*\z"


def _check(frame: pl.DataFrame, params: Params) -> Iterator[Wrong]:
    import polars as pl

    texts = frame[params["column"]]
    pairs = texts.str.extract_groups(PAIR).struct.unnest().cast(pl.Float64)
    longitude, latitude = (pairs[one].fill_null(float("nan")).to_numpy() for one in ("first", "second"))
    known, other = texts.is_not_null().to_numpy(), swapped(longitude, latitude)
    for fault, wrong in ((SWAPPED, other), (ELSEWHERE, ~in_france(longitude, latitude) & ~other)):
        yield params["column"], pl.Series(np.asarray(known & wrong), dtype=pl.Boolean), {"fault": fault}


french_gps_coordinates = Rule("french-gps-coordinates", GPS, _check)
