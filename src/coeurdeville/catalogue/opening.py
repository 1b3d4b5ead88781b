"""The whole package of a dataset, in a folder ready to be dropped on a portal."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coeurdeville.catalogue.contents import contents_of
from coeurdeville.catalogue.dataset import Dataset
from coeurdeville.catalogue.readme import PAPERS
from coeurdeville.catalogue.resource import CSV, GEOJSON
from coeurdeville.catalogue.table import read_table, refuse_unconforming
from coeurdeville.core.problems import Kind, Refused, refuse_errors
from coeurdeville.schemas.model import TableSchema

FOLDER_TAKEN = Kind(
    "dossier-du-paquet-occupe",
    "Le dossier « {folder} » contient autre chose qu’un paquet de « {id} » : rien n’y est écrit.",
    "Choisir un dossier neuf, ou vider celui-ci.",
)


def write_package(folder: Path, dataset: Dataset, csv: bytes, schema: TableSchema) -> tuple[Path, ...]:
    """Write every file of the package, and return their paths in the order in which the README tells them.

    `csv` has commas and conforms to `schema`. The folder appears whole, or not at all; it takes the place of an earlier
    package of the same dataset. The same dataset and the same data make the same bytes.

    Raises
    ------
    Refused
        Everything that keeps the dataset from being published (`Dataset.problems`), a file that does not conform or is
        not the one that the dataset describes, a folder that holds something else.
    """
    refuse_errors(dataset.problems())
    _refuse_taken(folder, dataset)
    with _aside(folder) as aside:
        given = aside / f"{dataset.id}.{CSV.extension}"
        given.write_bytes(csv)
        table = read_table(given, schema)
        contents = contents_of(dataset, table, schema)
        for name, content in contents.items():
            (aside / name).write_bytes(content)
        if table.disarmed:
            refuse_unconforming(given, schema)
    return tuple(folder / name for name in contents)


def _refuse_taken(folder: Path, dataset: Dataset) -> None:
    ours = {*PAPERS, *(f"{dataset.id}.{one.extension}" for one in (CSV, GEOJSON))}
    found = sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []
    others = [name for name in found if name not in ours] or ([folder.name] if folder.is_file() else [])
    if others:
        raise Refused([FOLDER_TAKEN(folder=folder, id=dataset.id, examples=others)])


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A folder to fill, which takes the place of `folder` when the block ends well."""
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside, former = (folder.with_name(f".{folder.name}.{os.getpid()}.{end}") for end in ("en-cours", "ancien"))
    try:
        aside.mkdir()
        yield aside
        _take_the_place(aside, folder, former)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _take_the_place(aside: Path, folder: Path, former: Path) -> None:
    """Rename, what was there before being put back when this fails."""
    if not folder.exists():
        aside.rename(folder)
        return
    folder.rename(former)
    try:
        aside.rename(folder)
    except OSError:
        former.rename(folder)
        raise
    shutil.rmtree(former)
