"""Quotes that open a cell of a text table and never close: left there, they would swallow the rows that follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from coeurdeville.core.problems import Kind, Level, Problem

OPEN_QUOTE = Kind(
    "guillemets-non-fermes",
    "Des guillemets de « {name} » s’ouvrent et ne se ferment jamais : ils sont retirés à la lecture.",
    "Les fermer ou les retirer ; un guillemet qui fait partie du texte s’écrit deux fois, entre deux autres.",
    Level.WARNING,
)
_LINE_END = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True)
class Closed:
    """A text in which every quoted cell has an end."""

    data: bytes
    opened: tuple[int, ...]
    """Where quotes were taken out: place in `data` of the cell that each opened, increasing."""

    def problems(self, name: str) -> tuple[Problem, ...]:
        """What is to be said of the file of this name."""
        if not self.opened:
            return ()
        return (OPEN_QUOTE(name=name, examples=list(self._lines()), count=len(self.opened)),)

    def _lines(self) -> list[str]:
        lines, line, start = [], 1, 0
        for place in self.opened:
            line += len(_LINE_END.findall(self.data, start, place))
            lines.append(f"ligne {line}")
            start = place
        return lines


def without_open_quotes(data: bytes, delimiter: str) -> Closed:
    """The text without the quotes that begin a cell and have no end.

    A quote ends its cell when a delimiter, a line break or the end of the file follows it. One that is followed by
    something else also ends it, as spreadsheets read it, provided that it stands on the same line: further, it is the
    quote of another cell.
    """
    closed, opened, at = _closed(delimiter), list[int](), 0
    while (at := _end(closed, data, at)) < len(data):
        opened.append(at)
        at += 1
    if not opened:
        return Closed(data, ())
    bounds = [0, *(place + 1 for place in opened)]
    kept = b"".join(data[start:stop] for start, stop in zip(bounds, [*opened, len(data)], strict=True))
    return Closed(kept, tuple(place - rank for rank, place in enumerate(opened)))


def _end(closed: re.Pattern[bytes], data: bytes, start: int) -> int:
    found = closed.match(data, start)
    return found.end() if found else start


@lru_cache
def _closed(delimiter: str) -> re.Pattern[bytes]:
    """Text as far as its quotes go well: no quote, a whole quoted cell, one loosely closed, a quote inside a cell."""
    apart = rb"\r\n" + re.escape(delimiter.encode())
    whole = rb'"[^"]*+(?:""[^"]*+)*+" *+(?=[' + apart + rb"]|\Z)"
    loose = rb'"[^"\r\n]*+(?:""[^"\r\n]*+)*+"(?!")'
    opening, inside = rb"(?<![^" + apart + rb"])", rb"(?<=[^" + apart + rb'])"'
    return re.compile(rb'(?:[^"]++|' + opening + rb"(?:" + whole + rb"|" + loose + rb")|" + inside + rb")*+")
