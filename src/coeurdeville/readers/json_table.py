"""Plain JSON: a list of records, or an object that holds one such list."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.readers.encoding import to_utf8
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.readers.refusals import EMPTY, NO_ROWS, refusing

NOT_A_TABLE = Kind(
    "json-sans-tableau",
    "« {name} » est du JSON, mais n’est pas une liste d’enregistrements.",
    "Exporter les données en GeoJSON ou en CSV.",
)


def read(path: Path) -> Features:
    """One row per record, one column per key; what is nested (a geometry, a list) is kept as JSON text.

    Raises `Refused` when the text is not JSON, or holds no list of records or more than one.
    """
    import pandas as pd

    text = to_utf8(path.read_bytes(), path.name)
    with refusing(path.name, Format.JSON, ValueError, RecursionError):
        content = json.loads(text.data)
    if content in ([], {}):
        raise Refused([EMPTY(name=path.name)])
    records = _records(content)
    if records is None:
        raise Refused([NOT_A_TABLE(name=path.name)])
    frame = pd.DataFrame.from_records(records)
    for column in filter(lambda one: pd.api.types.is_object_dtype(frame[one]), frame.columns):
        frame[column] = [_flat(value) for value in frame[column]]
    notes = text.notes if len(frame) else (*text.notes, NO_ROWS(name=path.name))
    return Features(frame, np.arange(1, len(frame) + 1), Format.JSON, path.name, "enregistrement", notes=notes)


def _records(content: Any) -> list[Mapping[str, Any]] | None:
    if isinstance(content, list):
        return content if all(isinstance(one, dict) for one in content) else None
    if not isinstance(content, dict):
        return None
    lists = [value for value in content.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
    return _records(lists[0]) if len(lists) == 1 else None


def _flat(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
