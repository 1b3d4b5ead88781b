"""What docs/architecture.md claims of packages and of keys, compared with the project."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.core.code import closure
from coeurdeville.runs.plan import ENGINE
from coeurdeville.services.catalogue import services
from coeurdeville.services.contract.service import Service

ROOT = Path(__file__).parents[2]
Lines = list[list[str]]


def told() -> Lines:
    """The packages of the page, top first, those of one line together."""
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    block = re.search(r"qui peut importer qui$.*?^```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert block is not None
    return [re.split(r" \| ", re.split(r"\s{2,}", line)[0]) for line in block[1].splitlines()]


def held() -> Lines:
    """The packages as import-linter holds them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (layers,) = (one["layers"] for one in project["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    return [[name.strip("( )") for name in line.split("|")] for line in layers]


def test_page_lists_the_packages_in_the_order_that_is_enforced() -> None:
    assert told() == held()


def test_page_lists_the_packages_that_are_there() -> None:
    there = {path.parent.name for path in (ROOT / "src" / "coeurdeville").glob("*/__init__.py")}
    assert {name for line in told() for name in line} == there


@pytest.mark.parametrize("service", services().values(), ids=lambda one: one.id)
def test_changing_a_sentence_computes_nothing_again(service: Service[..., Any]) -> None:
    """The key of a run rests on the measure and on what it imports; words and drawings are not there."""
    files = {path.stem for path in closure(service.module, *ENGINE)}
    assert service.id in files
    assert not {name for name in files if name.endswith(("_words", "_exhibits"))}
