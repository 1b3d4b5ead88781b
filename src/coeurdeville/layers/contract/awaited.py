"""Data that services ask for and that no code reads yet: it can be inventoried, held, asked for, and never computed.

One file for each, `layers/awaited/<slug>.toml`; the day its layer is written, the file goes.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "awaited"


@dataclass(frozen=True)
class Awaited:
    """A layer to be: it has a name and a holder, no columns."""

    slug: str
    """What users type, and what entries of inventories say; the name of the file."""
    title: str
    """What users read, e.g. `Zones climatiques locales`."""
    content: str
    """What it holds, in one sentence."""
    competence: str
    """Key of `inventory/competences.toml`: whose business these data usually are; empty: none of them says it."""
    schema: str = ""
    """Schema that such data should meet, of the project or `owner/name`; empty: there is none."""
    words: tuple[str, ...] = ()
    """Other words for it in titles of datasets, plain lower case."""
    environmental: bool = True
    """Whether it is information on the environment, that may be asked for as such."""

    @property
    def id(self) -> str:
        """The identifier that its layer will have."""
        return self.slug.replace("-", "_")

    def __str__(self) -> str:
        return self.title


def read_awaited(path: Path) -> Awaited:
    """The awaited layer of a file.

    Raises
    ------
    TypeError
        For a key that is unknown or lacks, or a text that is empty: a mistake of the project, not of a user.
    """
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    names = {"titre": "title", "contient": "content", "competence": "competence", "schema": "schema", "mots": "words",
             "environnement": "environmental"}  # fmt: skip
    if unknown := told.keys() - names.keys():
        raise TypeError(f"{path.name}: unknown keys {', '.join(sorted(unknown))}")
    made: dict[str, Any] = {
        names[key]: tuple(value) if isinstance(value, list) else value for key, value in told.items()
    }
    if lacking := [key for key in ("title", "content") if not made.get(key)]:
        raise TypeError(f"{path.name}: {', '.join(lacking)} must be told")
    if "competence" not in made:
        raise TypeError(f"{path.name}: competence must be told, be it empty")
    return Awaited(slug=path.stem, **made)
