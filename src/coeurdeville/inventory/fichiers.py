"""The files of a town folder: under which name one is kept, what goes with it, copied whole or not at all."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Collection
from itertools import count
from pathlib import Path

from coeurdeville.core.french import slug
from coeurdeville.inventory.ville import FICHIERS, Ville

SHAPEFILE = frozenset({".shp", ".shx", ".dbf", ".prj", ".cpg", ".qpj", ".sbn", ".sbx"})
"""What a Shapefile is made of, beside the `.shp`."""


def main_file(path: Path) -> Path:
    """The `.shp` when one of its companions is given; the file itself else."""
    shp = next((one for one in parts(path) if one.suffix.lower() == ".shp"), path)
    return shp if path.suffix.lower() in SHAPEFILE else path


def parts(path: Path) -> list[Path]:
    """The file, with what goes with a Shapefile and nothing else of the same name."""
    if path.suffix.lower() not in SHAPEFILE or not path.parent.is_dir():
        return [path]
    beside = path.parent.iterdir()
    return sorted(one for one in beside if one.stem == path.stem and one.suffix.lower() in SHAPEFILE)


def name_for(ville: Ville, source: Path, couches: Collection[str]) -> str:
    """Where a file that makes these layers is kept: a plain name, numbered when another file has it.

    A newer edition of a file takes its place, when that file served no other layer.
    """
    for rank in count(1):
        name = file_name(source, rank)
        served = {donnee.couche for donnee in ville.donnees if donnee.fichier == name}
        target = ville.dossier / name
        if not target.exists() or same(target, source) or (served and served <= set(couches)):
            return name
    raise AssertionError("unreachable")


def file_name(source: Path, rank: int = 1) -> str:
    """A plain name under `fichiers/`, numbered from the second."""
    number = f"-{rank}" if rank > 1 else ""
    return f"{FICHIERS}/{slug(source.stem) or 'fichier'}{number}{source.suffix.lower()}"


def same(one: Path, other: Path) -> bool:
    """Whether two files are one, or hold the same bytes."""
    return one.samefile(other) or filecmp.cmp(one, other, shallow=False)


def keep(source: Path, target: Path) -> None:
    """Copy a file with what goes with it, each aside then renamed; its main part comes last."""
    target.parent.mkdir(parents=True, exist_ok=True)
    for one in sorted(parts(source), key=lambda part: part == source):
        final = target.with_suffix(one.suffix.lower())
        if one.resolve() != final.resolve():
            aside = final.with_name(f"{final.name}.{os.getpid()}.en-cours")
            shutil.copyfile(one, aside)
            aside.replace(final)
