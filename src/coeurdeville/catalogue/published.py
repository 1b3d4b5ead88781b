"""The catalogue of diagnostics that a site publishes: one dataset for each edition, in DCAT-AP."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from coeurdeville.catalogue.contact import Contact
from coeurdeville.catalogue.coverage import Coverage
from coeurdeville.catalogue.dcat_nodes import (
    CONTEXT,
    Node,
    agent,
    contact,
    day,
    eu,
    french,
    named_place,
    period,
    place,
    theme,
)
from coeurdeville.catalogue.json_text import json_text
from coeurdeville.catalogue.licence_terms import terms_of
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.catalogue.vocabularies import eu_themes
from coeurdeville.core.licences import Licence
from coeurdeville.core.vintage import Vintage

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
    title: str
    """What it holds."""
    address: str
    """Of the file itself."""
    size: int | None
    """Bytes; None of one that is made when it is asked for."""

    @property
    def extension(self) -> str:
        """Lower case, without dot."""
        return self.name.rpartition(".")[2].lower()


@dataclass(frozen=True)
class PublishedDataset:
    """One edition of a town, or a table of the whole site."""

    id: str
    page: str
    title: str
    description: str
    publisher: Organisation
    place: str
    """What it covers, in words."""
    coverage: Coverage | None
    """The commune that it covers; None for another place, and for a town that does not exist."""
    period: Vintage | None
    """The time that the data describe; None when it is not known."""
    issued: date | None
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
    contact: Contact | None = None
    """Who answers about every dataset."""


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
            "dcat:contactPoint": contact(site.contact) if site.contact else None,
            "dcat:dataset": [_dataset(one, site) for one in datasets],
        }
    )
    written = json.dumps(catalogue)
    return json_text({"@context": {name: uri for name, uri in CONTEXT.items() if f'"{name}:' in written}, **catalogue})


def _dataset(one: PublishedDataset, site: Site) -> Node:
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
            "dcat:contactPoint": contact(site.contact) if site.contact else None,
            "dct:spatial": place(one.coverage) if one.coverage else named_place(one.place),
            "dct:temporal": period(one.period) if one.period else None,
            "dct:issued": day(one.issued) if one.issued else None,
            "dct:modified": day(one.modified),
            "dct:language": eu("language", "FRA"),
            "dct:accrualPeriodicity": eu("frequency", "NEVER" if one.issued else "CONT"),
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
            "dct:title": french(f"{file.title} ({title})"),
            "dcat:accessURL": {"@id": one.page},
            "dcat:downloadURL": {"@id": file.address},
            "dct:format": eu("file-type", code),
            "dcat:mediaType": {"@id": f"{_IANA}/{media_type}", "@type": "dct:MediaType"},
            "dcat:byteSize": _size(file.size),
            "dct:license": _licence(one.licence),
            "dct:rights": {"@type": "dct:RightsStatement", "rdfs:label": french(one.rights)} if one.rights else None,
            "dct:issued": day(one.issued) if one.issued else None,
        }
    )


def _size(octets: int | None) -> Node | None:
    return None if octets is None else {"@type": "xsd:nonNegativeInteger", "@value": str(octets)}


def _licence(licence: Licence) -> Node | None:
    """Only an open one has an address; the others are told by the rights."""
    if not licence.open:
        return None
    return {"@id": terms_of(licence).address, "@type": "dct:LicenseDocument", "dct:title": licence.title}


def _told(node: Node) -> Node:
    """Without what is not known."""
    return {key: value for key, value in node.items() if value is not None and value != []}
