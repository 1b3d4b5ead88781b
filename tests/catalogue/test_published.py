"""The catalogue of published diagnostics."""

import json
from datetime import date

from coeurdeville.catalogue.coverage import Coverage
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.catalogue.published import PublishedDataset, PublishedFile, Site, published_catalogue
from coeurdeville.core.licences import CLOSED, ODBL, Licence
from coeurdeville.core.vintage import Vintage
from coeurdeville.territories.communes import commune_of

SITE = Site("https://essai.test/donnees-ouvertes/", "Diagnostics", "Ville par ville.", Organisation("Agence d’essai"))
PAGE = "https://essai.test/ville/35236-redon/versions/2026-11-25/"


def _dataset(licence: Licence = ODBL, coverage: Coverage | None = None) -> PublishedDataset:
    files = tuple(
        PublishedFile(name, f"Table {name}", f"{PAGE}fichiers/{name}", 12)
        for name in ("a.csv", "b.geojson", "c.inconnu")
    )
    return PublishedDataset(
        "diagnostic-35236-2026-11-25", PAGE, "Diagnostic de Redon, 25/11/2026", "Trois espèces dominent.",
        Organisation("Commune de Redon", "213502362"), "Redon", coverage,
        Vintage.parse("2024"), date(2026, 11, 26), date(2026, 11, 25), licence,
        "les données d’OpenStreetMap l’imposent", files,
    )  # fmt: skip


def test_one_dataset_with_its_distributions() -> None:
    redon = Coverage.of(commune_of("35236"))
    told = json.loads(published_catalogue(SITE, [_dataset(coverage=redon)], date(2026, 11, 26)))
    (dataset,) = told["dcat:dataset"]
    assert told["@type"] == "dcat:Catalog"
    assert dataset["@id"] == PAGE
    assert dataset["dct:spatial"]["@id"] == "http://id.insee.fr/geo/commune/35236"
    assert dataset["dct:publisher"]["foaf:name"]["@value"] == "Commune de Redon"
    assert dataset["dct:issued"] == {"@type": "xsd:date", "@value": "2026-11-26"}
    assert dataset["dct:temporal"]["dcat:endDate"]["@value"] == "2024-12-31"
    csv, geojson = dataset["dcat:distribution"]
    assert csv["dcat:downloadURL"]["@id"] == f"{PAGE}fichiers/a.csv"
    assert csv["dct:title"]["@value"] == "Table a.csv (CSV)"
    assert csv["dcat:byteSize"]["@value"] == "12"
    assert csv["dct:license"]["@id"] == "https://opendatacommons.org/licenses/odbl/1-0/"
    assert csv["dct:rights"]["rdfs:label"]["@value"] == "les données d’OpenStreetMap l’imposent"
    assert geojson["dcat:mediaType"]["@id"].endswith("/application/geo+json")


def test_what_is_not_open_has_no_licence_and_a_fictional_town_has_a_name_for_place() -> None:
    told = json.loads(published_catalogue(SITE, [_dataset(CLOSED)], None))
    (dataset,) = told["dcat:dataset"]
    assert dataset["dct:spatial"] == {
        "@type": "dct:Location", "skos:prefLabel": {"@language": "fr", "@value": "Redon"}
    }  # fmt: skip
    assert "dct:license" not in dataset["dcat:distribution"][0]
    assert "dct:modified" not in told


def test_every_prefix_is_declared() -> None:
    text = published_catalogue(SITE, [_dataset()], None)
    told = json.loads(text)
    used = {
        key.partition(":")[0] for key in json.dumps(told["dcat:dataset"]).split('"') if ":" in key and " " not in key
    }
    assert {one for one in used if one and one.isalpha() and len(one) < 6 and one not in ("http", "https")} <= set(
        told["@context"]
    )


def test_an_empty_catalogue_is_a_catalogue() -> None:
    told = json.loads(published_catalogue(SITE, [], None))
    assert told["@type"] == "dcat:Catalog"
    assert "dcat:dataset" not in told
