"""The kit: everything that the admission rules ask, and every way of failing them."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.core.problems import Level, Refused
from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import load_schema, read_schema
from coeurdeville.schemas.proposing.admission import admission
from coeurdeville.schemas.proposing.descriptor import Signature
from coeurdeville.schemas.proposing.faulty import faulty_example
from coeurdeville.schemas.proposing.kit import write_kit
from coeurdeville.schemas.proposing.proposal import propose

SIGNED = Signature("Ville de Valombre", date(2026, 11, 25), "Espaces verts", "https://donnees.valombre.fr/schemas")


@pytest.fixture
def kit(towns: list[Path], tmp_path: Path) -> Path:
    """A kit as the program writes it."""
    return write_kit(propose(towns, "espaces-verts"), SIGNED, tmp_path / "kit").folder


def codes(folder: Path) -> list[str]:
    return [one.code for one in admission(folder)]


def errors(folder: Path) -> list[str]:
    return [one.code for one in admission(folder) if one.level is Level.ERROR]


def change(folder: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    descriptor = json.loads((folder / "schema.json").read_text("utf-8"))
    edit(descriptor)
    (folder / "schema.json").write_text(json.dumps(descriptor), encoding="utf-8")


def test_kit_holds_what_is_asked_and_only_its_descriptions_are_left_to_write(kit: Path) -> None:
    assert {path.name for path in kit.iterdir()} == {
        "schema.json", "exemple-valide.csv", "exemple-invalide.csv", "README.md", "CHANGELOG.md", "suivi.toml",
        "verifications.md",
    }  # fmt: skip
    assert codes(kit) == ["admission-descriptions-a-ecrire"]


def test_schema_of_the_kit_is_right_for_frictionless(kit: Path) -> None:
    from frictionless import Schema, resources

    described = Schema.from_descriptor(json.loads((kit / "schema.json").read_text("utf-8")))
    for kind, valid in (("valide", True), ("invalide", False)):
        resource = resources.TableResource(path=f"exemple-{kind}.csv", basepath=str(kit), schema=described)
        assert resource.validate().valid is valid


def test_each_row_of_the_invalid_example_shows_a_fault(kit: Path) -> None:
    verdict = check(read_text(kit / "exemple-invalide.csv"), load_schema(kit / "schema.json").schema)
    assert len({int(row) for one in verdict.errors for row in one.rows}) >= verdict.rows - 1


def test_nothing_of_persons_is_written(kit: Path) -> None:
    written = "".join(path.read_text("utf-8") for path in kit.iterdir())
    assert not [word for word in ("Martin", "Dupont", "a@valombre.example") if word in written]
    assert "nom_agent" not in (kit / "schema.json").read_text("utf-8")
    assert "nom_agent" in (kit / "verifications.md").read_text("utf-8")


def test_checks_say_what_was_seen(kit: Path) -> None:
    said = (kit / "verifications.md").read_text("utf-8")
    assert "virgule décimale dans ville1.csv" in said
    assert "« SUP_M2 » (ville2.csv)" in said.replace("\u00a0", " ")
    assert "2 sur 2" in said


def test_kit_is_never_written_over_another(kit: Path, towns: list[Path]) -> None:
    before = {path.name: path.read_bytes() for path in kit.iterdir()}
    with pytest.raises(Refused) as caught:
        write_kit(propose(towns[:1], "autre"), SIGNED, kit)
    assert caught.value.problems[0].code == "proposition-deja-la"
    assert {path.name: path.read_bytes() for path in kit.iterdir()} == before


@pytest.mark.parametrize(
    "name", ["schema.json", "exemple-valide.csv", "exemple-invalide.csv", "README.md", "CHANGELOG.md"]
)
def test_absent_file_is_said(kit: Path, name: str) -> None:
    (kit / name).unlink()
    assert "admission-fichier-absent" in codes(kit)


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (lambda one: one.pop("lastModified"), "admission-metadonnees"),
        (lambda one: one.update(sources=[]), "admission-metadonnees"),
        (lambda one: one.update(version="1.0"), "admission-metadonnee-fautive"),
        (lambda one: one.update(version="1.0.0"), "admission-metadonnee-fautive"),
        (lambda one: one.update(name="Espaces Verts"), "admission-metadonnee-fautive"),
        (lambda one: one.update(homepage="http://valombre.fr"), "admission-metadonnee-fautive"),
        (lambda one: one.update(created="25/11/2026"), "admission-metadonnee-fautive"),
        (lambda one: one.update(created="2027-01-01"), "admission-metadonnee-fautive"),
        (lambda one: one["fields"][1].pop("title"), "admission-champs-incomplets"),
        (lambda one: one["fields"][1].pop("example"), "admission-champs-incomplets"),
        (lambda one: one["fields"][2].update(example="grand"), "admission-exemple-de-champ"),
        (lambda one: one["fields"][2].update(type="entier"), "schema-champ-fautif"),
        (lambda one: one.update(path="https://x.example/0.1.0/schema.json"), "admission-adresse-a-donner"),
        (lambda one: one.update(fields=None), "schema-illisible"),
    ],
)
def test_fault_of_the_schema_is_said(kit: Path, edit: Callable[[dict[str, Any]], object], code: str) -> None:
    change(kit, edit)
    assert code in codes(kit)


def test_changed_version_must_be_told_by_both_papers(kit: Path) -> None:
    change(kit, lambda one: one.update(version="0.2.0", path="https://donnees.valombre.fr/0.2.0/schema.json"))
    assert codes(kit).count("admission-version-non-dite") == 2


def test_valid_example_that_is_not_is_said(kit: Path) -> None:
    (kit / "exemple-valide.csv").write_bytes((kit / "exemple-invalide.csv").read_bytes())
    assert errors(kit) == ["admission-exemple-valide"]


def test_invalid_example_that_is_valid_is_said(kit: Path) -> None:
    (kit / "exemple-invalide.csv").write_bytes((kit / "exemple-valide.csv").read_bytes())
    assert errors(kit) == ["admission-exemple-invalide"]


def test_fault_of_the_follow_up_is_said_with_all_others(kit: Path) -> None:
    (kit / "suivi.toml").write_text("")
    (kit / "README.md").unlink()
    assert set(errors(kit)) == {"suivi-fautif", "admission-fichier-absent"}


def test_schema_that_accepts_everything_is_failed_by_its_header() -> None:
    table = read_schema({"fields": [{"name": "a"}, {"name": "b"}]}).schema
    assert faulty_example(table).startswith("colonne imprévue,b\n")


@pytest.mark.real
def test_real_inventories_make_a_kit_without_error_nor_agent(mirror: Path, tmp_path: Path) -> None:
    town = mirror / "towns" / "02691-saint-quentin"
    proposal = propose([town / "Data_Arbre.csv", town / "Patrimoine_Arbore_final.csv"], "arbres")
    assert errors(write_kit(proposal, SIGNED, tmp_path / "kit").folder) == []
    assert {"hauteur", "diametre", "remarquable"} <= {one.shared.key for one in proposal.fields}
    assert "created_user" in [one.column.name for one in proposal.personal]


@pytest.mark.real
def test_real_maps_of_two_towns_make_a_kit_without_error(mirror: Path, tmp_path: Path) -> None:
    towns = mirror / "towns"
    paths = [towns / "56260-vannes-sud-ouest" / "BUILDING.geojson", towns / "12174-olemps-bdtopo" / "BATIMENT.shp"]
    proposal = propose(paths, "batiments")
    assert errors(write_kit(proposal, SIGNED, tmp_path / "kit").folder) == []
    assert "geometrie" in [one.shared.key for one in proposal.fields]
