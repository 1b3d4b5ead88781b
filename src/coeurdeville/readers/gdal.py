"""One layer read by GDAL, its failures in French and its warnings kept."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.readers.crs import settled
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.readers.refusals import NO_ROWS, refusing
from coeurdeville.readers.shapes import Shapes, from_wkb, saying

if TYPE_CHECKING:
    import pandas as pd

RESERVES = Kind(
    "lecture-avec-reserves",
    "La bibliothèque qui lit « {name} » signale des anomalies.",
    "Vérifier les objets concernés dans QGIS.",
    Level.WARNING,
)
Source = Path | bytes
"""A file, or its bytes when its text had to be rewritten."""

_KNOWN = ("Non closed ring", "does not support open option", "Measured (M) geometry types are not supported")
"""Warnings that are counted otherwise, or of no meaning for a reader of the file."""


@dataclass(frozen=True)
class Layer:
    """What GDAL reads of one layer."""

    frame: pd.DataFrame
    encoded: Shapes | None
    """WKB, shape (n,), curves already made of short lines; None when the layer has no geometry."""
    crs: str | None
    notes: tuple[Problem, ...]


def layer_names(source: Source, name: str, label: str) -> list[str]:
    """The layers of a file, in its order."""
    import pyogrio

    with refusing(name, label, RuntimeError, ValueError), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return [str(layer) for layer, _ in pyogrio.list_layers(source)]


def read_layer(
    source: Source,
    name: str,
    label: str,
    *,
    layer: str | None = None,
    encoding: str | None = None,
    **options: str,
) -> Layer:
    """One layer, raw: dates as ISO text, heights dropped, lists and objects as JSON text.

    Text that is not in the encoding that the file announces is read in Windows-1252.
    Raises `Refused` (`fichier-illisible`) when GDAL fails.
    """
    with refusing(name, label, RuntimeError, ValueError), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        meta, encoded, fields = _raw(source, layer, encoding, options)
    return Layer(_frame(meta["fields"], fields, encoded), encoded, meta["crs"], _reserves(name, caught))


def _raw(source: Source, layer: str | None, encoding: str | None, options: dict[str, str]) -> tuple[Any, Any, Any]:
    import pyogrio

    def decoded(tried: str | None) -> tuple[Any, Any, Any]:
        meta, _, encoded, fields = pyogrio.raw.read(
            source, layer=layer, encoding=tried, force_2d=True, datetime_as_string=True, **options
        )
        return meta, encoded, fields

    try:
        return decoded(encoding)
    except UnicodeDecodeError:
        return decoded("cp1252")


def features(layer: Layer, name: str, found: Format, notes: tuple[Problem, ...] = ()) -> Features:
    """A layer as features: shapes mended, projection settled, everything said."""
    numbers = np.arange(1, len(layer.frame) + 1)
    empty = () if len(layer.frame) else (NO_ROWS(name=name),)
    said = (*notes, *layer.notes, *empty)
    if layer.encoded is None:
        return Features(layer.frame, numbers, found, name, notes=said)
    shapes, repaired, unusable = from_wkb(layer.encoded)
    crs, doubts = settled(layer.crs, shapes, name)
    read = Features(layer.frame, numbers, found, name, "objet", shapes, crs, notes=(*said, *doubts))
    return read.noting(saying(name, repaired, unusable, read.places))


def _frame(names: Any, fields: Any, encoded: Any) -> pd.DataFrame:
    """The attributes; a layer of shapes without any still has its rows."""
    import pandas as pd

    rows = next((len(one) for one in (encoded, *fields) if one is not None), 0)
    columns = {name: _column(values) for name, values in zip(names, fields, strict=True)}
    return pd.DataFrame(columns, index=pd.RangeIndex(rows))


def _column(values: Any) -> Any:
    """Lists of values as JSON text; the rest as read."""
    import json

    listed = values.dtype == object and any(isinstance(value, np.ndarray) for value in values[:1000])
    if not listed:
        return values
    return [None if value is None else json.dumps(value.tolist(), ensure_ascii=False) for value in values]


def _reserves(name: str, caught: list[warnings.WarningMessage]) -> tuple[Problem, ...]:
    messages = dict.fromkeys(str(one.message) for one in caught)
    said = [text for text in messages if not any(known in text for known in _KNOWN)]
    return (RESERVES(name=name, examples=said),) if said else ()
