"""GeoPackage and MapInfo (TAB, MIF): layers of shapes that say their projection."""

from __future__ import annotations

from pathlib import Path

from coeurdeville.core.problems import Refused
from coeurdeville.readers import gdal
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.readers.parts import choose
from coeurdeville.readers.refusals import UNREADABLE


def read(path: Path, found: Format, part: str | None) -> Features:
    """The layer named `part`, else the first one with objects; a table without shapes is read too.

    Raises `Refused` when the file is damaged or the layer is not there.
    """
    names = gdal.layer_names(path, path.name, found)
    if not names:
        raise Refused([UNREADABLE(name=path.name, format=found, reason="aucune couche")])
    layer, notes = choose(names, part, path.name, "couches", lambda name: _holds_objects(path, name))
    return gdal.features(gdal.read_layer(path, path.name, found, layer=layer), path.name, found, notes)


def _holds_objects(path: Path, layer: str) -> bool:
    import pyogrio

    return int(pyogrio.read_info(path, layer=layer, force_feature_count=True)["features"]) > 0
