"""Texts that a spreadsheet would run, written harmless and read again as they were."""

from __future__ import annotations

from coeurdeville.core.formulas import FORMULA, harmless


def guarded(text: str) -> str:
    """The text as it is written in a cell: see `core.formulas`; an apostrophe that was already there gets another."""
    return f"'{text}" if _held(text) else harmless(text)


def unguarded(cell: str) -> str:
    """The text that `guarded` wrote."""
    return cell[1:] if _held(cell) else cell


def _held(text: str) -> bool:
    return text.startswith("'") and text.lstrip("'").startswith(FORMULA)
