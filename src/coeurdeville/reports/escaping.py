"""Text of any origin made harmless for HTML and SVG."""

from __future__ import annotations

import html
import re

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without what XML refuses (controls, halves of pairs) or what fools the eye (direction overrides)."""
    return _UNPRINTABLE.sub("", text)


def escaped(text: str) -> str:
    """The text as character data or attribute value."""
    return html.escape(printable(text))
