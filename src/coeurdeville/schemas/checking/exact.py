"""Texts read one by one, each distinct one once: what the quick way leaves to be decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

MEMORY = 200_000
"""Distinct texts of a column that are remembered from one part of a table to the next."""


class Decided:
    """A judgement of texts, remembered: the same text is never judged twice."""

    def __init__(self, judge: Callable[[str], Any]) -> None:
        self._judge, self._known = judge, {}  # type: ignore[var-annotated]

    def __call__(self, texts: pl.Series) -> dict[str, Any]:
        """What is judged of each distinct text of a column without null."""
        if len(self._known) > MEMORY:
            self._known.clear()
        known = self._known
        for text in texts.unique():
            if text not in known:
                known[text] = self._judge(text)
        return known

    def right(self, texts: pl.Series) -> pl.Series:
        """Which texts of a column without null are judged right (anything but None and False), shape `(n,)`."""
        import polars as pl

        known = self(texts)
        wrong = [text for text in texts.unique() if known[text] is None or known[text] is False]
        return ~texts.is_in(wrong) if wrong else pl.repeat(value=True, n=len(texts), eager=True)
