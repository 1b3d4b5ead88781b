"""Contents kept once each, under the digest of their bytes."""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from coeurdeville.core.problems import Damaged
from coeurdeville.inventory.revisions.refus import OBJECT_DAMAGED, OBJECT_MISSING

READ_ONLY = 0o444


@dataclass(frozen=True)
class Objets:
    """The contents of all the revisions of a town, in one folder."""

    folder: Path

    def path(self, sha: str) -> Path:
        """Where the content of this digest is, or would be."""
        return self.folder / sha

    def keep(self, file: Path) -> str:
        """Move a file among the contents, read-only, and give its digest; one that is there whole stays."""
        sha = digest(file)
        target = self.path(sha)
        if not (target.is_file() and target.stat().st_size == file.stat().st_size):
            target.parent.mkdir(parents=True, exist_ok=True)
            settle(file)
            file.chmod(READ_ONLY)
            file.replace(target)
        return sha

    def copy(self, sha: str, size: int, target: Path, name: str) -> None:
        """Put a content at `target`, to be changed at will; `name` is how messages call it.

        Raises
        ------
        Damaged
            `objet-absent`, or `objet-abime` when its size is not the one that was kept.
        """
        source = self._there(sha, size, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)

    def lay(self, sha: str, size: int, target: Path, name: str) -> None:
        """Put a content at `target`, to be read only: no byte is copied where the disk has links.

        Raises
        ------
        Damaged
            `objet-absent`, or `objet-abime` when a single byte differs.
        """
        source = self._there(sha, size, name)
        if digest(source) != sha:
            raise Damaged([OBJECT_DAMAGED(file=name)])
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)
            target.chmod(READ_ONLY)

    def _there(self, sha: str, size: int, name: str) -> Path:
        source = self.path(sha)
        if not source.is_file():
            raise Damaged([OBJECT_MISSING(file=name)])
        if source.stat().st_size != size:
            raise Damaged([OBJECT_DAMAGED(file=name)])
        return source


def digest(file: Path) -> str:
    """SHA-256 of the bytes of a file, in hexadecimal."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def settle(file: Path) -> None:
    """Have the disk hold the bytes of a file before it is named."""
    with file.open("rb") as content:
        os.fsync(content.fileno())
