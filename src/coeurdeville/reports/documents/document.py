"""A paper of the programme: a receipt, minutes, a letter, a card, a report, a synthesis."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from coeurdeville.core.problems import refuse_errors
from coeurdeville.reports.documents.blocks import Block, Columns
from coeurdeville.reports.documents.faults import faults
from coeurdeville.reports.palette import Theme


@dataclass(frozen=True)
class Document:
    """What both renderers read, and nothing else. Refused, with all its problems, when readers would be left out."""

    title: str
    subtitle: str = ""
    theme: Theme | None = None
    """For navigation: its word and its hue above the title."""
    reference: str = ""
    """At the foot of every page, with the date."""
    date: datetime.date | None = None
    """None for a draft: its PDF is not an archive then."""
    issuers: tuple[str, ...] = ()
    """Who speaks, above the title."""
    addressee: tuple[str, ...] = ()
    """Lines of an address; a document that has some is set as a letter."""
    blocks: tuple[Block, ...] = ()
    footer: str = ""
    """The last words: rights, licence, how to appeal."""
    contents: bool = False
    """Whether a table of contents comes first."""

    def __post_init__(self) -> None:
        refuse_errors(faults(self.title, tuple(self.walk())))

    def walk(self) -> Iterator[Block]:
        """Every block in reading order, columns followed by what they hold."""
        yield from _walk(self.blocks)


def _walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Columns):
            yield from _walk((*block.left, *block.right))
