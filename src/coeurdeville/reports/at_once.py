"""Independent pieces of a diagnostic, two at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def at_once(works: Iterable[Callable[[], T]]) -> list[T]:
    """What each gives, in the order given; the first error, in that order, is raised.

    While GDAL or typst writes, which leaves the interpreter free, the other thread words and writes. Works must not
    read files through `readers`, which turn warnings into problems for the whole process, nor compute on shapes that
    they share: GEOS completes a shape as it is used, and two threads that do so at once bring the process down.
    """
    with ThreadPoolExecutor(max_workers=2) as pool:
        return [future.result() for future in [pool.submit(work) for work in works]]
