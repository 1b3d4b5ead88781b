"""Which fields of a schema say where things are."""

from __future__ import annotations

import re

from coeurdeville.core.french import plain
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.plausibility.contract import Reading, Watched

PAIRS = (
    ("longitude", "latitude"), ("lon", "lat"), ("long", "lat"), ("lng", "lat"), ("xlong", "ylat"), ("xlon", "ylat"),
)  # fmt: skip
"""Ways of naming the two coordinates; what stands around is the same in both names."""


def places(schema: TableSchema) -> list[Watched]:
    """Pairs of numbers named as coordinates, and fields of type `geopoint` written as a pair or a list."""
    points = [one.name for one in schema.fields if one.type == "geopoint" and one.format in ("default", "array")]
    numbers = {_key(one.name): one.name for one in schema.fields if one.type in ("number", "integer")}
    found: dict[tuple[str, ...], None] = {(name,): None for name in points}
    for key, name in numbers.items():
        for longitude, latitude in PAIRS:
            other = re.sub(longitude, latitude, key) if _ends(key, longitude) else ""
            if other in numbers:
                found[name, numbers[other]] = None
    return [Watched(Reading.PLACE, fields) for fields in found]


def _ends(key: str, word: str) -> bool:
    return key == word or (len(word) > 4 and word in key)


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", plain(name))
