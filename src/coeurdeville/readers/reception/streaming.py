"""Bytes that arrive, written as they come, and nothing left when they do not all come."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from coeurdeville.core.problems import Refused
from coeurdeville.readers.reception.faults import CUT, DISK_FULL, TOO_LARGE, weight
from coeurdeville.readers.refusals import EMPTY

CHUNK = 1 << 20
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the system says when there is no room left."""


def stream_to(path: Path, stream: BinaryIO, name: str, *, most: int, announced: int | None) -> None:
    """Write the whole stream at `path`, which is not there when anything goes wrong.

    Parameters
    ----------
    most
        Bytes from which the rest is not read.
    announced
        Bytes that should arrive, when it is known.

    Raises
    ------
    Refused
        Too large, empty, cut before the end, or no room on the disk.
    """
    with _removed_unless_whole(path), refusing_full(name):
        received = _copied(path, stream, name, most)
        if announced is not None and received < announced:
            raise Refused([CUT(name=name, received=weight(received), wanted=f" sur {weight(announced)}")])
        if received == 0:
            raise Refused([EMPTY(name=name)])


def _copied(path: Path, stream: BinaryIO, name: str, most: int) -> int:
    received = 0
    with path.open("xb") as file:
        while chunk := stream.read(CHUNK):
            received += len(chunk)
            if received > most:
                raise Refused([TOO_LARGE(name=name, limit=weight(most))])
            file.write(chunk)
    return received


@contextmanager
def refusing_full(name: str) -> Iterator[None]:
    """Turns a disk without room into `depot-disque-plein`."""
    try:
        yield
    except OSError as failure:
        if failure.errno not in FULL:
            raise
        raise Refused([DISK_FULL(name=name)]) from failure


@contextmanager
def _removed_unless_whole(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise
