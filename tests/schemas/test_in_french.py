"""Schemas said in plain French."""

from typing import Any

import pytest

from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.in_french import content_words, example_text, key_words, rules
from coeurdeville.schemas.model import Field


def field(**given: Any) -> Field:
    return read_schema({"fields": [{"name": "a", **given}]}).schema.fields[0]


def said(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"type": "integer"}, "un nombre entier"),
        ({"type": "boolean", "trueValues": ["oui", "o"], "falseValues": ["non"]}, "« oui » ou « non »"),
        ({"type": "date", "format": "%d/%m/%Y"}, "une date, écrite JJ/MM/AAAA"),
    ],
)
def test_what_a_cell_contains(given: dict[str, Any], words: str) -> None:
    assert said(content_words(field(**given))) == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, ["facultatif"]),
        ({"constraints": {"required": True, "unique": True}}, ["obligatoire", "différent à chaque ligne"]),
        ({"constraints": {"enum": ["a", "b"]}}, ["facultatif", "l’une des valeurs : « a » ou « b »"]),
        ({"type": "number", "constraints": {"minimum": -0.5, "maximum": 3}}, ["facultatif", "de −0,5 à 3"]),
        ({"type": "number", "constraints": {"minimum": 0}}, ["facultatif", "au moins 0"]),
        ({"type": "date", "constraints": {"maximum": "2020-01-01"}}, ["facultatif", "au plus 2020-01-01"]),
        ({"constraints": {"maxLength": 5, "pattern": "[a-z]+"}}, ["facultatif", "au plus 5 caractères",
                                                                  "de la forme « [a-z]+ »"]),
    ],
)  # fmt: skip
def test_what_a_cell_must_keep(given: dict[str, Any], words: list[str]) -> None:
    assert [said(one) for one in rules(field(**given))] == words


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({}, ""),
        ({"example": 0}, "0"),
        ({"example": ["un", "deux"]}, "un"),
        ({"type": "boolean", "trueValues": ["oui"], "falseValues": ["non"], "example": False}, "non"),
        ({"type": "object", "example": {"é": 1}}, '{"é": 1}'),
    ],
)
def test_example_as_a_cell_writes_it(given: dict[str, Any], text: str) -> None:
    assert example_text(field(**given)) == text


def test_key_is_said_with_all_its_columns() -> None:
    found = read_schema({"fields": [{"name": "a"}, {"name": "b"}], "primaryKey": ["a", "b"]}).schema
    assert "« a » et « b »" in said(key_words(found))
    assert key_words(read_schema({"fields": [{"name": "a"}]}).schema) == ""
