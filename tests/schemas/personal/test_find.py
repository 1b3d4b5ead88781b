"""Persons found by the names of columns and by what is written in cells; others are left alone."""

import pandas as pd
import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.schemas.personal.find import find_personal, whole_columns
from coeurdeville.schemas.personal.grounds import grounds, require_grounds


def found(**columns: list[object]) -> dict[str, bool]:
    """Column -> whether it is left out whole."""
    return {one.column: one.whole for one in find_personal(pd.DataFrame(columns))}


@pytest.mark.parametrize(
    "name", ["agent", "created_user", "last_edited_user", "Editor", "proprietaire", "telephone", "saisi_par"]
)
def test_columns_named_for_persons_are_left_out(name: str) -> None:
    assert found(**{name: ["x", "y"]}) == {name: True}


@pytest.mark.parametrize("name", ["espece", "hauteur", "nom_du_parc", "gestionnaire_siren", "etat"])
def test_others_are_not(name: str) -> None:
    assert found(**{name: ["Tilia", "12"]}) == {}


def test_an_e_mail_or_a_phone_in_a_text_empties_its_cell_only() -> None:
    note = ["rien", *["abattre"] * 8, "appeler jean@ville.fr", "voir au 06 12 34 56 78"]
    (one,) = find_personal(pd.DataFrame({"remarque": note}))
    assert (one.whole, one.count) == (False, 2)
    assert not any("jean@ville.fr" in shown for shown in one.examples)


def test_an_identifier_with_figures_is_no_phone() -> None:
    assert found(guid=["{0612345678-5A5C-4F89-8162-79D756512251}", "x0612345678y"]) == {}


def test_a_first_name_makes_the_name_beside_it_one_of_a_person() -> None:
    assert found(nom=["Petit"], prenom=["Jean"]) == {"nom": True, "prenom": True}
    assert found(nom=["Parc du Château"]) == {}


def test_a_ground_of_the_list_keeps_a_column_and_is_said() -> None:
    ground = next(iter(grounds()))
    (one,) = find_personal(pd.DataFrame({"agent": ["x"]}), {"agent": ground})
    assert whole_columns([one]) == frozenset()
    assert one.problem.code == "donnees-personnelles-gardees"
    assert all(known.article for known in grounds().values())


def test_another_ground_is_refused() -> None:
    with pytest.raises(Refused, match="fondement-inconnu"):
        require_grounds({"agent": "parce que"})
