"""Pieces of a DCAT-AP description: who, where, when, in the words of RDF written as JSON-LD."""

from __future__ import annotations

from datetime import date
from typing import Any

from coeurdeville.catalogue.contact import Contact
from coeurdeville.catalogue.coverage import Coverage
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.catalogue.schema_reference import SchemaReference
from coeurdeville.core.vintage import Vintage

Node = dict[str, Any]
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefix -> vocabulary."""
_EU = "http://publications.europa.eu/resource/authority"
_CLASSES = {
    "access-right": "dct:RightsStatement",
    "data-theme": "skos:Concept",
    "file-type": "dct:MediaTypeOrExtent",
    "frequency": "dct:Frequency",
    "language": "dct:LinguisticSystem",
}


def eu(vocabulary: str, code: str) -> Node:
    """A term of a vocabulary of the Publications Office of the European Union, with its class."""
    return {"@id": f"{_EU}/{vocabulary}/{code}", "@type": _CLASSES[vocabulary]}


def french(text: str) -> Node:
    """A text in French."""
    return {"@language": "fr", "@value": text}


def theme(code: str, label: str) -> Node:
    """A theme of the European portal."""
    return {**eu("data-theme", code), "skos:prefLabel": french(label)}


def day(value: date) -> Node:
    """A day."""
    return {"@type": "xsd:date", "@value": value.isoformat()}


def agent(body: Organisation) -> Node:
    """An organisation, with its number when it is known."""
    number = {"dct:identifier": body.number} if body.number else {}
    return {"@type": ["foaf:Agent", "foaf:Organization"], "foaf:name": french(body.name), **number}


def contact(one: Contact) -> Node:
    """A service, and how to reach it."""
    reached = {"vcard:hasEmail" if one.is_email else "vcard:hasURL": {"@id": _mailto(one)}}
    return {"@type": ["vcard:Kind", "vcard:Organization"], "vcard:fn": french(one.role), **reached}


def _mailto(one: Contact) -> str:
    return f"mailto:{one.address}" if one.is_email else one.address


def place(coverage: Coverage) -> Node:
    """A territory; it has an address when Insee gives it one."""
    named = {"@id": coverage.address, "dct:identifier": coverage.commune} if coverage.address else {}
    return {**named, "@type": "dct:Location", "skos:prefLabel": french(coverage.name)}


def named_place(name: str) -> Node:
    """A place that no register knows, by its name alone."""
    return {"@type": "dct:Location", "skos:prefLabel": french(name)}


def period(vintage: Vintage) -> Node:
    """The time that the data describe, both days included."""
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": day(vintage.start), "dcat:endDate": day(vintage.end)}


def standard(schema: SchemaReference) -> Node:
    """The schema that the data conform to."""
    named = {"@id": schema.address} if schema.address else {}
    version = {"owl:versionInfo": schema.version} if schema.version else {}
    return {**named, "@type": "dct:Standard", "dct:title": french(schema.title or schema.name), **version}
