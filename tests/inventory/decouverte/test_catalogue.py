"""Catalogues of portals, given as files, in the forms that portals give."""

import json
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.inventory.decouverte.catalogue import read_catalogue
from coeurdeville.inventory.decouverte.jeu import licence_of

DATASET = {
    "@type": "dcat:Dataset",
    "@id": "https://data.valbois.test/arbres",
    "dct:title": "Arbres",
    "dct:modified": {"@value": "2025-02-03T00:00:00Z", "@type": "xsd:dateTime"},
    "dcat:keyword": ["arbre", {"@value": "nature", "@language": "fr"}],
    "dct:publisher": {"@id": "https://data.valbois.test/ville"},
    "dct:license": {"@id": "https://www.etalab.gouv.fr/licence-ouverte-open-licence"},
    "dcat:contactPoint": {"@type": "vcard:Individual", "vcard:fn": "Prénom Fictif"},
    "dcat:distribution": [
        {
            "@type": "dcat:Distribution",
            "dcat:mediaType": "https://www.iana.org/assignments/media-types/text/csv",
            "dct:conformsTo": {"@id": "https://schema.data.gouv.fr/schemas/datagouv/schema-fontaine-eau/1.0/s.json"},
        }
    ],
}
OWNER = {"@id": "https://data.valbois.test/ville", "@type": "foaf:Organization", "foaf:name": "Ville de Valbois"}
RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#"
         xmlns:dct="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/">
  <rdf:Description rdf:about="https://data.valbois.test/arbres">
    <rdf:type rdf:resource="http://www.w3.org/ns/dcat#Dataset"/>
    <dct:title>Arbres</dct:title>
    <dct:modified>2025-02-03</dct:modified>
    <dct:publisher><foaf:Organization><foaf:name>Ville de Valbois</foaf:name></foaf:Organization></dct:publisher>
    <dct:license>Licence Ouverte 2.0</dct:license>
    <dcat:distribution rdf:parseType="Resource"><dct:format>CSV</dct:format></dcat:distribution>
  </rdf:Description>
</rdf:RDF>"""


def file(folder: Path, content: object, name: str = "catalogue.json") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_json_ld_nested_or_flat(tmp_path: Path) -> None:
    for content in ({"@graph": [OWNER, DATASET]}, [DATASET, OWNER], {"dcat:dataset": [DATASET], "x": OWNER}):
        (jeu,) = read_catalogue(file(tmp_path, content)).jeux
        assert (jeu.titre, jeu.organisme, jeu.maj) == ("Arbres", "Ville de Valbois", date(2025, 2, 3))
        assert (jeu.licence.key, jeu.formats) == ("lov2", ("csv",))
        assert (jeu.mots, jeu.schemas) == (("arbre", "nature"), ("datagouv/schema-fontaine-eau",))
        assert "Fictif" not in repr(jeu)


def test_rdf_xml(tmp_path: Path) -> None:
    (jeu,) = read_catalogue(file(tmp_path, RDF, "catalogue.rdf")).jeux
    assert (jeu.titre, jeu.organisme, jeu.licence.key, jeu.formats) == ("Arbres", "Ville de Valbois", "lov2", ("csv",))
    assert jeu.adresse == "https://data.valbois.test/arbres"


def test_ckan(tmp_path: Path) -> None:
    package = {
        "id": "1", "name": "arbres", "title": "Arbres", "organization": {"title": "Ville de Valbois"},
        "license_id": "odc-odbl", "metadata_modified": "2025-02-03T10:00:00", "tags": [{"name": "nature"}],
        "url": "https://data.valbois.test/dataset/arbres", "resources": [{"format": "CSV"}, {"format": ""}],
    }  # fmt: skip
    hidden = {**package, "id": "2", "title": "Brouillon", "private": True}
    content = {"success": True, "result": {"count": 12, "results": [package, hidden]}}
    read = read_catalogue(file(tmp_path, content))
    (jeu,) = read.jeux
    assert (jeu.titre, jeu.organisme, jeu.licence.key, jeu.formats) == ("Arbres", "Ville de Valbois", "odbl", ("csv",))
    assert [one.code for one in read.problems] == ["catalogue-jeux-retires", "catalogue-partiel"]


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html><body>404</body></html>",
        '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        "<rdf:RDF",
        '{"@graph": [',
        '{"nombre": 3}',
        "titre;licence",
        "",
    ],
)
def test_what_is_no_catalogue_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_catalogue(file(tmp_path, text))
    assert [one.code for one in refused.value.problems] == ["catalogue-illisible"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (
            "<div>Soumis à la <b>licence Etalab</b> : https://www.etalab.gouv.fr/licence-ouverte-open-licence/</div>",
            "lov2",
        ),
        ("https://opendatacommons.org/licenses/odbl/1-0/", "odbl"),
        ("fr-lo", "lov2"),
        ("cc-by-nc", "cc-by-nc"),
        ("License Not Specified", "inconnue"),
        ("copyright", "inconnue"),
        ("", "inconnue"),
    ],
)
def test_licences_as_catalogues_write_them(text: str, key: str) -> None:
    assert licence_of(text).key == key


@pytest.mark.real
@pytest.mark.parametrize(
    ("name", "count", "codes"),
    [
        ("dcat/evian.json", 8, []),
        ("dcat/nested.jsonld", 1, []),
        ("dcat/flat.jsonld", 3, []),
        ("dcat/bnodes.jsonld", 3, []),
        ("dcat/bnodes.xml", 3, []),
        ("dcat/catalog.xml", 4, []),
        ("dcat/udata.xml", 2, []),
        ("dcat/geonetwork.xml", 1, []),
        ("dcat/datara--f40c3860-7236-4b30-a141-23b8ae33f7b2.rdf.xml", 1, []),
        ("dcat/paged-collection-1.jsonld", 3, ["catalogue-partiel"]),
        ("dcat/partial-collection-1.jsonld", 3, ["catalogue-partiel"]),
        ("csw_dcat/geonetwork-dcat-page-1.xml", 2, ["catalogue-partiel"]),
        ("csw_dcat/geonetwork-geodcatap-page-3.xml", 2, ["catalogue-partiel"]),
        ("ckan/data/dkan-french-w-license.json", 0, ["catalogue-jeux-retires"]),
    ],
)
def test_real_catalogues_are_read(mirror: Path, name: str, count: int, codes: list[str]) -> None:
    read = read_catalogue(mirror / "api" / "udata" / "harvest" / "tests" / name)
    assert len(read.jeux) == count
    assert [one.code for one in read.problems] == codes
    assert all(one.titre and "<" not in one.titre for one in read.jeux)


@pytest.mark.real
def test_real_catalogue_in_iso_19139_is_refused(mirror: Path) -> None:
    with pytest.raises(Refused):
        read_catalogue(mirror / "api" / "udata" / "harvest" / "tests" / "csw_dcat" / "geonetwork-iso19139-page-1.xml")
