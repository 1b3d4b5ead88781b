"""Whole tables: the same errors as frictionless 5, at the same places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Compare = Callable[..., tuple[Any, Any]]
SIMPLE = {"fields": [{"name": "a", "type": "integer"}, {"name": "b", "type": "string"}]}


@pytest.mark.parametrize(
    "rows",
    [
        [["a", "b"], ["1", "x"]],
        [["a", "b"], ["x", "x"], ["2", "y"]],
        [["b", "a"], ["1", "x"]],
        [["a"], ["1"]],
        [["a", "b", "c"], ["1", "x", "y"], ["1", "x", ""]],
        [["a", ""], ["1", "x"]],
        [["a", "a"], ["1", "x"]],
        [["a", "b", ""], ["1", "x", "z"]],
        [["a", "b"], ["1"], ["2", "x", "y"], [], ["", ""], ["3", "x", ""]],
        [["a", "b"], ["1", "multi\nligne"], ["x", "y"]],
        [["a", "b"], ["1", 'guil"lemet'], ["x", "y;z"]],
        [["a", "b"]],
        [[" a ", "b"], ["1", "x"]],
    ],
)
def test_structure(compare: Compare, rows: list[list[str]]) -> None:
    mine, peer = compare(SIMPLE, rows)
    assert mine == peer


def _field(**constraints: Any) -> dict[str, Any]:
    kind = constraints.pop("type", "string")
    return {"fields": [{"name": "a", "type": kind, "constraints": constraints}, {"name": "b", "type": "any"}]}


@pytest.mark.parametrize(
    ("descriptor", "cells"),
    [
        (_field(required=True), ["", "x"]),
        (_field(pattern=r"\d{3}"), ["123", "12", "1234", "123\n", "", "１２３"]),
        (_field(pattern="a|b"), ["a", "b", "xa", "ab", "bx", "xb"]),
        (_field(pattern="(?=a)ab"), ["ab", "b"]),
        (_field(pattern=r"[^\W\d]+"), ["é", "1", "_"]),
        (_field(enum=["a", "b"]), ["a", "c", "A", ""]),
        (_field(minLength=2, maxLength=3), ["a", "ab", "abc", "abcd", "éé"]),
        (_field(type="integer", minimum=2, maximum=10), ["1", "2", "10", "11", "x", " 10 "]),
        (_field(type="integer", enum=["1", "2"]), ["1", "01", "3"]),
        (_field(type="number", minimum=0.1, maximum=1), ["0.1", "0.09999999999999999999", "1.0", "NaN", "-INF", "1e0"]),
        (_field(type="number", enum=["1.0", "2"]), ["1", "2.00", "3"]),
        (_field(type="date", minimum="2020-01-01", maximum="2020-12-31"), ["2019-12-31", "2020-1-1", "2021-01-01"]),
        (_field(type="year", minimum="1900"), ["1899", "1900", "20"]),
        (_field(type="yearmonth", maximum="2020-06"), ["2020-06", "2020-07"]),
        (_field(type="boolean", enum=["true"]), ["true", "1", "false"]),
        (_field(type="array", minLength=1, maxLength=2), ["[]", "[1]", "[1,2,3]", "{}"]),
        (_field(unique=True), ["x", "y", "x", "", "", "x"]),
        (_field(type="integer", unique=True), ["1", "01", "2", "x", "x"]),
        (_field(type="number", unique=True), ["1", "1.0", "1.00", "2"]),
    ],
)
def test_constraints(compare: Compare, descriptor: dict[str, Any], cells: list[str]) -> None:
    mine, peer = compare(descriptor, [["a", "b"], *([cell, "1"] for cell in cells)])
    assert mine == peer


@pytest.mark.parametrize(
    "more",
    [
        {"primaryKey": "a"},
        {"primaryKey": ["a", "b"]},
        {"missingValues": ["", "NC", "-"]},
        {"foreignKeys": [{"fields": "b", "reference": {"resource": "", "fields": "a"}}]},
        {"foreignKeys": [{"fields": ["a", "b"], "reference": {"resource": "", "fields": ["b", "a"]}}]},
    ],
)
def test_keys_and_missing_values(compare: Compare, more: dict[str, Any]) -> None:
    rows = [["a", "b"], ["1", "x"], ["01", "x"], ["1", "y"], ["", ""], ["", "x"], ["NC", "-"], ["x", "1"], ["", "1"]]
    mine, peer = compare({**SIMPLE, **more}, rows)
    assert mine == peer


@pytest.mark.parametrize("match", ["equal", "subset", "superset", "partial"])
@pytest.mark.parametrize("labels", [["a", "b"], ["b", "a"], ["b"], ["c", "a"], ["c", "d"], ["a", "b", "c"]])
def test_columns_found_by_name(compare: Compare, match: str, labels: list[str]) -> None:
    descriptor = {**SIMPLE, "$schema": "https://datapackage.org/profiles/2.0/tableschema.json", "fieldsMatch": match}
    descriptor["fields"] = [{"name": "a", "type": "integer", "constraints": {"required": True}}, {"name": "b"}]
    mine, peer = compare(descriptor, [labels, [str(rank) if name != "b" else "x" for rank, name in enumerate(labels)]])
    assert mine == peer


TYPES = ("string", "integer", "number", "boolean", "date", "year", "any", "geopoint", "array")
LIKELY = {
    "string": ["a", "bb", "texte", "é"], "integer": ["1", "-2", "03", " 4 "], "number": ["1.5", "-2", "3e2", ".5"],
    "boolean": ["true", "0"], "date": ["2020-01-05", "2020-1-5"], "year": ["2020", "1999"], "any": ["x"],
    "geopoint": ["1,2", "180, 90"], "array": ["[1]", "[]"],
}  # fmt: skip
PLANTED = ("", "x", "1,5", "NaN", "31/12/2020", "-", "a;b", 'a"b', "a\nb", " ", "999999", "[", "200,1")
LIMITS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "string": st.fixed_dictionaries({}, optional={"minLength": st.integers(0, 3), "maxLength": st.integers(1, 4),
                                                  "pattern": st.sampled_from([r"\w+", "[a-z]*", "a|b"]),
                                                  "enum": st.just(["a", "bb"])}),
    "integer": st.fixed_dictionaries({}, optional={"minimum": st.integers(-3, 3), "maximum": st.integers(0, 5)}),
    "number": st.fixed_dictionaries({}, optional={"minimum": st.integers(-3, 3),
                                                  "maximum": st.sampled_from([1.5, 300])}),
    "date": st.fixed_dictionaries({}, optional={"minimum": st.just("2020-01-06")}),
}  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> tuple[dict[str, Any], list[list[str]]]:
    """A schema, and a table that nearly conforms to it: errors are planted in cells, rows and labels."""
    kinds = draw(st.lists(st.sampled_from(TYPES), min_size=1, max_size=4))
    fields = []
    for rank, kind in enumerate(kinds):
        constraints = dict(draw(LIMITS.get(kind, st.just({}))))
        constraints |= {"required": True} if draw(st.booleans()) else {}
        constraints |= {"unique": True} if draw(st.integers(0, 3)) == 0 and kind != "array" else {}
        fields.append({"name": f"c{rank}", "type": kind, "constraints": constraints})
    descriptor: dict[str, Any] = {"fields": fields}
    if draw(st.integers(0, 3)) == 0 and kinds[0] != "array":
        descriptor["primaryKey"] = ["c0"]
    labels = [field["name"] for field in fields]
    if draw(st.integers(0, 4)) == 0:
        labels = draw(st.permutations([*labels, "plus"]).map(lambda found: found[: max(1, len(found) - 1)]))
    cell = st.one_of(*(st.sampled_from(LIKELY[kind]) for kind in kinds), st.sampled_from(PLANTED))
    rows = draw(st.lists(st.lists(cell, min_size=len(labels), max_size=len(labels)), max_size=6))
    for row in rows:
        change = draw(st.integers(0, 12))
        if change == 0:
            row.append("x")
        elif change == 1 and len(row) > 1:
            row.pop()
    return descriptor, [labels, *rows]


@pytest.mark.slow
@given(table=tables())
@settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_tables_with_planted_errors(compare: Compare, table: tuple[dict[str, Any], list[list[str]]]) -> None:
    mine, peer = compare(*table)
    assert mine == peer
