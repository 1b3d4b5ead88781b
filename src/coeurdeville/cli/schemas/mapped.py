"""The mapping file of a command: read if it is there, kept with what it was made for."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from coeurdeville.cli.telling import tell
from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.schemas.mapping.mapping_file import MappingFile, read_mapping_file, write_mapping_file
from coeurdeville.schemas.model import TableSchema
from coeurdeville.territories.territory import Territory


def former_mapping(path: Path) -> MappingFile:
    """What was settled before; an empty mapping when there is no such file."""
    if not path.is_file():
        return MappingFile("")
    found, problems = read_mapping_file(path)
    tell(problems)
    return found


def keep_mapping(path: Path, former: MappingFile, schema: TableSchema, file: Path, mapping: Correspondance) -> None:
    """Write the mapping with the schema and the file that it is of."""
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    kept = replace(former, schema=schema.name, version=schema.version, file=file.name, sha256=digest, mapping=mapping)
    write_mapping_file(path, kept)


def territory_named(commune: str) -> Territory | None:
    """The town of a command line; None when it names none."""
    if not commune:
        return None
    from coeurdeville.territories.communes import find
    from coeurdeville.territories.territory import territory_of

    found = find(commune)
    tell(found.notes)
    return territory_of(found.commune)
