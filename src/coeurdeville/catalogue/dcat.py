"""`dcat.jsonld`: the dataset as portals exchange it, in DCAT-AP 3.

DCAT-AP 2 asks for the same properties; it wanted sizes as decimals and fingerprints as SHA-1.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote, urldefrag

from coeurdeville.catalogue.dataset import Dataset
from coeurdeville.catalogue.dcat_nodes import (
    CONTEXT,
    Node,
    agent,
    contact,
    day,
    eu,
    french,
    period,
    place,
    standard,
    theme,
)
from coeurdeville.catalogue.json_text import json_text
from coeurdeville.catalogue.licence_terms import terms_of
from coeurdeville.catalogue.resource import CSV, Resource
from coeurdeville.catalogue.vocabularies import EU_FREQUENCIES, eu_themes

_IANA = "https://www.iana.org/assignments/media-types"


def dcat(dataset: Dataset, resources: Sequence[Resource]) -> str:
    """The dataset and its distributions, in one tree that stands alone: its context is inside.

    Nodes are named after the page of the dataset; distributions are reached through it, since where the portal will
    put the files is not known yet.
    """
    node = {key: one for key, one in _dataset(dataset).items() if one}
    node["dcat:distribution"] = [_distribution(dataset, one) for one in resources]
    written = json.dumps(node)
    return json_text({"@context": {name: uri for name, uri in CONTEXT.items() if f'"{name}:' in written}, **node})


def _dataset(dataset: Dataset) -> Node:
    provenance = {"@type": "dct:ProvenanceStatement", "rdfs:label": french(dataset.method)}
    return {
        "@id": _name(dataset, dataset.id),
        "@type": "dcat:Dataset",
        "dct:identifier": dataset.id,
        "dct:title": french(dataset.title),
        "dct:description": french(dataset.description),
        "dct:publisher": agent(dataset.publisher),
        "dct:creator": agent(dataset.producer),
        "dcat:contactPoint": contact(dataset.contact),
        "dcat:keyword": [french(one) for one in dataset.keywords],
        "dcat:theme": [theme(*one) for one in eu_themes(dataset.theme).items()],
        "dct:spatial": place(dataset.coverage),
        "dct:temporal": period(dataset.vintage),
        "dct:accrualPeriodicity": eu("frequency", EU_FREQUENCIES[dataset.frequency]),
        "dct:issued": day(dataset.issued),
        "dct:modified": day(dataset.modified),
        "dct:language": eu("language", "FRA"),
        "dct:accessRights": eu("access-right", "PUBLIC"),
        "dct:conformsTo": standard(dataset.schema),
        "dct:provenance": provenance if dataset.method else None,
        "dcat:landingPage": {"@id": dataset.page, "@type": "foaf:Document"},
    }


def _distribution(dataset: Dataset, resource: Resource) -> Node:
    terms = terms_of(dataset.licence)
    conforms = {"dct:conformsTo": standard(dataset.schema)} if resource.format is CSV else {}
    return {
        "@id": _name(dataset, resource.name),
        "@type": "dcat:Distribution",
        "dct:title": french(f"{dataset.title} ({resource.format.title})"),
        "dcat:accessURL": {"@id": dataset.page},
        "dct:format": eu("file-type", resource.format.eu),
        "dcat:mediaType": {"@id": f"{_IANA}/{resource.format.media_type}", "@type": "dct:MediaType"},
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(resource.size)},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256", "@type": "spdx:ChecksumAlgorithm"},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": resource.sha256},
        },
        "dct:license": {"@id": terms.address, "@type": "dct:LicenseDocument", "dct:title": dataset.licence.title},
        **conforms,
        "dct:issued": day(dataset.issued),
        "dct:modified": day(dataset.modified),
    }


def _name(dataset: Dataset, part: str) -> str:
    return f"{urldefrag(dataset.page).url}#{quote(part)}"
