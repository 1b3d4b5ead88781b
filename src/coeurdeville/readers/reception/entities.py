"""Whether an XML text defines entities, which can grow without end."""

from __future__ import annotations

import re
from typing import IO

PROLOGUE = 65_536
"""Bytes in which the first element of an honest file begins."""
_DECLARED = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_ELEMENT = re.compile(rb"<[A-Za-z_]")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)


def defines_entities(file: IO[bytes]) -> bool:
    """Whether something declares a document type before the first element.

    A prologue so long that no element is seen counts as one: nothing honest has it.
    """
    head = file.read(PROLOGUE)
    cut = len(head) == PROLOGUE
    text = _COMMENT.sub(b"", head.replace(b"\0", b""))
    element = _ELEMENT.search(text)
    before = text[: element.start()] if element else text
    return bool(_DECLARED.search(before)) or (cut and element is None)
