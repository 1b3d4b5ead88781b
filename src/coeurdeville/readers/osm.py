"""OpenStreetMap extracts, XML or PBF: every tagged object, its shape and its tags as columns."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from coeurdeville.readers import gdal, limits
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.readers.osm_extent import dated, extent
from coeurdeville.readers.osm_order import in_order

if TYPE_CHECKING:
    import pandas as pd

KINDS = ("points", "lines", "multilinestrings", "multipolygons")
"""What an object is, in the column `osm_kind`. Relations that are neither areas nor chains of lines are not read."""
OTHER_TAGS = "other_tags"
"""JSON text of the tags too rare to have a column; only in very large files."""
_TYPES = {"points": "node", "lines": "way", "multilinestrings": "relation", "multipolygons": "relation"}
_MADE_UP = ("z_order", "osm_way_id")


def read(path: Path) -> Features:
    """Objects in longitude and latitude, with `osm_kind`, `osm_type`, `osm_id`, then one text column per tag.

    Areas that cross themselves are repaired, those that cannot be built are counted and left without a shape.
    `extent` and `dated` are what the file says that it covers, and when. Closed ways are areas when their tags say so.
    """
    found = Format.OSM if _is_xml(path) else Format.PBF
    source, options = (path, {}) if found is Format.PBF else (in_order(path), {"USE_CUSTOM_INDEXING": "NO"})
    options |= {"TAGS_FORMAT": "JSON", "MAX_TMPFILE_SIZE": str(8 + path.stat().st_size * 4 // 1024**2)}
    layers = [gdal.read_layer(source, path.name, found, layer=kind, **options) for kind in KINDS]
    frame = _whole([_identified(layer.frame, kind) for kind, layer in zip(KINDS, layers, strict=True)])
    encoded = np.concatenate([layer.encoded for layer in layers])
    notes = tuple(dict.fromkeys(note for layer in layers for note in layer.notes))
    whole = gdal.features(gdal.Layer(frame, encoded, "EPSG:4326", notes), path.name, found)
    return replace(whole, extent=extent(path, found), dated=dated(path, found))


def _is_xml(path: Path) -> bool:
    with path.open("rb") as file:
        return b"<" in file.read(4)


def _identified(frame: pd.DataFrame, kind: str) -> pd.DataFrame:
    """The columns of one kind, with what identifies an object in OpenStreetMap."""
    way = frame["osm_way_id"].notna() if "osm_way_id" in frame else np.zeros(len(frame), dtype=bool)
    identity = frame["osm_id"].where(~way, frame["osm_way_id"]) if "osm_way_id" in frame else frame["osm_id"]
    named = frame.drop(columns=["osm_id", *(column for column in _MADE_UP if column in frame)])
    named.insert(0, "osm_id", identity)
    named.insert(0, "osm_type", np.where(way, "way", _TYPES[kind]))
    named.insert(0, "osm_kind", kind)
    return named


def _whole(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """One table of all kinds, tags spread in columns; columns without any value are left out."""
    import pandas as pd

    frame = pd.concat([one.astype("str") for one in frames], ignore_index=True)
    tags = frame.pop(OTHER_TAGS)
    spread = _spread(tags, len(frame.columns))
    whole = frame.join(spread.drop(columns=[column for column in spread if column in frame]))
    for column in spread.columns.intersection(frame.columns):
        whole[column] = frame[column].fillna(spread[column])
    return whole.dropna(axis="columns", how="all") if len(whole) else whole


def _spread(tags: pd.Series, columns: int) -> pd.DataFrame:
    """A column per key, the most used first, as many as `limits.MAX_CELLS` allows; the rest stays JSON text."""
    import pandas as pd
    import pyarrow as pa

    objects = json.loads("[" + ",".join(tags.fillna("{}")) + "]")
    keys = [key for key, _ in Counter(chain.from_iterable(objects)).most_common()]
    kept = keys[: max(1, limits.MAX_CELLS // max(1, len(tags)) - columns)]
    kind = pa.struct([(key, pa.large_string()) for key in kept])
    cells = pa.array(objects, kind).flatten() if kept else []
    spread: dict[str, Any] = {key: pd.Series(cell, dtype="str") for key, cell in zip(kept, cells, strict=True)}
    if len(kept) < len(keys):
        spread[OTHER_TAGS] = pd.Series(_rest(objects, set(kept)), dtype="str")
    return pd.DataFrame(spread, index=tags.index)


def _rest(objects: Sequence[dict[str, str]], kept: set[str]) -> list[str | None]:
    rest = ({key: value for key, value in one.items() if key not in kept} for one in objects)
    return [json.dumps(one, ensure_ascii=False) if one else None for one in rest]
