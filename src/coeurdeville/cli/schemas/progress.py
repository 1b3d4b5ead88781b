"""How far the reading of a large file is, on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from coeurdeville.schemas.cells.table import Cells, Part

LARGE = 20_000_000
"""Bytes from which a bar is worth its line."""


@contextmanager
def shown(cells: Cells) -> Iterator[Cells]:
    """The same cells, whose reading moves a bar when the file is large and a terminal is there to show it."""
    if cells.size < LARGE or not sys.stderr.isatty():
        yield cells
        return
    with click.progressbar(length=cells.size, label="Vérification", file=sys.stderr) as bar:
        yield replace(cells, parts=_watched(cells.parts, bar.update))
        bar.update(max(0, cells.size - bar.pos))


def _watched(parts: Iterator[Part], advance: Callable[[int], None]) -> Iterator[Part]:
    for part in parts:
        yield part
        advance(_bytes(part))


def _bytes(part: Part) -> int:
    """What a part took in the file, about: its texts, and one separator after each."""
    texts = (part.frame[name].str.len_bytes().sum() for name in part.frame.columns)
    return int(sum(texts)) + part.frame.height * part.frame.width
