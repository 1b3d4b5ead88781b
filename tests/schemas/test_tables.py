"""The schemas of the project: admitted, proved by their examples, and tied to the layers both ways."""

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from coeurdeville.inventory.conversion import convert
from coeurdeville.layers.catalogue import layer
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.layers.trees import Trees
from coeurdeville.schemas.catalogue import own_schemas, schema
from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.in_french import columns_table
from coeurdeville.schemas.layer_mapping import LayerMapping, layer_mapping
from coeurdeville.schemas.model import Field
from coeurdeville.schemas.proposing.admission import admission

NAMES = ["arbres-urbains", "espaces-verts", "lieux-frais", "mesures-temperature"]
MAPPED = ["arbres-urbains", "espaces-verts"]
UNITS = re.compile(r"\((.+)\)$")


def folder(name: str) -> Path:
    return own_schemas()[name]


def mapping(name: str) -> LayerMapping:
    found = layer_mapping(name)
    assert found is not None
    return found


def columns(name: str) -> dict[str, Column]:
    kind = layer(mapping(name).layer)
    assert issubclass(kind, TableLayer)
    return {one.key: one for one in kind.columns}


def pairs(name: str) -> list[tuple[Field, Column]]:
    """Each field that is mapped, and its column of the layer."""
    known, found = schema(name).schema, columns(name)
    matched = [(known.field(field), found[key]) for key, field in mapping(name).columns.items()]
    return [(field, column) for field, column in matched if field is not None]


def theirs(name: str, file: str) -> Any:
    from frictionless import Schema, resources

    described = Schema.from_descriptor(json.loads((folder(name) / "schema.json").read_text("utf-8")))
    return resources.TableResource(path=file, basepath=str(folder(name)), schema=described).validate()


def test_the_four_are_there() -> None:
    assert list(own_schemas()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_frictionless_reads_the_schema_and_judges_its_examples_as_we_do(name: str) -> None:
    for kind, valid in (("valide", True), ("invalide", False)):
        file = f"exemple-{kind}.csv"
        assert theirs(name, file).valid is valid
        assert check(read_text(folder(name) / file), schema(name).schema).valid is valid


@pytest.mark.parametrize("name", NAMES)
def test_every_row_of_the_invalid_example_shows_a_fault(name: str) -> None:
    verdict = check(read_text(folder(name) / "exemple-invalide.csv"), schema(name).schema)
    wrong = {int(row) for one in verdict.errors for row in one.rows}
    assert len(wrong) >= verdict.rows - 1


@pytest.mark.parametrize("name", NAMES)
def test_admission_only_asks_for_the_address_where_it_will_be_published(name: str) -> None:
    assert [one.code for one in admission(folder(name))] == ["admission-adresse-a-donner"]


@pytest.mark.parametrize("name", NAMES)
def test_readme_shows_the_columns_as_the_schema_has_them(name: str) -> None:
    assert columns_table(schema(name).schema) in (folder(name) / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_papers_are_well_printed(name: str) -> None:
    described = json.loads((folder(name) / "schema.json").read_text("utf-8"))
    told = [described["title"], described["description"]]
    told += [text for one in described["fields"] for text in (one["title"], one["description"])]
    assert not [text for text in told if "'" in text or "  " in text]


@pytest.mark.parametrize("name", NAMES)
def test_no_field_is_about_a_person(name: str) -> None:
    words = {word for field in schema(name).schema.names for word in field.split("_")}
    assert not words & {"agent", "prenom", "mail", "courriel", "telephone", "proprietaire", "auteur", "remarque"}


def test_schemas_without_a_layer_have_no_mapping() -> None:
    assert [name for name in NAMES if layer_mapping(name)] == MAPPED


@pytest.mark.parametrize("name", MAPPED)
def test_every_mapped_field_and_column_exists(name: str) -> None:
    known, tie = schema(name).schema, mapping(name)
    fields = [*tie.columns.values(), *tie.places, *tie.states]
    assert not [one for one in fields if known.field(one) is None]
    assert not set(tie.columns) - set(columns(name))


@pytest.mark.parametrize("name", MAPPED)
def test_every_required_column_of_the_layer_is_mapped(name: str) -> None:
    assert not {key for key, one in columns(name).items() if one.required} - set(mapping(name).columns)


@pytest.mark.parametrize("name", MAPPED)
def test_units_are_those_of_the_layer(name: str) -> None:
    for field, column in pairs(name):
        said = UNITS.search(field.title)
        if column.unit:
            assert said is not None, field.name
            assert said[1] == column.unit, field.name


@pytest.mark.parametrize("name", MAPPED)
def test_ranges_and_lists_stand_within_those_of_the_layer(name: str) -> None:
    for field, column in pairs(name):
        if field.type in ("number", "integer"):
            assert column.minimum <= field.constraints["minimum"] <= field.constraints["maximum"] <= column.maximum
        if column.values:
            assert tuple(field.constraints["enum"]) == column.values


@pytest.mark.parametrize("name", MAPPED)
def test_the_layer_reads_every_cell_of_the_valid_example(name: str) -> None:
    frame = pd.read_csv(folder(name) / "exemple-valide.csv", dtype="str")
    for field, column in pairs(name):
        read = convert(frame[field.name], column)
        assert read.filled or frame[field.name].isna().all(), field.name
        assert not read.unreadable.any(), field.name
        assert not read.outside.any(), field.name


@pytest.mark.parametrize(("written", "right"), [("1500", True), ("2026-11", True), ("1499", False), ("2100", False)])
def test_dates_of_planting_are_years_that_the_layer_takes(written: str, right: bool) -> None:
    field = schema("arbres-urbains").schema.field("date_plantation")
    assert field is not None
    assert (re.fullmatch(field.constraints["pattern"], written) is not None) is right


def test_states_of_trees_that_are_gone_are_values_of_the_field() -> None:
    field = schema("arbres-urbains").schema.field("etat")
    assert field is not None
    assert set(field.constraints["enum"]) - set(mapping("arbres-urbains").states["etat"]) == {"en place"}


def test_the_layer_tells_a_felled_tree_as_the_mapping_does() -> None:
    assert issubclass(Trees, VectorLayer)
    assert Trees.state is not None
    assert {"abattu", "souche"} <= set(Trees.state.gone)


def test_tree_schema_keeps_the_names_of_the_withdrawn_one() -> None:
    kept = ["id", "longitude", "latitude", "date_releve", "famille", "genre", "espece", "cultivar_variete",
            "nom_vernaculaire", "code_insee", "code_postal", "adresse", "matricule", "date_plantation",
            "stade_developpement", "hauteur", "diametre", "circonference", "diametre_couronne", "type_sol",
            "description_pied_arbre", "type_enracinement", "port_arbre", "remarquable", "protege"]  # fmt: skip
    assert not set(kept) - set(schema("arbres-urbains").schema.names)
