"""Schemas by name: those of the project, a file, or a national one fetched from its catalogue."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.core.registry import pick
from coeurdeville.net.net import OFFLINE, Net
from coeurdeville.schemas.descriptor import ReadSchema, load_schema
from coeurdeville.schemas.national import national_schema

TABLES = Path(__file__).parent / "tables"
FILE_ABSENT = Kind(
    "schema-absent",
    "Le fichier de schéma « {name} » n’existe pas.",
    "Vérifier le chemin, ou donner le nom d’un schéma : coeurdeville schema liste.",
)
NATIONAL_UNASKED = Kind(
    "schema-national-hors-ligne",
    "« {name} » est un schéma national : il se demande à schema.data.gouv.fr, et le logiciel travaille hors ligne.",
    "Recommencer avec l’option --en-ligne, ou donner le chemin d’un schema.json déjà téléchargé.",
)


@cache
def own_schemas() -> dict[str, Path]:
    """Name -> folder of each schema of the project, sorted: `schema.json`, its two examples, its papers."""
    return {path.parent.name: path.parent for path in sorted(TABLES.glob("*/schema.json"))}


def schema_titles() -> dict[str, str]:
    """Name -> title of each schema of the project."""
    return {name: load_schema(folder / "schema.json").schema.title for name, folder in own_schemas().items()}


def schema(name_or_path: str | Path, net: Net | None = None) -> ReadSchema:
    """The schema that a user names.

    Parameters
    ----------
    name_or_path
        Path of a JSON file; name of one of the project's, accents and case apart; or `owner/name`, with
        `@version` or not, of a national one.
    net
        What a national schema is asked from; None refuses it.

    Raises
    ------
    Refused
        `nom-inconnu` with the nearest name, `schema-absent`, `schema-illisible`, `schema-national-hors-ligne`, or
        why no answer came.
    """
    path = Path(name_or_path)
    if path.suffix.lower() == ".json" or path.is_file():
        if not path.is_file():
            raise Refused([FILE_ABSENT(name=name_or_path)])
        return load_schema(path)
    name = str(name_or_path)
    if "/" not in name:
        return load_schema(pick(name, own_schemas(), "Le schéma") / "schema.json")
    if net is None:
        raise Refused([NATIONAL_UNASKED(name=name)])
    try:
        return national_schema(name, net)
    except Refused as refusal:
        if refusal.problems[0].code != OFFLINE.code:
            raise
        raise Refused([NATIONAL_UNASKED(name=name)]) from refusal
