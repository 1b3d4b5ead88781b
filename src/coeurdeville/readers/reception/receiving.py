"""The one way in for a file that comes from outside."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zipfile import is_zipfile

from coeurdeville.core.problems import Level, Problem, Refused
from coeurdeville.readers.formats import HEAD, Format, foreign, recognise
from coeurdeville.readers.read import MISNAMED, UNKNOWN
from coeurdeville.readers.reception.archives import packed, problems_of_gzip, problems_of_zip, sort_of_zip
from coeurdeville.readers.reception.documents import problems_of_pdf
from coeurdeville.readers.reception.entities import defines_entities
from coeurdeville.readers.reception.faults import ENTITIES, HARMFUL, MACROS, NOT_TAKEN, RENAMED
from coeurdeville.readers.reception.harmful import harmful
from coeurdeville.readers.reception.limits import LIMITS, Limits
from coeurdeville.readers.reception.names import placed, safe_name
from coeurdeville.readers.reception.pictures import rewrite
from coeurdeville.readers.reception.sorts import COMPANIONS, USUAL, Document, Sort, claimed
from coeurdeville.readers.reception.streaming import refusing_full, stream_to
from coeurdeville.readers.reception.workbooks import is_workbook, problems_of_compound

WITH_MACROS = (".xlsm", ".xltm", ".xlam", ".docm", ".pptm")
_DOCUMENTS = ((b"%PDF-", Document.PDF), (b"\x89PNG\r\n\x1a\n", Document.PNG), (b"\xff\xd8\xff", Document.JPEG))


@dataclass(frozen=True)
class Received:
    """A file that is kept."""

    path: Path
    kind: Sort
    """Told by its content: a `Format`, or a `Document`."""
    problems: tuple[Problem, ...] = ()
    """What is worth saying of it; none is an error."""


def receive(
    name: str, stream: BinaryIO, folder: Path, limits: Limits = LIMITS, *, announced: int | None = None
) -> Received:
    """Keep a file in `folder` under a name made safe, never in the place of another.

    Parameters
    ----------
    name
        As the sender calls it: it may be a path, and may lie.
    stream
        Read once, by pieces; what goes beyond the limit is not read.
    folder
        Made when there is none. Nothing is left in it when the file is refused.
    announced
        Bytes that should arrive, when it is known: fewer is a cut sending.

    Raises
    ------
    Refused
        Everything that is wrong with the file at once.
    """
    folder.mkdir(parents=True, exist_ok=True)
    called = safe_name(name)
    aside = folder / f".{secrets.token_hex(8)}.en-cours"
    stream_to(aside, stream, called, most=limits.size, announced=announced)
    try:
        sort, notes = judged(aside, called, limits)
        if isinstance(sort, Document) and sort is not Document.PDF:
            with refusing_full(called):
                rewrite(aside, sort, called, limits)
        kept = placed(aside, folder, _named(called, sort))
    finally:
        aside.unlink(missing_ok=True)
    renamed = (RENAMED(name=called, kept=kept.name),) if kept.suffix != Path(called).suffix else ()
    return Received(kept, sort, (*notes, *renamed))


def judged(path: Path, name: str, limits: Limits = LIMITS) -> tuple[Sort, tuple[Problem, ...]]:
    """What a file is that its sender calls `name`, and what is to be said of it. Raises `Refused` with every error."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    extension = Path(name).suffix.lower()
    if what := harmful(head, name):
        raise Refused([HARMFUL(name=name, what=what)])
    sort = _sort(path, head, extension)
    if sort is None:
        raise Refused([UNKNOWN(name=name, seen=_seen(head), accepted=_listed(limits))])
    problems = [*_of_name(name, extension, sort, limits), *_of_content(path, sort, name)]
    if any(one.level is Level.ERROR for one in problems):
        raise Refused(problems)
    return sort, tuple(problems)


def _sort(path: Path, head: bytes, extension: str) -> Sort | None:
    document = next((found for mark, found in _DOCUMENTS if head.startswith(mark)), None)
    if document is None and head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        document = Document.WEBP
    if document is not None:
        return document
    found = recognise(head, extension)
    if found is Format.ZIP:
        return sort_of_zip(path) if is_zipfile(path) else _cut(extension)
    if found is Format.XLS and not is_workbook(path):
        return None
    return None if found is Format.CSV and packed(head) else found


def _cut(extension: str) -> Sort:
    """What an archive that lost its end was: a workbook when its name says so; its parts are out of reach."""
    return next((one for one in (Format.XLSX, Format.ODS) if one in claimed(extension)), Format.ZIP)


def _of_name(name: str, extension: str, sort: Sort, limits: Limits) -> Iterator[Problem]:
    """What the name and the sort say together. An `.xlsx` in the old container is one under a password."""
    if sort not in limits.accepted:
        yield NOT_TAKEN(name=name, sort=sort, accepted=_listed(limits))
    if extension in WITH_MACROS:
        yield MACROS(name=name)
    elif claimed(extension) and sort not in claimed(extension) and not (sort is Format.XLS and extension == ".xlsx"):
        yield MISNAMED(name=name, extension=extension, found=f"un fichier de format {sort}")


def _of_content(path: Path, sort: Sort, name: str) -> Iterator[Problem]:
    match sort:
        case Format.XLSX | Format.ODS | Format.ZIP:
            yield from problems_of_zip(path, sort, name)
        case Format.XLS:
            yield from problems_of_compound(path, name)
        case Format.GZIP:
            yield from problems_of_gzip(path, name)
        case Document.PDF:
            yield from problems_of_pdf(path, name)
        case Format.OSM:
            with path.open("rb") as file:
                if defines_entities(file):
                    yield ENTITIES(name=name)


def _named(name: str, sort: Sort) -> str:
    """The name, with the extension of its sort when its own is another's or says nothing."""
    extension = Path(name).suffix.lower()
    if sort in claimed(extension) or extension in COMPANIONS:
        return name
    return f"{Path(name).stem if claimed(extension) else name}{USUAL[sort]}"


def _seen(head: bytes) -> str:
    found = foreign(head) or ("une archive d’un format qui n’est pas lu" if packed(head) else "")
    return f" : c’est {found}" if found else ""


def _listed(limits: Limits) -> str:
    return ", ".join(sorted(limits.accepted, key=str.casefold))
