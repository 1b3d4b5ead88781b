"""Descriptors: what is opened, what is refused, which faults are named and where."""

import json
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import ReadSchema, load_schema, read_schema


def faults(*fields: dict[str, Any], **schema: Any) -> list[str]:
    """Messages on a schema, with plain spaces."""
    return [said(one) for one in read_schema({"name": "s", "fields": list(fields), **schema}).problems]


def said(problem: Problem) -> str:
    return problem.message.replace("\u00a0", " ")


def refusal(content: Any, folder: Path, name: str = "schema.json") -> Problem:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        load_schema(path)
    (problem,) = refused.value.problems
    return problem


def test_a_right_schema_has_no_fault() -> None:
    field = {"name": "haut", "type": "number", "example": 12.5, "constraints": {"minimum": 0, "maximum": 60}}
    assert faults(field, primaryKey="haut", custom_checks=[{"name": "x", "params": {"column": "haut"}}]) == []


@pytest.mark.parametrize(
    ("field", "fault"),
    [
        ({"type": "chaine"}, "le type « chaine » n’existe pas"),
        ({"type": "date", "example": "12/2020"}, "l’exemple « 12/2020 » n’est pas une date (2026-11-23)"),
        ({"example": "z", "constraints": {"enum": ["a"]}}, "l’exemple « z » ne suit pas sa propre règle « enum »"),
        ({"example": ["a", "z"], "constraints": {"enum": ["a"]}}, "l’exemple « z » ne suit pas"),
        ({"constraints": ["required"]}, "« constraints » n’est pas un objet"),
        ({"constraints": {"required": "oui"}}, "« required » doit valoir true ou false"),
        ({"constraints": {"enum": "a"}}, "« enum » n’est pas une liste"),
        ({"constraints": {"pattern": "("}}, "« pattern » n’est pas une expression régulière : ("),
        ({"constraints": {"maxLength": "12"}}, "« maxLength » doit être un nombre entier"),
        ({"constraints": {"minimum": 1}}, "« minimum » ne s’applique pas au type « string »"),
        ({"type": "integer", "constraints": {"minimum": "un"}}, "« minimum » vaut « un »"),
        ({"type": "integer", "constraints": {"enum": [1, "deux"]}}, "« enum » contient « deux »"),
        ({"contraints": {}}, "« contraints » est sans doute « constraints »"),
        ({"exemple": "a"}, "« exemple » est sans doute « example »"),
        ({"enum": ["a"]}, "« enum » se place sous « constraints »"),
        ({"pattern": "a"}, "« pattern » se place sous « constraints »"),
        ({"type": "list", "delimiter": ""}, "« delimiter » doit être un caractère"),
        ({"type": "list", "itemType": "geojson"}, "« itemType » doit être un type simple"),
        ({"type": "boolean", "trueValues": "oui"}, "« trueValues » doit être une liste de textes"),
        ({"type": "date", "format": "AAAA-MM-JJ"}, "le format « AAAA-MM-JJ » n’a aucun code"),
        ({"format": "adresse"}, "le format « adresse » n’existe pas pour ce type"),
    ],
)
def test_a_fault_of_a_field_is_named_with_the_field(field: dict[str, Any], fault: str) -> None:
    (message,) = faults({"name": "c", **field})
    assert message.startswith("Le schéma « s » est fautif au champ « c » : ")
    assert fault in message


@pytest.mark.parametrize(
    ("schema", "fault"),
    [
        ({"primaryKey": "absent"}, "la clé primaire nomme un champ qui n’existe pas (absent)"),
        ({"primaryKey": {"a": 1}}, "« primaryKey » n’est ni"),
        ({"foreignKeys": {"fields": "c"}}, "« foreignKeys » n’est pas une liste"),
        ({"foreignKeys": [{"fields": "c", "reference": "autre"}]}, "une clé étrangère ne dit pas"),
        ({"foreignKeys": [{"fields": ["c"], "reference": {"fields": ["a", "b"]}}]}, "autant de champs"),
        ({"foreignKeys": [{"fields": "c", "reference": {"resource": "", "fields": "z"}}]}, "nomme « z »"),
        ({"custom_checks": [{"params": {}}]}, "une règle de « custom_checks » n’a pas de nom"),
        ({"custom_checks": "siret"}, "« custom_checks » n’est pas une liste"),
    ],
)
def test_a_fault_of_the_schema_is_named(schema: dict[str, Any], fault: str) -> None:
    (message,) = faults({"name": "c"}, **schema)
    assert fault in message


def test_fields_without_a_name_or_of_one_name_are_said_and_the_first_is_kept() -> None:
    read = read_schema({"fields": [{"name": "a", "type": "date"}, {"name": "a"}, {"title": "sans nom"}, "b"]}, "s.json")
    assert [(one.name, one.type) for one in read.schema.fields] == [("a", "date")]
    assert [said(one).partition(" : ")[2] for one in read.problems] == [
        "le champ n° 3 n’a pas de nom.", "le champ n° 4 n’a pas de nom.", "ce nom est donné à plusieurs champs.",
    ]  # fmt: skip


def test_what_can_be_checked_is_kept_beside_a_fault() -> None:
    read = read_schema({"fields": [{"name": "a", "type": "integer", "constraints": {"minimum": "un", "maximum": 9}}]})
    assert dict(read.schema.fields[0].constraints) == {"maximum": 9}


def test_keys_of_json_schema_are_counted_once() -> None:
    (message,) = faults({"name": "a", "nullable": True}, {"name": "b", "nullable": False, "items": {}})
    assert "« items » (1 champ) et « nullable » (2 champs)" in message


def test_a_package_of_one_table_is_its_schema(tmp_path: Path) -> None:
    path = tmp_path / "datapackage.json"
    package = {"resources": [{"name": "arbres", "schema": {"fields": [{"name": "id"}]}}, {"path": "lisez-moi.txt"}]}
    path.write_text(json.dumps(package), encoding="utf-8")
    read = load_schema(path)
    assert (read.schema.name, read.schema.names) == ("arbres", ("id",))


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        ("fields:\n- name: a\n", "schema-illisible", "ce n’est pas du JSON"),
        ("[" * 100_000, "schema-illisible", "ce n’est pas du JSON"),
        ([], "schema-illisible", "ce n’est pas un objet JSON"),
        ({"fields": {}}, "schema-illisible", "« fields » n’est pas une liste"),
        ({"properties": {}}, "schema-illisible", "JSON Schema"),
        ({"resources": [{"schema": {"fields": []}, "name": "a"}, {"schema": "b.json"}]}, "schema-de-plusieurs-tables",
         "2 tables : « a » et « b.json »"),
        ({"resources": [{"schema": "b.json"}]}, "schema-ailleurs", "« b.json »"),
    ],
)  # fmt: skip
def test_what_is_no_schema_of_one_table_is_refused(content: Any, code: str, words: str, tmp_path: Path) -> None:
    problem = refusal(content, tmp_path)
    assert problem.code == code
    assert words in said(problem)


def test_yaml_is_refused_by_its_name(tmp_path: Path) -> None:
    assert "YAML" in refusal("fields:\n- name: a\n", tmp_path, "schema.yaml").message


def test_an_absent_or_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="fichier-introuvable"):
        load_schema(tmp_path / "absent.json")
    assert refusal("", tmp_path).code == "fichier-vide"


def opened(folder: Path) -> tuple[dict[str, ReadSchema], dict[str, str]]:
    """Every file of a folder: its schema, or the code of its refusal."""
    read: dict[str, ReadSchema] = {}
    refused: dict[str, str] = {}
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        name = path.relative_to(folder).as_posix()
        try:
            read[name] = load_schema(path)
        except Refused as failure:
            refused[name] = failure.problems[0].code
    return read, refused


@pytest.mark.real
def test_each_schema_of_the_national_catalogue_is_opened_or_refused(mirror: Path) -> None:
    read, refused = opened(mirror / "schemas" / "latest")
    assert (len(read), len(refused)) == (60, 17)
    assert sorted(refused.values()) == ["schema-de-plusieurs-tables"] * 9 + ["schema-illisible"] * 8
    faulty = {name: [said(one) for one in schema.problems] for name, schema in read.items() if schema.problems}
    assert any(
        "« longitude » : « contraints » est sans doute « constraints »" in one
        for one in faulty["MTES-MCT/acceslibre-erp-base/latest/schema.json"]
    )
    assert any("« emprise » : « enum » se place" in one for one in faulty["cnigfr/atlas-paysager/latest/schema.json"])
    assert any(
        "« DISPOSITION » : l’exemple « Bataille »" in one
        for one in faulty["CEREMA/schema-aire-livraison/latest/schema.json"]
    )
    assert "scdl/deliberations/latest/schema.json" not in faulty
    assert len(read["scdl/deliberations/latest/schema.json"].schema.custom_checks) == 11


EXAMPLES = {
    "schema-arbre/schema.json": "schema-arbre/exemple-valide.csv",
    "schema-catalogue-donnees/schema.json": "schema-catalogue-donnees/exemple-valide.csv",
    "schema-fontaine-eau/schema.json": "schema-fontaine-eau/exemple-valide.csv",
    "schema-irve/dynamique/schema-dynamique.json": "schema-irve/dynamique/exemple-valide-dynamique.csv",
    "schema-irve/statique/schema-statique.json": "schema-irve/statique/exemple-valide-statique.csv",
    "schema-vegetaux/schema.json": "schema-vegetaux/sesame13.csv",
}


@pytest.mark.real
@pytest.mark.parametrize("schema", EXAMPLES)
def test_published_examples_are_valid_and_are_not_once_spoilt(schema: str, mirror: Path, tmp_path: Path) -> None:
    folder = mirror / "schemas" / "examples"
    wanted, example = load_schema(folder / schema).schema, folder / EXAMPLES[schema]
    verdict = check(read_text(example), wanted, match="names")
    assert verdict.valid
    assert verdict.rows > 0
    field = next(one for one in wanted.fields if one.type in ("number", "date", "integer", "datetime", "boolean"))
    text = example.read_text(encoding="utf-8-sig")
    delimiter = max(",;", key=text.splitlines()[0].count)
    cells = {name: "abc" if name == field.name else "" for name in text.splitlines()[0].split(delimiter)}
    spoilt = tmp_path / "invalide.csv"
    spoilt.write_text(f"{text.rstrip()}\n{delimiter.join(cells.values())}\n", encoding="utf-8")
    assert "type-error" in {one.kind.code for one in check(read_text(spoilt), wanted, match="names").errors}
