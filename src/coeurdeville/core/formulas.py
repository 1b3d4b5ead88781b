"""Texts that a spreadsheet would run: found, and made harmless before they are written."""

from __future__ import annotations

from functools import lru_cache

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters by which a spreadsheet takes a text for a formula, full-width ones included."""


@lru_cache
def harmless(text: str) -> str:
    """The text, with an apostrophe before it when a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
