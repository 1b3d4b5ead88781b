"""Archives: what each member is, told by its content, before anything is unpacked."""

from __future__ import annotations

import gzip
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.readers import limits
from coeurdeville.readers.formats import Format
from coeurdeville.readers.reception.faults import HARMFUL_INSIDE, NESTED
from coeurdeville.readers.reception.harmful import harmful
from coeurdeville.readers.reception.sorts import Sort
from coeurdeville.readers.reception.workbooks import problems_of_workbook
from coeurdeville.readers.refusals import UNREADABLE
from coeurdeville.readers.zip_safety import require_safe, too_large

_HEAD = 4096
_PACKED = re.compile(
    rb"PK\x03\x04|PK\x05\x06|\x1f\x8b|7z\xbc\xaf\x27\x1c|Rar!|BZh|\xfd7zXZ\x00|\x28\xb5\x2f\xfd|MSCF|.{257}ustar",
    re.DOTALL,
)
_WORKBOOKS = (".xlsx", ".xlsm", ".ods")


def packed(head: bytes) -> bool:
    """Whether some bytes begin an archive of any kind, read here or not."""
    return bool(_PACKED.match(head))


def sort_of_zip(path: Path) -> Format | None:
    """A workbook, an archive of files, or None: another document made of a ZIP, such as a text or a program."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            kind = archive.read("mimetype")[:100] if "mimetype" in names and "content.xml" in names else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, zlib.error):
        return Format.ZIP
    if "xl/workbook.xml" in names:
        return Format.XLSX
    if kind:
        return Format.ODS if b"spreadsheet" in kind else None
    foreign = {
        "word/document.xml",
        "xl/workbook.bin",
        "ppt/presentation.xml",
        "META-INF/MANIFEST.MF",
        "AndroidManifest.xml",
    }
    return None if names & foreign else Format.ZIP


def problems_of_zip(path: Path, sort: Sort, name: str) -> Iterator[Problem]:
    """Everything that keeps an archive or a workbook from being kept."""
    try:
        with zipfile.ZipFile(path) as archive:
            dangers = _dangers(archive, name)
            yield from dangers
            if not dangers:
                yield from _members(archive, sort, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        yield UNREADABLE(name=name, format=sort, reason="son contenu est abîmé, ou la fin du fichier manque")


def _dangers(archive: zipfile.ZipFile, name: str) -> tuple[Problem, ...]:
    try:
        require_safe(archive, name)
    except Refused as refusal:
        return refusal.problems
    return ()


def _members(archive: zipfile.ZipFile, sort: Sort, name: str) -> Iterator[Problem]:
    if sort is not Format.ZIP:
        yield from problems_of_workbook(archive, name)
        return
    acting, nested = [], []
    for member in (one for one in archive.infolist() if not one.is_dir()):
        with archive.open(member) as file:
            head = file.read(_HEAD)
        what = harmful(head, member.filename)
        if what:
            acting.append(f"« {member.filename} » : {what}")
        elif packed(head) and member.filename.lower().endswith(_WORKBOOKS):
            yield from _inner(archive, member, name)
        elif packed(head):
            nested.append(member.filename)
    if acting:
        yield HARMFUL_INSIDE(name=name, examples=acting)
    if nested:
        yield NESTED(name=name, examples=nested)


def _inner(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Iterator[Problem]:
    """A workbook in an archive is data, and is looked into as if it had come alone."""
    called = f"{name} : {member.filename}"
    with tempfile.TemporaryFile() as inner:
        with archive.open(member) as file:
            shutil.copyfileobj(file, inner)
        try:
            with zipfile.ZipFile(inner) as book:
                dangers = _dangers(book, called)
                yield from dangers or problems_of_workbook(book, called)
        except zipfile.BadZipFile:
            yield UNREADABLE(name=called, format=Format.XLSX, reason="la fin du fichier manque")


def problems_of_gzip(path: Path, name: str) -> Iterator[Problem]:
    """A compressed file that holds an archive, something harmful, or that grows like a bomb."""
    most = min(limits.MAX_BYTES, max(limits.HARMLESS, limits.MAX_RATIO * path.stat().st_size))
    try:
        with gzip.open(path) as file:
            head, opened = file.read(_HEAD), _HEAD
            while opened <= most and (chunk := file.read(1 << 20)):
                opened += len(chunk)
    except (OSError, EOFError, zlib.error):
        yield UNREADABLE(name=name, format=Format.GZIP, reason="la fin du fichier manque")
        return
    if opened > most:
        yield too_large(name, most)
    if what := harmful(head, Path(name).stem):
        yield HARMFUL_INSIDE(name=name, examples=[what])
    if packed(head):
        yield NESTED(name=name, examples=[Path(name).stem])
