"""A value of a file as it is shown: on one line, of a bearable length, unable to act on a terminal."""

from __future__ import annotations

SHORT = 80
"""Characters of a value where it is only shown."""
LONG = 1000
"""Characters of a value in a list of errors."""
CUT = "…"
_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_UNSEEN = (*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
_PLAIN = _PICTURES | dict.fromkeys(_UNSEEN, 0xFFFD)


def legible(value: str, most: int = SHORT) -> str:
    """The value cut after `most` characters; line breaks and other controls by their pictures (`␊`, `␛`)."""
    shown = value[:most].translate(_PLAIN)
    return shown + CUT if len(value) > most else shown
