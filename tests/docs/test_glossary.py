"""docs/glossaire.md lists the public classes of the packages whose nouns are French."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("package", ["territories", "inventory"])
def test_glossary_lists_the_public_classes(package: str) -> None:
    page = (ROOT / "docs" / "glossaire.md").read_text("utf-8")
    told = re.findall(rf"^\| `(\w+)` \| `{package}` \| .+ \|$", page, re.MULTILINE)
    trees = [ast.parse(path.read_text("utf-8")) for path in (ROOT / "src" / "coeurdeville" / package).rglob("*.py")]
    classes = [one.name for tree in trees for one in tree.body if isinstance(one, ast.ClassDef)]
    assert sorted(told) == sorted(name for name in classes if not name.startswith("_"))
