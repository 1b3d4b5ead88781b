"""The editions of all towns: `<folder>/<commune>/<identifiant>/`, each written aside, then renamed."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

from coeurdeville.reports.editions.edition import Edition
from coeurdeville.reports.editions.reading import read_edition

KEPT = 24
"""Editions held in memory by a process."""
ASIDE, FORGOTTEN = ".en-cours-", 24 * 3600
"""Start of the name of what is being written; seconds after which it is left by a process that was killed."""
COMMUNE = re.compile(r"\d[\dAB]\d{3}", re.ASCII)
IDENTIFIANT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-([1-9]\d{0,5}))?", re.ASCII)
FILE = re.compile(r"\.?[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)+", re.ASCII)


@dataclass(frozen=True)
class Editions:
    """Editions on disk, found by commune and identifier."""

    folder: Path

    def put(self, commune: str, files: Mapping[str, bytes], today: date) -> str:
        """Keep an edition, whole or not at all, and say its identifier.

        Of two that are put at once on one day, the second to arrive takes the next number. When the disk is full,
        nothing is left of it and the `OSError` goes up.
        """
        home = self.folder / _checked(COMMUNE, commune)
        home.mkdir(parents=True, exist_ok=True)
        _sweep(home)
        aside = Path(mkdtemp(prefix=ASIDE, dir=home))
        try:
            aside.chmod(0o755)
            for name, content in files.items():
                _write(aside / _checked(FILE, name), content)
            return _named(aside, today)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise

    def get(self, commune: str, identifiant: str) -> Edition | None:
        """The edition; None when there is none of this name. Read once: what is kept never changes.

        Raises
        ------
        Damaged
            `edition-illisible`: files of it lack, or one is cut or is of something else.
        """
        if not (COMMUNE.fullmatch(commune) and IDENTIFIANT.fullmatch(identifiant)):
            return None
        folder = self.folder / commune / identifiant
        try:
            state = folder.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return _read(folder, commune, identifiant, (state.st_ino, state.st_mtime_ns)) if folder.is_dir() else None

    def of(self, commune: str) -> tuple[str, ...]:
        """The identifiers of the editions of a town, oldest first; empty for a town that has none."""
        home = self.folder / commune
        if not COMMUNE.fullmatch(commune) or not home.is_dir():
            return ()
        names = [path.name for path in home.iterdir() if IDENTIFIANT.fullmatch(path.name) and path.is_dir()]
        return tuple(sorted(names, key=_order))


@lru_cache(maxsize=KEPT)
def _read(folder: Path, commune: str, identifiant: str, _state: tuple[int, int]) -> Edition:
    """Known again by the state of the folder: one restored from a backup under the same name is read anew."""
    return read_edition(folder, commune, identifiant)


def _sweep(home: Path) -> None:
    """Remove what a process that was killed left half written; another may give its own its name meanwhile."""
    for path in home.glob(f"{ASIDE}*"):
        with suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > FORGOTTEN:
                shutil.rmtree(path, ignore_errors=True)


def _checked(allowed: re.Pattern[str], name: str) -> str:
    if not allowed.fullmatch(name):
        raise ValueError(f"{name!r} cannot be part of an edition's address")
    return name


def _write(path: Path, content: bytes) -> None:
    """The file, on the disk before the edition takes its name."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _named(aside: Path, today: date) -> str:
    """Give the folder the first free identifier of the day; a folder never takes the place of one that holds files."""
    for rank in count(1):
        name = today.isoformat() if rank == 1 else f"{today.isoformat()}-{rank}"
        try:
            aside.rename(aside.with_name(name))
        except OSError:
            if not aside.with_name(name).exists():
                raise
        else:
            return name
    raise AssertionError("numbers never end")


def _order(identifiant: str) -> tuple[str, int]:
    day, _, rank = identifiant[:10], identifiant[10:11], identifiant[11:]
    return day, int(rank or 1)
