"""The sheet of a source: what is known of national data before any is asked, whether code reads them or not."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coeurdeville.core.licences import LICENCES, Licence
from coeurdeville.inventory.vocabulaire import Acteur
from coeurdeville.layers.catalogue import DataKind, kind_named
from coeurdeville.sources.contract.declaration import DECLARED, Partition, require_facts
from coeurdeville.territories.coverage import Coverage, coverage_of


@dataclass(frozen=True)
class Sheet:
    """One national source of one layer."""

    slug: str
    title: str
    publisher: str
    holder: Acteur
    layer: DataKind
    licence: Licence
    page: str
    access: str
    """How it is had: the form of its addresses, an account, a file to download."""
    covers: str
    """Where data are to be expected, in French."""
    coverage: Coverage
    """The same, as a rule."""
    partition: Partition
    vintage: str
    """Of what time the data are: `2019`, `en continu`."""
    rhythm: str
    """How often they are brought up to date, in French."""
    failures: tuple[str, ...]
    """French sentences: known failures and traps."""
    state: str
    """On what its reading was verified; `DECLARED` when no code reads it."""
    checked: str = ""
    """Where, and when, what the sheet says was read: an address and a day."""

    @property
    def read(self) -> bool:
        """Whether code reads it today."""
        return self.state != DECLARED


NAMES = {
    "titre": "title", "producteur": "publisher", "detenteur": "holder", "couche": "layer", "licence": "licence",
    "page": "page", "acces": "access", "couvre": "covers", "couverture": "coverage", "partition": "partition",
    "millesime": "vintage", "rythme": "rhythm", "pannes": "failures", "verifie": "checked",
}  # fmt: skip
"""Key of the TOML file -> field."""


def read_sheet(path: Path) -> Sheet:
    """The sheet of a source that no code reads yet, `sources/declared/<slug>.toml`.

    Raises
    ------
    TypeError
        For a key that is unknown or lacks, a licence, a page or a rule that cannot be: a mistake of the project.
    """
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    if wrong := told.keys() ^ NAMES.keys():
        raise TypeError(f"{path.name}: unknown or lacking keys {', '.join(sorted(wrong))}")
    made: dict[str, Any] = {NAMES[key]: value for key, value in told.items()}
    require_facts(path.stem, licence=made["licence"], page=made["page"], state=DECLARED, **_texts(made))
    made |= {
        "holder": Acteur(made["holder"]),
        "layer": kind_named(made["layer"]),
        "licence": LICENCES[made["licence"]],
        "coverage": coverage_of(made["coverage"]),
        "partition": Partition(made["partition"]),
        "failures": tuple(made["failures"]),
    }
    return Sheet(slug=path.stem, state=DECLARED, **made)


def _texts(made: Mapping[str, Any]) -> dict[str, str]:
    return {key: made[key] for key in ("title", "publisher", "access", "covers", "vintage", "rhythm", "checked")}
