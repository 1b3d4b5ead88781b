"""What is taken from outside, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass

from coeurdeville.readers.formats import Format
from coeurdeville.readers.reception.sorts import Document, Sort

DATA: frozenset[Sort] = frozenset(Format)
"""Everything that can be read as a table or as a layer."""
PICTURES: frozenset[Sort] = frozenset({Document.PNG, Document.JPEG, Document.WEBP})


@dataclass(frozen=True)
class Limits:
    """What one file may be. What an archive may hold once open is in `readers.limits`."""

    size: int = 100 * 1000**2
    """Bytes."""
    pixels: int = 50_000_000
    """Of a picture, before anything is decoded."""
    side: int = 4096
    """Pixels of the longest side of a picture once kept: a larger one is reduced."""
    accepted: frozenset[Sort] = DATA | frozenset(Document)


LIMITS = Limits()
