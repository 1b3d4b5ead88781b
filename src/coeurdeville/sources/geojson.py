"""GeoJSON answers: checked to be what their documentation says, reduced to what is read, made into a table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from numpy.typing import NDArray

from coeurdeville.core.problems import Kind, Refused

if TYPE_CHECKING:
    import pandas as pd

UNEXPECTED = Kind(
    "reponse-inattendue",
    "La réponse n’a pas la forme que sa documentation décrit : {lacking} manque.",
    "La source a changé ; son lecteur doit être revu. En attendant, ajouter un fichier : coeurdeville ville ajouter.",
)


def require(content: Any, **kinds: type | tuple[type, ...]) -> Mapping[str, Any]:
    """The content itself, when it is an object that holds these keys with these types.

    Raises
    ------
    Refused
        `reponse-inattendue`, with every key that lacks.
    """
    held = content if isinstance(content, dict) else {}
    lacking = [key for key, kind in kinds.items() if not isinstance(held.get(key), kind)]
    if lacking:
        raise Refused([UNEXPECTED(lacking=", ".join(f"« {key} »" for key in lacking))])
    return held


def reduced(feature: Any, fields: Iterable[str]) -> dict[str, Any]:
    """A feature with these of its properties and no other; one that is absent stays absent."""
    held = require(feature, type=str, properties=dict)
    properties = {name: held["properties"][name] for name in fields if name in held["properties"]}
    return {"type": "Feature", "geometry": held.get("geometry"), "properties": properties}


def table_of(features: list[dict[str, Any]], fields: Iterable[str]) -> tuple[pd.DataFrame, NDArray[np.object_]]:
    """One row per feature, one column per field, empty where it says nothing; and the shapes, shape `(n,)`."""
    import pandas as pd

    rows = [feature["properties"] for feature in features]
    texts = [json.dumps(feature["geometry"]) if feature["geometry"] else None for feature in features]
    shapes = shapely.force_2d(shapely.from_geojson(texts, on_invalid="ignore"))
    return pd.DataFrame(rows, columns=list(fields)), np.asarray(shapes, dtype=object)
