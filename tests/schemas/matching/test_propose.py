"""Columns found by their names and values; what is doubtful is asked, what is not alike is left."""

import pandas as pd
import pytest

from coeurdeville.schemas.catalogue import schema
from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.schemas.matching.propose import Line, propose
from coeurdeville.schemas.model import TableSchema


@pytest.fixture
def trees() -> TableSchema:
    return schema("arbres-urbains").schema


def of(fields: list[dict[str, object]]) -> TableSchema:
    return read_schema({"name": "essai", "fields": fields}).schema


def line(frame: dict[str, list[object]], wanted: TableSchema, field: str) -> Line | None:
    return next((one for one in propose(pd.DataFrame(frame), wanted).lines if one.field == field), None)


@pytest.mark.parametrize(
    ("column", "cells", "field"),
    [
        ("hauteur", ["12", "8,5"], "hauteur"),
        ("haut_tot", ["12", "8"], "hauteur"),
        ("essence", ["Tilia cordata", "Acer platanoides"], "espece"),
        ("espece", ["cordata", "×hispanica", "× hispanica", " Robur"], "espece"),
        ("INSEE", ["02691", "02691"], "code_insee"),
        ("Dte_plantation", ["2014", "12/03/2015"], "date_plantation"),
    ],
)
def test_usual_names_with_fitting_values_are_sure(
    trees: TableSchema, column: str, cells: list[object], field: str
) -> None:
    found = line({column: cells}, trees, field)
    assert found is not None
    assert found.sure, found


def test_values_that_do_not_fit_are_asked(trees: TableSchema) -> None:
    found = line({"hauteur": ["12", "petit", "grand", "moyen"]}, trees, "hauteur")
    assert found is not None
    assert not found.sure
    assert "25" in found.why


def test_a_name_that_only_contains_another_is_asked(trees: TableSchema) -> None:
    found = line({"fk_situation": ["alignement", "isolé"]}, trees, "situation")
    assert found is not None
    assert not found.sure


def test_a_column_of_listed_words_is_proposed_whatever_its_name(trees: TableSchema) -> None:
    found = line({"zz": ["alignement", "isolé", "Groupe"]}, trees, "situation")
    assert found is not None
    assert (found.sure, found.column) == (False, "zz")


def test_what_is_not_alike_is_left(trees: TableSchema) -> None:
    proposal = propose(pd.DataFrame({"couleur_des_bancs": ["vert"]}), trees)
    assert (proposal.lines, proposal.left) == ((), ("couleur_des_bancs",))


def test_a_column_serves_one_field_and_the_surest_takes_it(trees: TableSchema) -> None:
    proposal = propose(pd.DataFrame({"hauteur": ["1"], "haut_tot": ["2"]}), trees)
    assert [(one.field, one.column) for one in proposal.lines] == [("hauteur", "hauteur")]
    assert proposal.left == ("haut_tot",)


def test_the_unit_of_a_name_is_kept_and_metres_in_centimetres_are_doubted(trees: TableSchema) -> None:
    said = line({"hauteur_cm": ["1200", "800"]}, trees, "hauteur")
    assert said is not None
    assert said.unit == "cm"
    doubted = line({"diametre": ["0,35", "0,4", "0,2"]}, trees, "diametre")
    assert doubted is not None
    assert not doubted.sure
    assert "mètres" in doubted.doubt


def test_what_was_settled_comes_first(trees: TableSchema) -> None:
    former = Correspondance(colonnes={"hauteur": "h2"}, unites={"hauteur": "cm"})
    proposal = propose(pd.DataFrame({"hauteur": ["1"], "h2": ["200"]}), trees, former)
    assert proposal.mapping().colonnes == {"hauteur": "h2"}
    assert proposal.mapping().unites == {"hauteur": "cm"}


def test_states_that_tell_of_trees_gone_are_proposed(trees: TableSchema) -> None:
    proposal = propose(pd.DataFrame({"etat": ["en place", "abattu", "SUPPRIMÉ"]}), trees)
    assert proposal.etats[0].disparus == ("SUPPRIMÉ", "abattu")


def test_a_doubtful_line_waits_in_the_mapping() -> None:
    wanted = of([{"name": "surface", "type": "number"}])
    mapping = propose(pd.DataFrame({"surface": ["12", "grande", "petite"]}), wanted).mapping()
    assert mapping.colonnes == {}
    assert mapping.a_confirmer["surface"]["colonne"] == "surface"


def test_codes_without_a_dictionary_are_asked_with_what_to_write(trees: TableSchema) -> None:
    found = line({"fk_stadedev": ["1", "3", "3"]}, trees, "stade_developpement")
    assert found is not None
    assert not found.sure
    assert "[valeurs.stade_developpement]" in found.reason
