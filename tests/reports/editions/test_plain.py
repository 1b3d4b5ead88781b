"""Structures go to JSON values and come back; what is not theirs is refused."""

import json
from dataclasses import dataclass
from typing import Any, Literal

import pytest

from coeurdeville.reports.editions.plain import from_plain, to_plain


@dataclass(frozen=True)
class Leaf:
    tone: Literal["ok", "wrong"]
    share: float | None = None


@dataclass(frozen=True)
class Tree:
    name: str
    leaves: tuple[Leaf, ...]
    box: tuple[float, int]
    first: Leaf | None = None


TREE = Tree("if", (Leaf("ok", 0.5), Leaf("wrong")), (1.0, 2), Leaf("ok"))
PLAIN = {
    "name": "if",
    "leaves": [{"tone": "ok", "share": 0.5}, {"tone": "wrong", "share": None}],
    "box": [1.0, 2],
    "first": {"tone": "ok", "share": None},
}


def test_there_and_back() -> None:
    assert to_plain(TREE) == PLAIN
    assert from_plain(Tree, json.loads(json.dumps(PLAIN))) == TREE


def test_a_field_left_out_takes_its_default() -> None:
    assert from_plain(Tree, {"name": "if", "leaves": [], "box": [1, 2]}) == Tree("if", (), (1.0, 2), None)


@pytest.mark.parametrize(
    "change",
    [
        {"name": None},
        {"name": 3},
        {"leaves": {}},
        {"leaves": [{"tone": "autre"}]},
        {"leaves": [{}]},
        {"leaves": "ok"},
        {"box": [1.0]},
        {"box": [1.0, 2, 3]},
        {"box": [1.0, True]},
        {"box": ["1", 2]},
        {"first": []},
        {"first": {"tone": ["ok"]}},
        {"autre": 1},
    ],
)
def test_what_is_not_declared_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"is not|without|zip"):
        from_plain(Tree, {**PLAIN, **change})
