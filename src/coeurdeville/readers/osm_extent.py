"""The rectangle that an OpenStreetMap extract says that it covers, and the day it says that it was true."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import shapely

from coeurdeville.readers.formats import HEAD, Format

_BOUNDS = re.compile(rb"<bounds\b([^>]*)>")
_SIDE = re.compile(rb"(min|max)(lon|lat)\s*=\s*[\"']([-+.\d]+)[\"']")
_DAY = re.compile(rb"(?:osm_base|timestamp)\s*=\s*[\"'](\d{4}-\d\d-\d\d)T")
_VARINT, _BYTES = 0, 2


def extent(path: Path, found: Format) -> Any:
    """The `<bounds>` of an XML file or the box of a PBF header, in degrees; None when there is none."""
    with path.open("rb") as file:
        if found is Format.OSM:
            return _of_xml(file.read(HEAD))
        size = struct.unpack(">I", file.read(4))[0]
        header = dict(_fields(file.read(size)))
        return _of_pbf(file.read(int(header[3])))


def dated(path: Path, found: Format) -> date | None:
    """The day of the `osm_base` or `timestamp` that heads an XML file; None when there is none, and for PBF."""
    if found is not Format.OSM:
        return None
    with path.open("rb") as file:
        day = _DAY.search(file.read(HEAD).partition(b"<node")[0])
    return None if day is None else date.fromisoformat(day[1].decode())


def _of_xml(head: bytes) -> Any:
    bounds = _BOUNDS.search(head)
    sides = {} if bounds is None else {low + axis: float(value) for low, axis, value in _SIDE.findall(bounds[1])}
    if len(sides) != 4:
        return None
    return shapely.box(sides[b"minlon"], sides[b"minlat"], sides[b"maxlon"], sides[b"maxlat"])


def _of_pbf(blob: bytes) -> Any:
    """From the first blob: `HeaderBlock.bbox`, in billionths of a degree (OSM wiki, PBF Format)."""
    packed = dict(_fields(blob))
    block = packed[1] if 1 in packed else zlib.decompress(packed[3]) if 3 in packed else b""
    box = dict(_fields(block)).get(1)
    if not isinstance(box, bytes):
        return None
    west, east, north, south = (_signed(dict(_fields(box))[side]) * 1e-9 for side in (1, 2, 3, 4))
    return shapely.box(west, south, east, north)


def _fields(message: bytes) -> Iterator[tuple[int, Any]]:
    """Number and value of each field of a Protocol Buffers message: integers and byte strings only."""
    position = 0
    while position < len(message):
        key, position = _varint(message, position)
        value, position = _varint(message, position)
        if key & 7 == _BYTES:
            yield key >> 3, message[position : position + value]
            position += value
        elif key & 7 == _VARINT:
            yield key >> 3, value


def _varint(message: bytes, position: int) -> tuple[int, int]:
    value, shift = 0, 0
    while position < len(message):
        byte = message[position]
        value |= (byte & 127) << shift
        position, shift = position + 1, shift + 7
        if byte < 128:
            break
    return value, position


def _signed(value: int) -> int:
    """A zigzag integer: 0, -1, 1, -2 are written 0, 1, 2, 3."""
    return (value >> 1) ^ -(value & 1)
