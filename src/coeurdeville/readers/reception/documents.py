"""PDF documents: whole, and with nothing that acts when they are opened."""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator
from pathlib import Path

from coeurdeville.core.problems import Problem
from coeurdeville.readers.reception.faults import ACTIVE_PDF
from coeurdeville.readers.reception.sorts import Document
from coeurdeville.readers.refusals import UNREADABLE

_ACTIVE: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"/(JavaScript|JS)\b"), "un programme (JavaScript)"),
    (re.compile(rb"/(Launch|SubmitForm|ImportData)\b"), "une action qui lance un programme ou envoie des données"),
    (re.compile(rb"/(EmbeddedFile|RichMedia)\b"), "d’autres fichiers"),
)
END = 2048
"""Bytes at the end in which a whole document says that it ends."""


def problems_of_pdf(path: Path, name: str) -> Iterator[Problem]:
    """What keeps a document from being kept. What it holds compressed is not looked into."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if data.rfind(b"%%EOF", max(0, len(data) - END)) < 0:
            yield UNREADABLE(name=name, format=Document.PDF, reason="la fin du fichier manque")
        for pattern, what in _ACTIVE:
            if pattern.search(data):
                yield ACTIVE_PDF(name=name, what=what)
