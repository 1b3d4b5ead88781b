"""What pages draw from the matrix, kept in the process until the matrix changes: a page read twice is made once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from coeurdeville.deployability.matrix import Matrix

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Kept(Generic[K, V]):
    """The last `most` things that `make` drew from one matrix; another matrix drops them all.

    The matrix itself is compared, not its content: `espaces.inventaires.matrice` gives the same object as long as no
    town has changed.
    """

    def __init__(self, make: Callable[[Matrix, K], V], most: int = 64) -> None:
        self._make, self._most = make, most
        self._matrix: Matrix | None = None
        self._found: OrderedDict[K, V] = OrderedDict()
        self._lock = Lock()

    def __call__(self, matrix: Matrix, key: K) -> V:
        """What was drawn of this matrix for this key, else drawn now."""
        with self._lock:
            if self._matrix is not matrix:
                self._matrix = matrix
                self._found.clear()
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
        made = self._make(matrix, key)
        with self._lock:
            if self._matrix is matrix:
                self._found[key] = made
                if len(self._found) > self._most:
                    self._found.popitem(last=False)
        return made
