"""Each type reads a text as frictionless 5 reads it, quickly and exactly alike."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.types.catalogue import field_types

ODD = (
    "1", "-1", "+1", " 01 ", "1e3", "1E3", "NaN", "nan", "-INF", "Infinity", "1_000", "1.0", "1.", ".5", "1,5", "1 000",
    "0x10", "٣", "²", "−1", "99999999999999999999", "1e999", "95%", "€95", "EUR 95.5 ", "1.000,5", "1,000.5", "12-",
    "true", "True", "TRUE", "yes", "oui", "0", "false", "False", "vrai", "T", "x",
    "2020-02-29", "2021-02-29", "2020-2-9", "20200229", "0000-01-01", "0001-01-01", "9999-12-31", "29/02/2020", "2020",
    "2020-02-29 ", "2020-02", "2020-13", "02020", "-001", "20.0", "2020-02-29T10:00:00", "2020-02-29T10:00:00Z",
    "2020-02-29T10:00", "2020-02-29 10:00:00", "2020-02-29T25:00:00Z", "2020-02-29T10:00:00.5+02:00", "10:00:00",
    "10:00", "24:00:00", "10:00:00Z", "25:00:00", "P1Y", "P1Y2M3DT4H5M6S", "PT", "P", "P1W", "-P1D", "1D", "P1.5D",
    "90,45", "190,45", "45, 90", "45,91", "[90,45]", '{"lon": 1, "lat": 2}', '{"lon": 1}', "NaN,1", "1;2", "1,2,3",
    "{}", "[]", "[1, 2]", '{"a": 1}', "null", "{", '{"type": "Point", "coordinates": [1, 2]}',
    '{"type": "Point"}', '{"type": "Polygon", "coordinates": [[[0,0],[1,0],[1,1],[0,0]]]}', '{"type": "Nothing"}',
    '{"type": "Feature", "geometry": null, "properties": {}}', '{"type": "Topology"}',
    "a@b.fr", "a@b", "é@b.fr", "a b@c.fr", "http://a.fr", "a.fr", "https://a.fr/é", "urn:x:y",
    "http://", "mailto:a@b.fr",
    "123e4567-e89b-12d3-a456-426614174000", "123e4567e89b12d3a456426614174000", "POINT (1 2)", "POINT(1)", "YWJj", "é",
    "a,b,c", "1,2,x", "texte", "TEXTE LIBRE ; avec ponctuation !", "\u00a0", " ", "\t",
)  # fmt: skip
FIELDS: tuple[dict[str, Any], ...] = (
    {"type": "string"}, {"type": "string", "format": "email"}, {"type": "string", "format": "uri"},
    {"type": "string", "format": "uuid"}, {"type": "string", "format": "binary"}, {"type": "any"},
    {"type": "integer"}, {"type": "integer", "bareNumber": False}, {"type": "number"},
    {"type": "number", "bareNumber": False}, {"type": "number", "decimalChar": ",", "groupChar": "."},
    {"type": "number", "decimalChar": ","}, {"type": "number", "groupChar": ","}, {"type": "number", "groupChar": " "},
    {"type": "boolean"}, {"type": "boolean", "trueValues": ["oui", "vrai"], "falseValues": ["non", "0"]},
    {"type": "date"}, {"type": "date", "format": "%d/%m/%Y"}, {"type": "date", "format": "%Y"},
    {"type": "date", "format": "%Y-%m-%d"}, {"type": "date", "format": "any"}, {"type": "datetime"},
    {"type": "datetime", "format": "%Y-%m-%d %H:%M:%S"}, {"type": "datetime", "format": "any"}, {"type": "time"},
    {"type": "time", "format": "%H:%M"}, {"type": "year"}, {"type": "yearmonth"}, {"type": "duration"},
    {"type": "geopoint"}, {"type": "geopoint", "format": "array"}, {"type": "geopoint", "format": "object"},
    {"type": "object"}, {"type": "array"}, {"type": "geojson"}, {"type": "geojson", "format": "topojson"},
    {"type": "list"}, {"type": "list", "itemType": "integer"}, {"type": "list", "delimiter": ";"},
)  # fmt: skip
NAMES = [" ".join(f"{key}={value}" for key, value in one.items()) for one in FIELDS]
KNOWN_APART: dict[str, set[str]] = {}
"""Texts on which we differ on purpose; docs/conformite.md says why."""


def _accepted(field: dict[str, Any], texts: list[str]) -> tuple[list[bool], list[bool]]:
    """Whether we accept each text, and whether frictionless does."""
    from frictionless import Field

    (mine,) = read_schema({"fields": [{"name": "a", **field}]}).schema.fields
    exact = field_types()[mine.type].exact(mine)
    reader = Field.from_descriptor({"name": "a", **field}).create_value_reader()
    return [exact(text) is not None for text in texts], [reader(text) is not None for text in texts]


@pytest.mark.parametrize("field", FIELDS, ids=NAMES)
def test_a_type_accepts_what_frictionless_accepts(field: dict[str, Any]) -> None:
    mine, peer = _accepted(field, list(ODD))
    assert {text for text, one, other in zip(ODD, mine, peer, strict=True) if one != other} == set()


@pytest.mark.parametrize("field", FIELDS, ids=NAMES)
@given(
    texts=st.lists(st.text(max_size=12) | st.sampled_from(ODD) | st.from_regex(r"[-+0-9.,eE_ ]{1,8}", fullmatch=True))
)
@settings(max_examples=25, deadline=None)
def test_the_quick_way_never_accepts_more_than_the_exact_one(field: dict[str, Any], texts: list[str]) -> None:
    (mine,) = read_schema({"fields": [{"name": "a", **field}]}).schema.fields
    kind = field_types()[mine.type]
    quick = kind.quick(mine)
    if quick is None:
        return
    values = quick(pl.Series(texts, dtype=pl.String)).to_list()
    exact = kind.exact(mine)
    for text, value in zip(texts, values, strict=True):
        if value is not None:
            assert exact(text) is not None, text
            assert float(exact(text)) == pytest.approx(value) if kind.name in ("integer", "number", "year") else True
