"""The catalogue of diagnostics that a site publishes: one dataset for each edition, in DCAT-AP."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from coeurdeville.catalogue.coverage import Coverage
from coeurdeville.catalogue.dcat_nodes import CONTEXT, Node, agent, day, eu, french, place, theme
from coeurdeville.catalogue.json_text import json_text
from coeurdeville.catalogue.licence_terms import terms_of
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.catalogue.vocabularies import eu_themes
from coeurdeville.core.licences import Licence

FORMATS = {
    "csv": ("CSV", "text/csv", "CSV"),
    "geojson": ("GeoJSON", "application/geo+json", "GEOJSON"),
    "gpkg": ("GeoPackage", "application/geopackage+sqlite3", "GPKG"),
    "html": ("HTML", "text/html", "HTML"),
    "json": ("JSON", "application/json", "JSON"),
    "pdf": ("PDF", "application/pdf", "PDF"),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
}
"""Extension -> title, media type, code in the vocabulary `file-type` of the Publications Office."""
_IANA = "https://www.iana.org/assignments/media-types"


@dataclass(frozen=True)
class PublishedFile:
    """A file that can be downloaded."""

    name: str
    address: str
    """Of the file itself."""
    size: int
    """Bytes."""

    @property
    def extension(self) -> str:
        """Lower case, without dot."""
        return self.name.rpartition(".")[2].lower()


@dataclass(frozen=True)
class PublishedDataset:
    """One edition of a town."""

    id: str
    page: str
    title: str
    description: str
    publisher: Organisation
    coverage: Coverage | None
    """None for a town that does not exist."""
    issued: date
    modified: date
    licence: Licence
    """Of the results, drawn from those of the data."""
    rights: str
    """Why this licence, in French."""
    files: tuple[PublishedFile, ...]


@dataclass(frozen=True)
class Site:
    """Who keeps the catalogue."""

    page: str
    title: str
    description: str
    publisher: Organisation


def published_catalogue(site: Site, datasets: Iterable[PublishedDataset], modified: date | None) -> str:
    """The whole catalogue in JSON-LD, its context inside; `modified` is None while nothing is published."""
    catalogue = _told(
        {
            "@id": site.page,
            "@type": "dcat:Catalog",
            "dct:title": french(site.title),
            "dct:description": french(site.description),
            "dct:publisher": agent(site.publisher),
            "dct:language": eu("language", "FRA"),
            "dct:modified": day(modified) if modified else None,
            "foaf:homepage": {"@id": site.page, "@type": "foaf:Document"},
            "dcat:dataset": [_dataset(one) for one in datasets],
        }
    )
    written = json.dumps(catalogue)
    return json_text({"@context": {name: uri for name, uri in CONTEXT.items() if f'"{name}:' in written}, **catalogue})


def _dataset(one: PublishedDataset) -> Node:
    return _told(
        {
            "@id": one.page,
            "@type": "dcat:Dataset",
            "dct:identifier": one.id,
            "dct:title": french(one.title),
            "dct:description": french(one.description),
            "dct:publisher": agent(one.publisher),
            "dcat:keyword": [french(word) for word in ("climat", "biodiversité", "risques", "diagnostic")],
            "dcat:theme": [theme(*pair) for pair in eu_themes("environnement").items()],
            "dct:spatial": place(one.coverage) if one.coverage else None,
            "dct:issued": day(one.issued),
            "dct:modified": day(one.modified),
            "dct:language": eu("language", "FRA"),
            "dct:accrualPeriodicity": eu("frequency", "NEVER"),
            "dct:accessRights": eu("access-right", "PUBLIC"),
            "dcat:landingPage": {"@id": one.page, "@type": "foaf:Document"},
            "dcat:distribution": _distributions(one),
        }
    )


def _distributions(one: PublishedDataset) -> Sequence[Node]:
    return [_distribution(one, file) for file in one.files if file.extension in FORMATS]


def _distribution(one: PublishedDataset, file: PublishedFile) -> Node:
    title, media_type, code = FORMATS[file.extension]
    return _told(
        {
            "@id": file.address,
            "@type": "dcat:Distribution",
            "dct:title": french(f"{file.name} ({title})"),
            "dcat:accessURL": {"@id": one.page},
            "dcat:downloadURL": {"@id": file.address},
            "dct:format": eu("file-type", code),
            "dcat:mediaType": {"@id": f"{_IANA}/{media_type}", "@type": "dct:MediaType"},
            "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(file.size)},
            "dct:license": _licence(one.licence),
            "dct:rights": {"@type": "dct:RightsStatement", "rdfs:label": french(one.rights)} if one.rights else None,
            "dct:issued": day(one.issued),
        }
    )


def _licence(licence: Licence) -> Node | None:
    """Only an open one has an address; the others are told by the rights."""
    if not licence.open:
        return None
    return {"@id": terms_of(licence).address, "@type": "dct:LicenseDocument", "dct:title": licence.title}


def _told(node: Node) -> Node:
    """Without what is not known."""
    return {key: value for key, value in node.items() if value is not None and value != []}
