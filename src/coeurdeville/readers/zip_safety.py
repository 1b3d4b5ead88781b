"""What makes a ZIP dangerous: members that leave its folder, or that grow beyond reason."""

from __future__ import annotations

import stat
import zipfile
from pathlib import PurePosixPath

from coeurdeville.core.french import NBSP, number
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.readers import limits
from coeurdeville.readers.refusals import PROTECTED

DANGEROUS = Kind(
    "archive-dangereuse",
    "L’archive « {name} » est refusée : {reason}.",
    "Refaire l’archive avec les seuls fichiers de données, sans chemin.",
)


def require_safe(archive: zipfile.ZipFile, name: str) -> None:
    """Nothing when the archive is safe to open.

    Raises `Refused` with every danger: absolute paths, `..`, links, files that grow more than `limits.MAX_RATIO`
    times, too much or too many in all; or because it is protected by a password.
    """
    members = archive.infolist()
    problems = [
        *_listed(name, "des fichiers sortiraient de leur dossier", list(filter(_escapes, members))),
        *_listed(name, f"des fichiers y grossissent plus de {limits.MAX_RATIO} fois", list(filter(_grows, members))),
        *_too_much(name, members),
    ]
    if problems:
        raise Refused(problems)
    if any(member.flag_bits & 1 for member in members):
        raise Refused([PROTECTED(name=name)])


def too_large(name: str, size: int) -> Problem:
    """An archive that holds more than `limits.MAX_BYTES`, or grows too fast; `size` in bytes, or so far."""
    return DANGEROUS(name=name, reason=f"elle contient plus de {number(size / 1024**2)}{NBSP}Mio une fois ouverte")


def _listed(name: str, reason: str, members: list[zipfile.ZipInfo]) -> list[Problem]:
    if not members:
        return []
    return [DANGEROUS(name=name, reason=reason, examples=[member.orig_filename for member in members])]


def _too_much(name: str, members: list[zipfile.ZipInfo]) -> list[Problem]:
    size = sum(member.file_size for member in members)
    if size > limits.MAX_BYTES:
        return [too_large(name, limits.MAX_BYTES)]
    if len(members) > limits.MAX_FILES:
        return [DANGEROUS(name=name, reason=f"elle contient {number(len(members))} fichiers")]
    return []


def _escapes(member: zipfile.ZipInfo) -> bool:
    name = member.orig_filename.replace("\\", "/")
    linked = stat.S_ISLNK(member.external_attr >> 16)
    return linked or name.startswith("/") or name[1:2] == ":" or ".." in PurePosixPath(name).parts or "\0" in name


def _grows(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(limits.HARMLESS, limits.MAX_RATIO * member.compress_size)
