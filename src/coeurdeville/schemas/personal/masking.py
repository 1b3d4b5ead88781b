"""Personal texts shown without what makes them personal."""

from __future__ import annotations

import re


def masked(text: str) -> str:
    """`J… D…`, `j…@v…`, `0…`: the first character of each word, enough to recognise one's own data."""
    shown = re.sub(r"(\w)[\w.+-]*(?:\s?\d{2})*", r"\1…", text)
    return shown if len(shown) <= 40 else f"{shown[:39]}…"
