"""The declared tie between a schema of the project and a layer: `couche.toml`, in the words of `ville.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

from coeurdeville.schemas.catalogue import own_schemas

FILE = "couche.toml"


@dataclass(frozen=True)
class LayerMapping:
    """How a file of a schema becomes a layer: the schema is the truth of the file, the layer of the figures."""

    layer: str
    """What users call the layer."""
    columns: Mapping[str, str]
    """Column of the layer, as users read it -> field of the schema. They have the same unit."""
    places: tuple[str, ...]
    """Fields of coordinates, longitude first; or the one field of shapes."""
    states: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field -> its values that tell an object is no longer there."""


def layer_mapping(name: str) -> LayerMapping | None:
    """The mapping of a schema of the project; None when no layer holds what it describes."""
    path = own_schemas()[name] / FILE
    if not path.is_file():
        return None
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    reading = document["lecture"]
    return LayerMapping(
        document["couche"],
        document["colonnes"],
        (reading["x"], reading["y"]) if "x" in reading else (reading["formes"],),
        {one["colonne"]: tuple(one["disparus"]) for one in document.get("etats", ())},
    )
