"""JSON documents from elsewhere: bounded, in any encoding, refused in French."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coeurdeville.readers.encoding import to_utf8
from coeurdeville.readers.formats import Format
from coeurdeville.readers.opening import first_bytes
from coeurdeville.readers.refusals import refusing


def is_json(path: Path) -> bool:
    """Whether a file begins as JSON does; `Refused` when it cannot be opened."""
    return first_bytes(path).lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"["))


def load_json(path: Path) -> Any:
    """The document.

    Raises
    ------
    Refused
        When it cannot be opened, is too large, or is not JSON.
    """
    first_bytes(path)
    with refusing(path.name, Format.JSON, ValueError, RecursionError):
        return json.loads(to_utf8(path.read_bytes(), path.name).data)


def every_object(content: Any) -> Iterator[dict[str, Any]]:
    """Each object of a document, the outer ones first."""
    waiting = [content]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, dict):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
