"""The objects of a GeoJSON file that a rectangle meets, cut out of it without reading it whole."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.reports.editions.interactive_map import Bounds

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KEPT = 64
"""Indices held in memory: about 50 bytes an object."""
MOST = 10_000
"""Objects given at once, whatever is asked."""
INDEX: Any = [("bounds", "<f8", (4,)), ("start", "<i8"), ("length", "<i4")]
BAD_BOX = Kind(
    "emprise-invalide",
    "L’emprise « {given} » n’est pas un rectangle.",
    "Donner quatre nombres en degrés : ouest, sud, est, nord ; l’ouest avant l’est, le sud avant le nord.",
)


@dataclass(frozen=True)
class Features:
    """Some of the objects that were asked for."""

    total: int
    """How many meet the rectangle in all."""
    pieces: tuple[bytes, ...]
    """Each a whole GeoJSON `Feature`, in UTF-8, in the order of the file."""


def index_name(file: str) -> str:
    """The index of a GeoJSON file, beside it; the dot keeps it out of what is downloaded."""
    return f".{file}.npy"


def features_of(path: Path, box: Bounds | None, limit: int, offset: int) -> Features:
    """The objects whose own rectangle meets `box`, sides included; all of them without one. At most `MOST`.

    Raises
    ------
    Refused
        `emprise-invalide`: a number that is not finite, a west beyond the east, a south beyond the north.
    """
    if limit < 0 or offset < 0:
        raise ValueError("limit and offset count objects")
    rows = _index(path)
    found = rows if box is None else rows[_meeting(rows["bounds"], _checked(box))]
    asked = found[offset : offset + min(limit, MOST)]
    starts, lengths = asked["start"].tolist(), asked["length"].tolist()
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        pieces = tuple(content[start : start + length] for start, length in zip(starts, lengths, strict=True))
    return Features(len(found), pieces)


def members_of(path: Path) -> dict[str, Any]:
    """What a file says of all its objects, which its first line holds."""
    with path.open("rb") as file:
        told: dict[str, Any] = json.loads(file.readline() + b"]}")
    return {name: value for name, value in told.items() if name not in ("type", "features")}


def _meeting(bounds: NDArray[np.float64], box: Bounds) -> NDArray[np.bool_]:
    west, south, east, north = box
    meets: NDArray[np.bool_] = (
        (bounds[:, 0] <= east) & (bounds[:, 2] >= west) & (bounds[:, 1] <= north) & (bounds[:, 3] >= south)
    )
    return meets


def _checked(box: Bounds) -> Bounds:
    west, south, east, north = box
    if not all(map(math.isfinite, box)) or west > east or south > north:
        raise Refused([BAD_BOX(given=", ".join(f"{side:g}" for side in box))])
    return box


@lru_cache(maxsize=KEPT)
def _index(path: Path) -> NDArray[Any]:
    """Read once: the files of an edition never change."""
    import numpy as np

    rows: NDArray[Any] = np.load(path.with_name(index_name(path.name)), allow_pickle=False)
    return rows
