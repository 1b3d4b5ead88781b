"""`diagnostic.gpkg`: the results on the map, ready to open in QGIS with the colours of the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from coeurdeville.reports.exports.facts import Cited, cited
from coeurdeville.reports.exports.geopackage_tables import GEOMETRY, complete
from coeurdeville.reports.exports.grounds import Grounds
from coeurdeville.reports.exports.map_layer import Field, MapLayer, texts
from coeurdeville.reports.exports.object_layers import object_layers
from coeurdeville.reports.exports.zone_layers import outline_layer, zone_layer
from coeurdeville.reports.exports.zone_tables import ZoneTable
from coeurdeville.reports.model import Report
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.services.contract.page import QUARTER

SOURCES = (
    Field("couche", "Couche"),
    Field("service", "Service"),
    Field("sources", "Sources", "Titre, producteur, date et licence de chaque donnée."),
    Field("date_des_donnees", "Date des données"),
    Field("licence", "Licence des résultats", "Calculée à partir de celles des données."),
    Field("methode", "Méthode et paramètres"),
    Field("confiance", "Confiance", "A, B ou C."),
    Field("raisons_de_confiance", "Pourquoi pas mieux"),
    Field("hypotheses", "Ce qui a été supposé"),
    Field("date_du_calcul", "Date du calcul"),
)


def geopackage(
    subject: Subject, chapters: Sequence[Chapter], report: Report, tables: Sequence[ZoneTable], grounds: Grounds
) -> bytes:
    """Measured objects, zones, outline, and `sources`: what each layer must be cited with."""
    layers = [*_layers(subject, chapters, report, tables, grounds)]
    with TemporaryDirectory() as folder, _unsynced():
        path = Path(folder) / "diagnostic.gpkg"
        for layer in layers:
            _write(path, layer)
        complete(path, layers, subject.today)
        return path.read_bytes()


@contextmanager
def _unsynced() -> Iterator[None]:
    """GDAL does not wait until the disk holds each layer: the file is temporary, and read back at once."""
    import pyogrio

    pyogrio.set_gdal_config_options({"OGR_SQLITE_SYNCHRONOUS": "OFF"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_SQLITE_SYNCHRONOUS": None})


def _layers(
    subject: Subject, chapters: Sequence[Chapter], report: Report, tables: Sequence[ZoneTable], grounds: Grounds
) -> Iterator[MapLayer]:
    rows: list[tuple[str, Chapter, str]] = []
    for chapter in chapters:
        for layer in object_layers(chapter, report):
            rows.append((layer.name, chapter, ""))
            yield layer
    for table in tables:
        here = [chapter for chapter in chapters if table.zoning in chapter.told.zonings]
        layer = zone_layer(table, grounds[table.zoning], subject, here, report)
        rows += [
            (layer.name, chapter, subject.approached_quarters if table.zoning == QUARTER else "") for chapter in here
        ]
        yield layer
    yield from outline_layer(subject)
    yield _sources(rows, subject)


def _sources(rows: Sequence[tuple[str, Chapter, str]], subject: Subject) -> MapLayer:
    """A row for each layer and each service whose figures stand in it; with what was supposed of its zones."""
    import pandas as pd

    day = subject.today.isoformat()
    lines = [
        (name, chapter.service.title, *_words(cited(chapter)), _supposed(chapter, zones), day)
        for name, chapter, zones in rows
    ]
    columns = dict(zip((field.key for field in SOURCES), map(texts, zip(*lines, strict=True)), strict=False))
    frame: Any = pd.DataFrame(columns or {field.key: texts([]) for field in SOURCES})
    title = "Sources, licences, méthodes et confiance"
    return MapLayer("sources", title, "Ce avec quoi chaque couche se cite.", SOURCES, frame)


def _words(one: Cited) -> tuple[str, ...]:
    return one.sources, one.dates, one.licence, one.method, one.grade, one.reasons


def _supposed(chapter: Chapter, zones: str) -> str:
    said = dict.fromkeys(said for use in chapter.result.used for said in use.origin.assumptions)
    return " ".join([*said, zones]).strip()


def _write(path: Path, layer: MapLayer) -> None:
    import pyogrio

    placed = {"geometry_type": layer.geometry, "promote_to_multi": layer.geometry.startswith("Multi")}
    pyogrio.write_dataframe(
        layer.frame, path, layer=layer.name, driver="GPKG", append=path.exists(), use_arrow=True,
        layer_options={"GEOMETRY_NAME": GEOMETRY, "IDENTIFIER": layer.title, "DESCRIPTION": layer.description},
        **(placed if layer.geometry else {}),
    )  # fmt: skip
