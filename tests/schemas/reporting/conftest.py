"""A small schema, and verdicts on tables written in the test."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.reporting.conformity import Conformity

TREES = {
    "name": "arbres",
    "title": "Arbres urbains",
    "version": "1.0.0",
    "path": "https://exemple.fr/schema.json",
    "fields": [
        {"name": "id", "type": "integer", "constraints": {"required": True, "minimum": 1}},
        {"name": "hauteur", "type": "number", "description": "Hauteur, en mètres."},
        {"name": "etat", "constraints": {"enum": ["sain", "malade"]}},
    ],
}


@pytest.fixture
def judged(tmp_path: Path) -> Callable[..., Conformity]:
    """The verdict on a text, against the schema of trees unless another is given."""

    def judge(text: str, descriptor: object = TREES, match: str = "names") -> Conformity:
        path = tmp_path / "arbres.csv"
        path.write_text(text, encoding="utf-8", newline="")
        read = read_schema(descriptor)
        verdict = check(read_text(path), read.schema, match=match)
        return Conformity(verdict, read.schema, date(2026, 11, 23), read.problems)

    return judge
