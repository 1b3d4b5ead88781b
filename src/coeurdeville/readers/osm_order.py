"""Extracts whose ways stand before their nodes, put back in the order that GDAL needs to build every area."""

from __future__ import annotations

import mmap
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

_ORDER = ("node", "way", "relation")


def in_order(path: Path) -> Path | bytes:
    """The path itself when nodes come before ways and ways before relations; else the same XML rewritten so.

    Queries to Overpass often answer the other way round, and areas made of several ways are then lost without a
    word. XML that cannot be parsed is left for GDAL to refuse.
    """
    if _is_ordered(path):
        return path
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError:
        return path
    root[:] = sorted(root, key=lambda element: _ORDER.index(element.tag) if element.tag in _ORDER else -1)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _is_ordered(path: Path) -> bool:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        starts = [data.find(f"<{kind} ".encode()) for kind in _ORDER]
        ends = [data.rfind(f"<{kind} ".encode()) for kind in _ORDER]
    present = [(start, end) for start, end in zip(starts, ends, strict=True) if start >= 0]
    return all(before[1] < after[0] for before, after in pairwise(present))
