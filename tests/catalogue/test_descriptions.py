"""What catalogues, programs and people are told of the data."""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import frictionless
import pytest

from coeurdeville.catalogue.contact import Contact
from coeurdeville.catalogue.coverage import Coverage
from coeurdeville.catalogue.dataset import Dataset
from coeurdeville.catalogue.dcat import dcat
from coeurdeville.catalogue.licence_terms import terms_of
from coeurdeville.catalogue.markdown import code, told
from coeurdeville.catalogue.opening import write_package
from coeurdeville.catalogue.resource import CSV, Resource
from coeurdeville.catalogue.scdl_catalogue import scdl_catalogue
from coeurdeville.catalogue.schema_reference import SchemaReference
from coeurdeville.catalogue.vocabularies import EU_FREQUENCIES, Scale, eu_themes
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import LICENCES
from coeurdeville.core.provenance import Origin
from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import load_schema, read_schema
from coeurdeville.schemas.model import TableSchema

FILE = Resource("arbres-redon.csv", CSV, 12, "ab" * 32)
OPEN = [one for one in LICENCES.values() if one.open]


@pytest.fixture
def package(tmp_path: Path, dataset: Dataset, trees: bytes, schema: TableSchema) -> Path:
    """The whole package of the trees of Redon."""
    return write_package(tmp_path / "un", dataset, trees, schema)[0].parent


def described(dataset: Dataset) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(dcat(dataset, [FILE]))
    return content


def words(node: Any) -> Iterator[str]:
    """Every key and every class of a description, its context apart."""
    for one in node if isinstance(node, list) else ():
        yield from words(one)
    for key, value in node.items() if isinstance(node, dict) else ():
        if key == "@type":
            yield from [value] if isinstance(value, str) else value
        elif key != "@context":
            yield key
            yield from words(value)


def test_frictionless_finds_the_package_and_its_data_valid(package: Path) -> None:
    report = frictionless.validate(str(package / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert [task.type for task in report.tasks] == ["table", "json"]


def test_frictionless_sees_data_that_were_changed(package: Path) -> None:
    data = package / "arbres-redon.csv"
    data.write_bytes(data.read_bytes().replace(b"12.5", b"12.6"))
    assert not frictionless.validate(str(package / "datapackage.json")).valid


def test_datapackage_tells_size_and_fingerprint_of_each_file(package: Path) -> None:
    for one in json.loads((package / "datapackage.json").read_bytes())["resources"]:
        content = (package / one["path"]).read_bytes()
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_datapackage_holds_the_schema_and_says_where_it_comes_from(package: Path, schema: TableSchema) -> None:
    resource = json.loads((package / "datapackage.json").read_bytes())["resources"][0]
    assert resource["schema"] == schema.descriptor == json.loads((package / "schema.json").read_bytes())
    assert resource["conformsTo"] == "https://example.org/arbres/schema.json"


def test_a_key_that_leads_to_another_table_is_not_in_the_package(tmp_path: Path, dataset: Dataset) -> None:
    key = {"fields": "id", "reference": {"resource": "quartiers", "fields": "id"}}
    descriptor = {"name": "essai", "fields": [{"name": "id", "type": "integer"}], "foreignKeys": [key]}
    told_of = replace(dataset, columns=("id",), rows=1, schema=SchemaReference("essai"))
    package = write_package(tmp_path / "un", told_of, b"id\n1\n", read_schema(descriptor).schema)[0].parent
    assert frictionless.validate(str(package / "datapackage.json")).valid
    assert json.loads((package / "schema.json").read_bytes()) == descriptor


def test_line_of_catalogue(dataset: Dataset) -> None:
    (row,) = csv.DictReader(io.StringIO(scdl_catalogue(dataset, [FILE]), newline=""))
    assert row["COLL_SIRET"] == "21350236200014"
    assert (row["FREQ_MAJ"], row["COUV_SPAT_MAILLE"]) == ("Annuelle", "Communale")
    assert row["MOTS_CLES"] == "arbres;especes vegetales"
    assert (row["COUV_TEMP_DEBUT"], row["COUV_TEMP_FIN"]) == ("2025-01-01", "2025-12-31")
    assert (row["NOMBRE_RESSOURCES"], row["FORMAT_RESSOURCES"]) == ("1", "csv")


def test_a_formula_is_never_emitted_alive_in_the_catalogue(dataset: Dataset) -> None:
    line = scdl_catalogue(replace(dataset, title="=1+1"), [FILE])
    assert next(csv.DictReader(io.StringIO(line, newline="")))["TITRE"] == "'=1+1"


@pytest.mark.real
@pytest.mark.parametrize("licence", OPEN, ids=lambda one: one.key)
def test_line_conforms_to_the_schema_of_the_scdl(mirror: Path, tmp_path: Path, dataset: Dataset, licence: Any) -> None:
    read = load_schema(mirror / "schemas/latest/scdl/catalogue/latest/schema.json")
    path = tmp_path / "catalogue.csv"
    path.write_text(scdl_catalogue(replace(dataset, licence=licence), [FILE]), "utf-8", newline="")
    verdict = check(read_text(path, delimiter=","), read.schema)
    assert not read.problems
    assert verdict.valid, [str(one.problem) for one in verdict.findings]


@pytest.mark.real
def test_lists_are_those_of_the_scdl(mirror: Path) -> None:
    schema = load_schema(mirror / "schemas/latest/scdl/catalogue/latest/schema.json").schema
    wanted = {field.name: field.constraints["enum"] for field in schema.fields if "enum" in field.constraints}
    assert list(Frequency) == wanted["FREQ_MAJ"]
    assert list(Scale) == wanted["COUV_SPAT_MAILLE"]
    assert {terms_of(one).scdl for one in OPEN} < set(wanted["LICENCE"])


def test_context_of_dcat_is_what_is_used(dataset: Dataset) -> None:
    content = described(dataset)
    text = json.dumps({key: one for key, one in content.items() if key != "@context"})
    used = {word.partition(":")[0] for word in words(content) if not word.startswith("@")} | {"xsd"}
    assert used == set(content["@context"])
    assert all(f'"{prefix}:' in text for prefix in content["@context"])


def test_dcat_has_what_dcat_ap_requires_and_recommends(dataset: Dataset) -> None:
    content = described(dataset)
    assert content["@type"] == "dcat:Dataset"
    required = {"dct:title", "dct:description"}
    recommended = {
        "dcat:contactPoint", "dcat:distribution", "dcat:keyword", "dct:publisher", "dct:spatial", "dct:temporal",
        "dcat:theme",
    }  # fmt: skip
    assert required | recommended <= set(content)
    (distribution,) = content["dcat:distribution"]
    assert {"dcat:accessURL", "dct:format", "dct:license"} <= set(distribution)
    assert "foaf:name" in content["dct:publisher"]
    assert {"spdx:algorithm", "spdx:checksumValue"} <= set(distribution["spdx:checksum"])


def test_dcat_names_things_by_their_addresses(dataset: Dataset) -> None:
    content = described(dataset)
    assert content["dct:spatial"]["@id"] == "http://id.insee.fr/geo/commune/35236"
    assert content["dct:accrualPeriodicity"]["@id"].endswith("/authority/frequency/ANNUAL")
    assert content["dct:conformsTo"]["@id"] == "https://example.org/arbres/schema.json"
    assert content["dcat:contactPoint"]["vcard:hasEmail"]["@id"] == "mailto:espaces-verts@ville-redon.example"
    assert content["dcat:distribution"][0]["@id"] == f"{dataset.page}#arbres-redon.csv"


def test_dcat_leaves_out_what_is_not_known(dataset: Dataset) -> None:
    content = described(
        replace(
            dataset, method="", theme="Divers", schema=SchemaReference("arbres-essai"),
            coverage=Coverage(Scale.DEPARTEMENT, "35236", "Ille-et-Vilaine"),
            contact=Contact("Service open data", "https://ville.example/contact"),
        )
    )  # fmt: skip
    assert not {"dct:provenance", "dcat:theme"} & set(content)
    assert "rdfs" not in content["@context"]
    assert "@id" not in content["dct:spatial"]
    assert "@id" not in content["dct:conformsTo"]
    assert content["dcat:contactPoint"]["vcard:hasURL"] == {"@id": "https://ville.example/contact"}


def test_every_frequency_has_its_european_word() -> None:
    assert set(EU_FREQUENCIES) == set(Frequency)
    assert len(set(EU_FREQUENCIES.values())) == len(Frequency)


def test_themes_are_read_in_the_words_of_a_free_theme() -> None:
    assert eu_themes("Environnement, climat et mobilité") == {"ENVI": "Environnement", "TRAN": "Transports"}
    assert eu_themes("Fêtes") == {}


def test_papers_say_what_must_be_said(package: Path) -> None:
    readme = (package / "LISEZMOI.md").read_text("utf-8")
    sheet = (package / "fiche-metadonnees.md").read_text("utf-8")
    assert "mis à jour le 02/04/2026, Licence Ouverte 2.0" in readme
    assert "`agent`\u00a0: nom de la personne qui a fait le relevé" in readme
    assert "1\u00a0ligne sans coordonnées y figure sans géométrie" in readme
    assert all(f"`{one.name}`" in readme for one in package.iterdir())
    assert "| Fréquence de mise à jour | Annuelle |" in sheet
    assert "Relevé à pied, au GPS." in sheet
    assert "Les arbres des jardins privés n’y sont pas." in sheet
    assert "`Tilia cordata` ou `Acer campestre`" in sheet


def test_papers_follow_french_typography(package: Path, misprints: Callable[[str], list[str]]) -> None:
    found = [
        (path.name, line, misprints(line))
        for path in package.glob("*.md")
        for line in path.read_text("utf-8").splitlines()
        if misprints(line)
    ]
    assert found == []


def test_sources_are_cited(tmp_path: Path, dataset: Dataset, trees: bytes, schema: TableSchema) -> None:
    origin = Origin("Carte des arbres", "Contributeurs", licence=dataset.licence, page="https://carte.example.org/")
    written = write_package(tmp_path / "un", replace(dataset, sources=(origin,)), trees, schema)
    papers = {path.name: path.read_text("utf-8") for path in written}
    assert "Carte des arbres, Contributeurs, date inconnue" in papers["fiche-metadonnees.md"]
    assert json.loads(papers["datapackage.json"])["sources"][0]["path"] == "https://carte.example.org/"


def test_a_text_cannot_change_a_page_of_markdown() -> None:
    assert told("<script>\n[a](javascript:b) | *c*") == r"\<script\> \[a\](javascript:b) \| \*c\*"
    assert told("voir https://a.example/b_c|d") == r"voir <https://a.example/b_c>\|d"
    assert code("a`b|c") == r"`a b\|c`"
