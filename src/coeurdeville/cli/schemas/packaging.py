"""The open package of a repaired file, from what `[publication]` of its mapping says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from coeurdeville.catalogue.dataset import LeftOut
from coeurdeville.catalogue.opening import write_package
from coeurdeville.catalogue.told import NEEDED, dataset_told
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.schemas.mapping.mapping_file import MappingFile
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.repair.repair import Repaired
from coeurdeville.territories.territory import Territory

FOLDER = "paquet"
NOT_WRITTEN = Kind(
    "paquet-non-ecrit",
    "Le paquet à publier n’est pas écrit : il faut dire {lacking} sous [publication] dans la correspondance.",
    "Écrire ces lignes, puis relancer ; le fichier conforme, lui, est écrit.",
    Level.NOTE,
)


def write_dataset(
    folder: Path, table: Path, schema: TableSchema, given: MappingFile, repaired: Repaired, territory: Territory | None
) -> Iterator[Problem]:
    """The package, beside the other files; what keeps it from being written, or is worth knowing of it, is given.

    Raises
    ------
    Refused
        What is said of the dataset is wrong, all at once.
    """
    said = given.publication
    lacking = [*(key for key in NEEDED if not said.get(key)), *(["--commune"] if territory is None else [])]
    if lacking or territory is None:
        yield NOT_WRITTEN(lacking=", ".join(lacking))
        return
    dataset = dataset_told(
        said,
        schema,
        territory,
        rows=len(repaired.table),
        columns=tuple(map(str, repaired.table.columns)),
        left_out=[LeftOut(one.column, one.why) for one in repaired.personal if one.whole and not one.ground],
    )
    paths = write_package(folder / FOLDER, dataset, table.read_bytes(), schema)
    yield from (one for one in dataset.problems() if one.level is not Level.ERROR)
    click.echo(f"  {folder / FOLDER} : {len(paths)} fichiers à publier")
