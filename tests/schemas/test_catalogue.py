"""Schemas by name: ours, a file, a national one; each refusal names what to do."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import tomlkit

from coeurdeville.core.problems import Refused
from coeurdeville.net.net import Net
from coeurdeville.schemas.catalogue import own_schemas, schema, schema_titles
from coeurdeville.schemas.national import CATALOGUE, TABLE, national_entries

RECORDED = Path(__file__).parent / "recorded" / "schema_data_gouv"


@pytest.fixture
def net() -> Net:
    """A catalogue of two schemas, written by hand in its documented form."""
    return Net.replay(RECORDED)


def refusal(name: str | Path, net: Net | None = None) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        schema(name, net)
    (problem,) = caught.value.problems
    return problem.code, f"{problem.message} {problem.cure}"


def test_own_schemas_are_named_and_titled() -> None:
    assert schema_titles()["lieux-frais"] == "Lieux frais"
    assert set(schema_titles()) == set(own_schemas())


@pytest.mark.parametrize("name", ["arbres-urbains", "Arbres-Urbains", "árbres-urbains"])
def test_own_schema_is_found_whatever_case_and_accents(name: str) -> None:
    assert schema(name).schema.name == "arbres-urbains"


def test_unknown_name_is_refused_with_the_nearest() -> None:
    code, said = refusal("lieu-frais")
    assert code == "nom-inconnu"
    assert "lieux-frais" in said


def test_file_is_read_from_its_path(tmp_path: Path) -> None:
    (tmp_path / "mien.json").write_text('{"fields": [{"name": "a"}]}')
    assert schema(tmp_path / "mien.json").schema.names == ("a",)


def test_absent_file_is_said_absent(tmp_path: Path) -> None:
    assert refusal(tmp_path / "rien.json")[0] == "schema-absent"


def test_national_schema_is_taken_at_its_highest_version_which_is_said(net: Net) -> None:
    found = schema("valombre/schema-bancs", net)
    assert found.schema.version == "v0.10.0"
    assert found.problems[0].code == "schema-national-version"
    assert "0.10.0" in found.problems[0].message
    assert "23/11/2026" in found.problems[0].message
    assert "valombre/schema-bancs@0.10.0" in found.problems[0].cure


def test_faults_of_a_national_schema_are_said_with_its_version(net: Net) -> None:
    assert len(schema("valombre/schema-bancs", net).problems) == 2


@pytest.mark.parametrize("version", ["0.9.0", "v0.9.0"])
def test_national_schema_is_pinned_to_the_version_asked(net: Net, version: str) -> None:
    assert schema(f"valombre/schema-bancs@{version}", net).schema.version == "v0.9.0"


def test_unknown_version_is_refused_with_those_that_exist(net: Net) -> None:
    code, said = refusal("valombre/schema-bancs@3.0.0", net)
    assert code == "nom-inconnu"
    assert "0.10.0" in said


def test_unknown_national_name_is_refused_with_the_nearest(net: Net) -> None:
    assert "valombre/schema-bancs" in refusal("valombre/schema-banc", net)[1]


def test_what_is_no_table_is_refused(net: Net) -> None:
    assert refusal("valombre/schema-reseaux", net)[0] == "schema-pas-de-table"


def test_persons_of_the_catalogue_and_of_schemas_are_not_kept(net: Net) -> None:
    schema("valombre/schema-bancs", net)
    assert len(net.answers) == 2
    assert not [one for one in net.answers if b"personne" in one.body]


def test_national_schema_without_network_is_refused(tmp_path: Path) -> None:
    for offline in (None, Net(tmp_path)):
        code, said = refusal("valombre/schema-bancs", offline)
        assert code == "schema-national-hors-ligne"
        assert "--en-ligne" in said


def keep(folder: Path, name: str, address: str, body: Path) -> None:
    note = {"adresse": address, "date": datetime(2026, 8, 22, tzinfo=UTC), "corps": str(body)}
    (folder / f"{name}.toml").write_text(tomlkit.dumps(note))


def test_catalogue_of_another_form_is_refused(tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text('{"schemas": [{"nom": "x"}]}')
    keep(tmp_path, "c", CATALOGUE, tmp_path / "c.json")
    assert refusal("valombre/schema-bancs", Net.replay(tmp_path))[0] == "catalogue-des-schemas-inattendu"


@pytest.mark.real
def test_every_national_schema_of_a_table_can_be_named(mirror: Path, tmp_path: Path) -> None:
    """The latest descriptor that is kept stands for that of the version; one that is unreadable is named."""
    keep(tmp_path, "catalogue", CATALOGUE, mirror / "schemas" / "catalogue" / "schemas.json")
    tables = [one for one in national_entries(Net.replay(tmp_path)).values() if one.kind == TABLE]
    kept = {one.name: list((mirror / "schemas" / "latest" / one.name / "latest").rglob("*.json")) for one in tables}
    for rank, one in enumerate(tables):
        if kept[one.name]:
            keep(tmp_path, str(rank), one.versions[one.latest], kept[one.name][0])
    net = Net.replay(tmp_path)
    found = [schema(one.name, net) for one in tables if kept[one.name]]
    assert len(found) >= 50
    assert all(one.problems[0].code == "schema-national-version" for one in found)
    assert all(one.schema.fields for one in found)


@pytest.mark.real
def test_recorded_catalogue_has_the_form_of_the_real_one(mirror: Path) -> None:
    real = json.loads((mirror / "schemas" / "catalogue" / "schemas.json").read_text("utf-8"))
    ours = json.loads((RECORDED / "catalogue.json").read_text("utf-8"))
    assert set(ours) == set(real)
    assert set(ours["schemas"][0]) <= set(real["schemas"][0])
    assert set(ours["schemas"][0]["versions"][0]) == set(real["schemas"][0]["versions"][0])
