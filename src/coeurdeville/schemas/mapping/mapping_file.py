"""`arbres.toml`: the mapping of one file to one schema, confirmed by hand and kept for next year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coeurdeville.core.problems import Problem, refuse_errors
from coeurdeville.core.writing import written_aside
from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.schemas.mapping.toml_mapping import mapping_table, read_mapping
from coeurdeville.schemas.mapping.toml_table import Table
from coeurdeville.schemas.mapping.toml_text import load_toml, update

FIRST_LINES = (
    "Quelle colonne du fichier est quel champ du schéma. Ce fichier se corrige à la main et sert l’année suivante.",
    "Ce qui est sous [a_confirmer] n’est pas employé : l’écrire sous [colonnes] quand c’est juste, sinon l’effacer.",
)


@dataclass(frozen=True)
class MappingFile:
    """What the file says."""

    schema: str
    """Name of the schema, or path of its JSON file."""
    version: str = ""
    file: str = ""
    """Name of the file for which it was made."""
    sha256: str = ""
    """Fingerprint of that file, in hexadecimal."""
    mapping: Correspondance = field(default_factory=Correspondance)
    """Keys are names of fields."""
    grounds: Mapping[str, str] = field(default_factory=dict)
    """Column of the file that looks personal and is opened all the same -> key of the legal ground."""
    publication: Mapping[str, str] = field(default_factory=dict)
    """What is said of the dataset when it is published; free keys."""
    others: Mapping[str, Any] = field(default_factory=dict)
    """Keys that are not known here: kept as they are."""


def read_mapping_file(path: Path) -> tuple[MappingFile, tuple[Problem, ...]]:
    """The file, and what is worth saying of it.

    Raises
    ------
    Refused
        `toml-illisible`, or everything that is wrong in it at once.
    """
    problems: list[Problem] = []
    document = load_toml(path.read_text(encoding="utf-8", errors="replace"), path.name)
    table = Table(document, path.name, problems)
    of, made_for = table.table("schema"), table.table("fichier")
    found = MappingFile(
        of.text("nom", required=True), of.text("version"), made_for.text("nom"), made_for.text("sha256"),
        read_mapping(table), table.table("personnelles").all_texts(), table.table("publication").all_texts(),
        table.close(),
    )  # fmt: skip
    of.close()
    made_for.close()
    return found, refuse_errors(problems)


def write_mapping_file(path: Path, content: MappingFile) -> None:
    """Write it, or bring the one that is there up to date: what a hand added beside stays, comments included."""
    import tomlkit

    document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.is_file() else _blank()
    update(document, _as_table(content))
    with written_aside(path) as file:
        file.write(tomlkit.dumps(document).encode())


def _blank() -> Any:
    import tomlkit

    document = tomlkit.document()
    for line in FIRST_LINES:
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    return document


def _as_table(content: MappingFile) -> dict[str, Any]:
    whole = {
        "schema": {"nom": content.schema, "version": content.version},
        "fichier": {"nom": content.file, "sha256": content.sha256},
        **mapping_table(content.mapping),
        "personnelles": dict(content.grounds),
        "publication": dict(content.publication),
        **content.others,
    }
    return {key: value for key, value in whole.items() if value or key in ("schema", "fichier")}
