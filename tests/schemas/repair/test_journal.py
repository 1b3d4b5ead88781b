"""The log of a repair: everything that the conforming file no longer has, or has otherwise."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.readers.read import read
from coeurdeville.schemas.catalogue import schema
from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.mapping.correspondance import Correspondance, Etat
from coeurdeville.schemas.repair.repair import Repaired, repair
from coeurdeville.schemas.repair.results import log_csv

FIELDS: list[dict[str, Any]] = [
    {"name": "id"},
    {"name": "hauteur", "type": "number", "constraints": {"maximum": 70}},
    {"name": "stade", "constraints": {"enum": ["jeune", "adulte"]}},
]
WANTED = read_schema({"name": "essai", "fields": FIELDS}).schema


def repaired(tmp_path: Path, text: str, colonnes: Mapping[str, str], **more: Any) -> Repaired:
    path = tmp_path / "brut.csv"
    path.write_text(text, encoding="utf-8")
    return repair(read(path), WANTED, Correspondance(colonnes=colonnes, **more))


def journal(found: Repaired, rule: str) -> list[tuple[str, ...]]:
    """Field, column, count, before and after of the lines of a rule."""
    lines = csv.DictReader(io.StringIO(log_csv(found.changes).decode("utf-8-sig")), delimiter=";")
    return [tuple(one[name] for name in ("champ", "colonne", "nombre", "avant", "apres"))
            for one in lines if one["regle"] == rule]  # fmt: skip


def test_columns_that_go_are_told_with_what_they_held(tmp_path: Path) -> None:
    rows = "a;1;;Nord;Jean Petit;appeler le 06 12 34 56 78;ici\nb;2;;;Marie Grand;rien;coupé\n"
    text = f"id;haut;stade;secteur;agent;note;etat\n{rows}"
    found = repaired(tmp_path, text, {"id": "id", "hauteur": "haut", "stade": "stade"}, etats=(Etat("etat"),))
    assert journal(found, "colonne-retiree") == [("", "secteur", "1", "", ""), ("", "note", "2", "", "")]
    assert journal(found, "colonne-personnelle") == [("", "agent", "2", "", "")]
    assert journal(found, "cellules-personnelles") == [("", "note", "1", "", "")]
    assert journal(found, "colonne-d-etat-retiree") == [("", "etat", "2", "", "")]
    assert journal(found, "colonne-renommee") == [("hauteur", "haut", "2", "haut", "hauteur")]


def test_a_column_that_is_not_confirmed_is_told_apart(tmp_path: Path) -> None:
    doubt = {"stade": {"colonne": "age", "pourquoi": "nom proche"}}
    found = repaired(tmp_path, "id;age\na;vieux\n", {"id": "id"}, a_confirmer=doubt)
    assert journal(found, "colonne-a-confirmer") == [("", "age", "1", "", "")]
    assert journal(found, "colonne-retiree") == []


def test_columns_that_come_or_move_are_told(tmp_path: Path) -> None:
    found = repaired(tmp_path, "stade;id\njeune;a\n", {"id": "id", "stade": "stade"})
    assert journal(found, "colonnes-ajoutees") == [("", "", "0", "", "hauteur")]
    assert journal(found, "colonnes-ordonnees") == [("", "", "0", "stade, id", "id, stade")]


def test_a_file_that_is_as_it_should_be_has_an_empty_log(tmp_path: Path) -> None:
    found = repaired(tmp_path, "id,hauteur,stade\na,1,jeune\n", {name: name for name in WANTED.names})
    assert found.changes == ()


def test_every_text_that_is_lost_is_told_with_its_count(tmp_path: Path) -> None:
    text = "id;hauteur;stade\na;900;vieux\nb;NC;mort\nc;1;vieux\nd;-;\n"
    found = repaired(tmp_path, text, {name: name for name in WANTED.names})
    assert journal(found, "valeur-videe") == [
        ("hauteur", "", "1", "900", ""), ("stade", "", "2", "vieux", ""), ("stade", "", "1", "mort", ""),
    ]  # fmt: skip
    assert journal(found, "vide-ecrit") == [
        ("hauteur", "hauteur", "1", "NC", ""), ("hauteur", "hauteur", "1", "-", ""),
    ]  # fmt: skip


def test_texts_lost_by_a_rule_of_the_schema_are_all_told(tmp_path: Path) -> None:
    descriptor = {
        "fields": [{"name": "id"}, {"name": "siren"}],
        "custom_checks": [{"name": "french-siren-value", "params": {"column": "siren"}}],
    }
    path = tmp_path / "brut.csv"
    path.write_text("id;siren\na;123456789\nb;552100554\nc;123456780\nd;123456789\n")
    wanted = read_schema(descriptor).schema
    found = repair(read(path), wanted, Correspondance(colonnes={"id": "id", "siren": "siren"}))
    assert journal(found, "valeur-videe") == [
        ("siren", "", "2", "123456789", ""), ("siren", "", "1", "123456780", ""),
    ]  # fmt: skip


def test_a_formula_made_harmless_is_told_in_words(tmp_path: Path) -> None:
    found = repaired(tmp_path, "id;hauteur;stade\n=1+2;1;\n", {name: name for name in WANTED.names})
    assert journal(found, "formule-desarmee") == [
        ("id", "id", "1", "le même texte, sans l’apostrophe", "'=1+2")
    ]  # fmt: skip


def test_a_formula_told_by_a_constant_has_an_example(tmp_path: Path) -> None:
    found = repaired(tmp_path, "id\na\n", {"id": "id"}, constantes={"stade": "=1"})
    assert [one.after for one in found.changes if one.rule == "formule-desarmee"] == ["'=1"]


def test_what_reading_took_out_is_told(tmp_path: Path) -> None:
    text = 'id,hauteur,stade\na,1,"jeune\n,,\nb,2,jeune\nid,hauteur,stade\nc,3,jeune\n'
    found = repaired(tmp_path, text, {name: name for name in WANTED.names})
    said = {one.rule: (one.said, one.count) for one in found.changes}
    assert said == {
        "guillemets-non-fermes": ("guillemet jamais fermé, retiré (ligne 2)", 1),
        "lignes-vides": ("ligne entièrement vide, retirée", 1),
        "entete-repete": ("ligne d’en-tête répétée, retirée (ligne 5)", 1),
    }
    assert "guillemets-non-fermes" in [one.code for one in found.notes]


@pytest.mark.parametrize("place", [None, {"type": "Point", "coordinates": [3.28, 49.84]}])
def test_coordinates_are_told_for_the_cells_that_have_some(place: dict[str, Any] | None, tmp_path: Path) -> None:
    path = tmp_path / "arbres.geojson"
    features = [{"type": "Feature", "geometry": one, "properties": {"id": "a"}} for one in (place, None)]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    mapping = Correspondance(colonnes={"id": "id"}, constantes={"code_insee": "02691"})
    found = repair(read(path), schema("arbres-urbains").schema, mapping)
    told = {(one.rule, one.field): one.count for one in found.changes if one.rule.startswith("coordonnees")}
    placed = {("coordonnees-reprojetees", "longitude"): 1, ("coordonnees-reprojetees", "latitude"): 1}
    assert told == ({} if place is None else placed)
