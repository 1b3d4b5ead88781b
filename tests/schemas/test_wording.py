"""What a field wants, in French that an officer reads."""

from typing import Any

import pytest

from coeurdeville.schemas.checking.wording import constraint_words, type_words
from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.catalogue import field_types


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (Field("x", "integer"), "un nombre entier"),
        (Field("x", "number"), "un nombre, avec un point pour les décimales"),
        (Field("x", "number", options={"decimalChar": ","}), "un nombre, avec une virgule pour les décimales"),
        (Field("x", "date"), "une date (2026-11-23)"),
        (Field("x", "date", "%d/%m/%Y"), "une date de la forme JJ/MM/AAAA"),
        (Field("x", "string", "email"), "une adresse électronique (nom@exemple.fr)"),
        (Field("x", "boolean", options={"trueValues": ["Oui", "oui"], "falseValues": ["non"]}), "« Oui » ou « non »"),
        (Field("x", "boolean"), "oui ou non, en écrivant « true », « 1 », « false » ou « 0 »"),
    ],
)
def test_the_type(field: Field, said: str) -> None:
    words = type_words(field, field_types()[field.type])
    assert plain(words["said"] + words["form"]) == said


def test_a_cell_that_must_be_filled_is_not_to_be_emptied() -> None:
    kind = field_types()["integer"]
    assert "vider" in type_words(Field("x", "integer"), kind)["otherwise"]
    assert not type_words(Field("x", "integer", constraints={"required": True}), kind)["otherwise"]


@pytest.mark.parametrize(
    ("rule", "wanted", "expected"),
    [
        ("minLength", 1, "doit avoir au moins 1 caractère"),
        ("maxLength", 2, "doit avoir au plus 2 caractères"),
        ("minimum", 0.5, "doit valoir au moins 0,5"),
        ("enum", ["a"], "doit être l’une des valeurs prévues : « a »"),
        ("enum", ["a", "b"], "doit être l’une des valeurs prévues : « a » ou « b »"),
        ("pattern", r"^\d{5}$", r"doit suivre la forme « ^\d{5}$ »"),
    ],
)
def test_the_constraint(rule: str, wanted: Any, expected: str) -> None:
    assert plain(constraint_words(Field("x", constraints={rule: wanted}), rule)["expected"]) == expected


@pytest.mark.parametrize(("others", "end"), [(1, "et 1 autre"), (3, "et 3 autres")])
def test_a_long_list_is_cut_and_the_rest_counted(others: int, end: str) -> None:
    field = Field("x", constraints={"enum": [str(rank) for rank in range(12 + others)]})
    assert plain(constraint_words(field, "enum")["expected"]).endswith(f"« 11 » {end}")


def test_the_cure_gives_the_example_when_there_is_one() -> None:
    pattern = {"pattern": "x"}
    assert plain(constraint_words(Field("x", example="02691", constraints=pattern), "pattern")["mend"]) == (
        "Corriger ces cellules sur le modèle de « 02691 »"
    )
    assert constraint_words(Field("x", constraints=pattern), "pattern")["mend"] == "Corriger ces cellules"
