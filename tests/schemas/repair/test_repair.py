"""A raw file repaired: what conforms, what is rejected, what was changed; no row is lost, no person comes out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.readers.read import read
from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.mapping.correspondance import Correspondance, Etat, Lecture
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.repair.judging import csv_of
from coeurdeville.schemas.repair.repair import REASONS, Repaired, repair
from coeurdeville.territories.communes import find
from coeurdeville.territories.territory import territory_of

FIELDS: list[dict[str, Any]] = [
    {"name": "id", "type": "string", "constraints": {"required": True, "unique": True}},
    {"name": "hauteur", "title": "Hauteur (m)", "type": "number", "constraints": {"minimum": 0, "maximum": 70}},
    {"name": "stade", "type": "string", "constraints": {"enum": ["jeune", "adulte"]}},
    {"name": "plante", "type": "date"},
    {"name": "protege", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]},
]


def wanted(fields: list[dict[str, Any]] = FIELDS, **more: Any) -> TableSchema:
    return read_schema({"name": "essai", "fields": fields, **more}).schema


def repaired(tmp_path: Path, text: str, schema: TableSchema, colonnes: Mapping[str, str], **more: Any) -> Repaired:
    path = tmp_path / "brut.csv"
    path.write_text(text, encoding="utf-8")
    return repair(read(path), schema, Correspondance(colonnes=colonnes, **more))


SAME = {name: name for name in ("id", "hauteur", "stade", "plante", "protege")}


def test_cells_are_written_as_the_schema_wants_and_the_result_conforms(tmp_path: Path) -> None:
    text = "id;hauteur;stade;plante;protege\na; 12,5 m;ADULTE;12/03/2015;O\nb;NC;Jeune;;Non\n"
    schema = wanted()
    found = repaired(tmp_path, text, schema, SAME)
    out = tmp_path / "essai.csv"
    out.write_bytes(csv_of(found.table))
    assert out.read_text() == "id,hauteur,stade,plante,protege\na,12.5,adulte,2015-03-12,oui\nb,,jeune,,non\n"
    assert check(read_text(out), schema).valid
    assert {one.rule for one in found.changes} >= {"nombre-reecrit", "valeur-de-la-liste", "date-reecrite", "oui-non"}


def test_a_wrong_cell_is_emptied_where_it_may_be_and_rejects_its_row_where_not(tmp_path: Path) -> None:
    text = "id;hauteur;stade;plante;protege\na;900;vieux;;\n;5;jeune;;\na;6;adulte;;\n"
    found = repaired(tmp_path, text, wanted(), SAME)
    assert found.table["id"].tolist() == ["a"]
    assert found.table[["hauteur", "stade"]].isna().to_numpy().all()
    assert found.rejects[REASONS].tolist() == [
        "«\u00a0id\u00a0» doit être rempli partout.",
        "Des valeurs de «\u00a0id\u00a0» sont répétées.",
    ]
    assert [(one.field, one.count, one.before) for one in found.changes if one.rule == "valeur-videe"] == [
        ("hauteur", 1, "900"), ("stade", 1, "vieux"),
    ]  # fmt: skip


def test_every_row_read_is_kept_or_rejected_and_what_is_gone_is_apart(tmp_path: Path) -> None:
    text = "id;hauteur;stade;plante;protege;etat\na;1;;;;en place\nb;2;;;;abattu\n;3;;;;en place\n"
    found = repaired(tmp_path, text, wanted(), SAME, etats=(Etat("etat", ("abattu",)),))
    assert (found.read, len(found.table), len(found.rejects), found.gone) == (3, 1, 2, 1)
    assert found.rejects["ligne_du_fichier"].tolist() == [3, 4]


def test_a_dictionary_of_codes_and_a_unit_are_applied(tmp_path: Path) -> None:
    found = repaired(tmp_path, "id;h;s\na;1200;2\n", wanted(), {"id": "id", "hauteur": "h", "stade": "s"},
                     unites={"hauteur": "cm"}, valeurs={"stade": {"2": "adulte"}})  # fmt: skip
    assert found.table[["hauteur", "stade"]].to_numpy().tolist() == [["12", "adulte"]]


def test_persons_come_out_nowhere(tmp_path: Path) -> None:
    text = "id;hauteur;agent;remarque\na;1;Jean Petit;appeler le 06 12 34 56 78\n;2;Marie Grand;rien\n"
    found = repaired(tmp_path, text, wanted(), {"id": "id", "hauteur": "hauteur"})
    shown = csv_of(found.rejects).decode() + csv_of(found.table).decode()
    assert "Grand" not in shown
    assert "06 12" not in shown
    assert {one.column for one in found.personal} == {"agent", "remarque"}


def test_coordinates_of_any_projection_become_degrees_and_rows_get_an_identifier(tmp_path: Path) -> None:
    place = {"type": "number", "constraints": {"required": True}}
    schema = wanted(
        [
            {"name": "id", "constraints": {"required": True}},
            {"name": "longitude", **place},
            {"name": "latitude", **place},
        ],
        primaryKey="id",
    )
    text = "X;Y\n718000;6973000\n718100;6973050\n"
    path = tmp_path / "lieux.csv"
    path.write_text(text)
    found = repair(read(path), schema, Correspondance(Lecture(x="X", y="Y", projection=2154)))
    assert found.table["longitude"].str.fullmatch(r"3\.\d{6}").all()
    assert found.table["latitude"].str.fullmatch(r"49\.\d{6}").all()
    assert found.table["id"].tolist() == ["lieux-2", "lieux-3"]
    assert len(found.rejects) == 0


def test_a_tree_named_in_one_cell_is_split(tmp_path: Path) -> None:
    schema = wanted([{"name": "genre"}, {"name": "espece"}, {"name": "famille"}])
    found = repaired(
        tmp_path, "essence;n\nTilia cordata;1\nTILCOR;2\nInconnu machin;3\n", schema, {"espece": "essence"}
    )
    assert found.table[["genre", "espece", "famille"]].fillna("").to_numpy().tolist()[:2] == [
        ["Tilia", "cordata", "Malvaceae"], ["Tilia", "cordata", "Malvaceae"],
    ]  # fmt: skip
    assert found.table["espece"].tolist()[2] == "Inconnu machin"


def test_a_formula_is_never_emitted_alive(tmp_path: Path) -> None:
    found = repaired(tmp_path, "id\n=1+2\n", wanted([{"name": "id"}]), {"id": "id"})
    assert found.table["id"].tolist() == ["'=1+2"]


def test_every_fault_of_a_mapping_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        repaired(tmp_path, "a\n1\n", wanted(), {"id": "absente", "inconnu": "a"})
    assert [one.code for one in refused.value.problems] == [
        "correspondance-colonne-absente", "correspondance-champ-inconnu",
    ]  # fmt: skip


def test_the_file_itself_is_not_touched(tmp_path: Path) -> None:
    text = "id;hauteur\na;1,5\n"
    repaired(tmp_path, text, wanted(), {"id": "id", "hauteur": "hauteur"})
    assert (tmp_path / "brut.csv").read_text() == text


def test_a_false_number_in_an_optional_field_is_emptied_and_its_row_kept(tmp_path: Path) -> None:
    fields = [{"name": "id"}, {"name": "siren"}]
    schema = wanted(fields, custom_checks=[{"name": "french-siren-value", "params": {"column": "siren"}}])
    found = repaired(tmp_path, "id;siren\na;123456789\nb;552100554\n", schema, {"id": "id", "siren": "siren"})
    assert found.table["siren"].fillna("").tolist() == ["", "552100554"]
    assert [(one.rule, one.before) for one in found.changes] == [("valeur-videe", "123456789")]


def test_rows_go_until_every_reference_leads_somewhere(tmp_path: Path) -> None:
    fields = [{"name": "id", "constraints": {"required": True}}, {"name": "sous", "constraints": {"required": True}}]
    schema = wanted(fields, foreignKeys=[{"fields": "sous", "reference": {"resource": "", "fields": "id"}}])
    text = "id;sous\n" + "".join(f"{rank};{rank + 1}\n" for rank in range(6)) + "z;z\n"
    found = repaired(tmp_path, text, schema, {"id": "id", "sous": "sous"})
    assert found.table["id"].tolist() == ["z"]


@pytest.mark.parametrize(("commune", "day"), [("97105", "2019-12-31"), ("02691", "2020-01-01")])
def test_the_day_of_an_hour_told_in_universal_time_is_that_of_the_town(tmp_path: Path, commune: str, day: str) -> None:
    path = tmp_path / "brut.csv"
    path.write_text("plante\n2020/01/01 02:00:00+00\n")
    town = territory_of(find(commune).commune)
    schema = wanted([{"name": "plante", "type": "date"}])
    found = repair(read(path), schema, Correspondance(colonnes={"plante": "plante"}), territory=town)
    assert found.table["plante"].tolist() == [day]
