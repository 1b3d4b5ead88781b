"""What a document is made of; every text is plain, as its author wrote it, its lines kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from coeurdeville.reports.exhibits import Column
from coeurdeville.reports.palette import Status


@dataclass(frozen=True)
class Evidence:
    """What a sentence rests on: a numbered note. The same one given twice has one number."""

    label: str
    link: str = ""
    """A page of the site (`/appels/…`) or an address (`https://…`); on paper it is printed too."""


@dataclass(frozen=True)
class Paragraph:
    """Sentences, and what they rest on."""

    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Heading:
    """A title inside the document; the document's own is of level 1."""

    text: str
    level: int = 2
    """2 to 4; no level is skipped."""


@dataclass(frozen=True)
class Bullets:
    """A list; items without words are left out."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Table:
    """Worded cells; the first of a row is its heading. An empty cell is shown as a dash, no row at all in words."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    badges: tuple[Status, ...] = ()
    """For each row, the tone of its status; needs one column that shows "badge"."""


@dataclass(frozen=True)
class KeyFigure:
    """A large number, worded with its unit."""

    value: str
    label: str
    note: str = ""
    """The comparison, or what it rests on."""


@dataclass(frozen=True)
class KeyFigures:
    """Large numbers side by side: three a line, two or four when they are as many."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Figure:
    """A chart or a map drawn elsewhere."""

    svg: str
    alt: str
    """What is seen, with its figures: all that some readers have."""
    caption: str = ""
    """Says the finding."""
    source: str = ""


@dataclass(frozen=True)
class Picture:
    """A photograph: on screen from its address, on paper from what its file holds."""

    address: str
    content: bytes
    """PNG, JPEG, WebP or GIF."""
    alt: str
    caption: str = ""
    credit: str = ""
    """Who made it, and under which licence."""


@dataclass(frozen=True)
class Quote:
    """Somebody's words."""

    text: str
    author: str = ""


@dataclass(frozen=True)
class Facts:
    """Labels and their values. A value without words is said not to be given."""

    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Note:
    """Words set apart, said in their own words to be a remark or a warning."""

    text: str
    kind: Literal["info", "warning"] = "info"


@dataclass(frozen=True)
class Signature:
    """Who signs."""

    name: str
    role: str = ""


@dataclass(frozen=True)
class Signatures:
    """Side by side, with the room to sign on paper."""

    signatures: tuple[Signature, ...]


@dataclass(frozen=True)
class Columns:
    """Two columns, read from left to right; one above the other on a narrow screen. They hold no columns."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


Block = (
    Paragraph | Heading | Bullets | Table | KeyFigures | Figure | Picture | Quote | Facts | Note | Signatures | Columns
)  # fmt: skip
