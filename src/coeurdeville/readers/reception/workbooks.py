"""Workbooks: their macros and the entities of their XML, looked for without opening them as a spreadsheet would."""

from __future__ import annotations

import mmap
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from coeurdeville.core.problems import Problem
from coeurdeville.readers.reception.entities import defines_entities
from coeurdeville.readers.reception.faults import ENTITIES, MACROS
from coeurdeville.readers.refusals import PROTECTED

_MACRO = re.compile(r"(?i)(.*/)?vbaProject[^/]*\.bin|xl/macrosheets/.+|Basic/.+|Scripts/.+")
_MACRO_TYPE = re.compile(rb"(?i)macroEnabled|vbaProject|macrosheet")
_PROJECT, _ENCRYPTED = ("_VBA_PROJECT".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le"))
_BOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))


def problems_of_workbook(archive: zipfile.ZipFile, name: str) -> Iterator[Problem]:
    """What keeps an XLSX or an ODS, already known safe to open as an archive, from being kept."""
    members = archive.namelist()
    if any(_MACRO.fullmatch(member) for member in members) or _declares_macros(archive):
        yield MACROS(name=name)
    texts = [member for member in members if member.lower().endswith((".xml", ".rels", ".vml"))]
    defining = [member for member in texts if _defines(archive, member)]
    if defining:
        yield ENTITIES(name=name, examples=defining)


def _declares_macros(archive: zipfile.ZipFile) -> bool:
    if "[Content_Types].xml" not in archive.namelist():
        return False
    with archive.open("[Content_Types].xml") as file:
        return bool(_MACRO_TYPE.search(file.read(1 << 20)))


def _defines(archive: zipfile.ZipFile, member: str) -> bool:
    with archive.open(member) as file:
        return defines_entities(file)


def problems_of_compound(path: Path, name: str) -> Iterator[Problem]:
    """The same of a file of the old binary container, in which passwords also hide."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if data.find(_ENCRYPTED) >= 0:
            yield PROTECTED(name=name)
        elif data.find(_PROJECT) >= 0:
            yield MACROS(name=name)


def is_workbook(path: Path) -> bool:
    """Whether a file of the old binary container is a workbook, or one under a password; else a text, a program…"""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return any(data.find(mark) >= 0 for mark in (*_BOOKS, _ENCRYPTED))
