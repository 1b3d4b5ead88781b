"""GeoPackage and MapInfo (TAB, MIF): layers of shapes that say their projection."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coeurdeville.core.problems import Refused
from coeurdeville.readers import gdal
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format, announced
from coeurdeville.readers.parts import choose
from coeurdeville.readers.refusals import UNREADABLE


def read(path: Path, found: Format, part: str | None) -> Features:
    """The layer named `part`, else the first one with objects; a table without shapes is read too.

    Raises `Refused` when the file is damaged or the layer is not there.
    """
    with _well_named(path, found) as file:
        names = gdal.layer_names(file, path.name, found)
        if not names:
            raise Refused([UNREADABLE(name=path.name, format=found, reason="aucune couche")])
        layer, notes = choose(names, part, path.name, "couches", lambda name: _holds_objects(file, name))
        return gdal.features(gdal.read_layer(file, path.name, found, layer=layer), path.name, found, notes)


def layers(path: Path, found: Format) -> tuple[str, ...]:
    """The layers that hold objects, in order. Raises `Refused` when the file is damaged."""
    with _well_named(path, found) as file:
        names = gdal.layer_names(file, path.name, found)
        return tuple(name for name in names if _holds_objects(file, name))


@contextmanager
def _well_named(path: Path, found: Format) -> Iterator[Path]:
    """The file, or a copy of a GeoPackage under its right extension: GDAL takes one named `.csv` for a CSV."""
    if found is not Format.GPKG or found in announced(path.suffix):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="coeurdeville-") as folder:
        copy = Path(folder) / "donnees.gpkg"
        shutil.copyfile(path, copy)
        yield copy


def _holds_objects(path: Path, layer: str) -> bool:
    import pyogrio

    return int(pyogrio.read_info(path, layer=layer, force_feature_count=True)["features"]) > 0
