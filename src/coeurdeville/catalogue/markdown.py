"""Texts of any origin in Markdown: none of them can change the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_MARKS = re.compile(r"([\\`*_\[\]<>|#~])")
_BLANKS = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")
_ADDRESS = re.compile(r"https?://[^\s<>|]+")


def told(text: str) -> str:
    """The text as it is read, on one line; an address stays a link."""
    line = _BLANKS.sub(" ", text).strip(" ")
    parts = re.split(f"({_ADDRESS.pattern})", line)
    return "".join(f"<{part}>" if rank % 2 else _MARKS.sub(r"\\\1", part) for rank, part in enumerate(parts))


def code(text: str) -> str:
    """A name of file, of column, a value: as it is typed."""
    return "`" + _BLANKS.sub(" ", text.replace("`", " ")).strip(" ").replace("|", r"\|") + "`"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Cells already in Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def listed(lines: Iterable[str]) -> str:
    """Bullets; each line is already in Markdown."""
    return "\n".join(f"- {line}" for line in lines)


def page(*blocks: str) -> str:
    """Blocks apart from one another, those that are empty left out."""
    return "\n\n".join(block for block in blocks if block) + "\n"
