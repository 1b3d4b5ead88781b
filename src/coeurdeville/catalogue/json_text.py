"""JSON as it is published: readable, accents kept, keys in the order in which they are given."""

from __future__ import annotations

import json
from typing import Any


def json_text(value: Any) -> str:
    """Two spaces a level, a line break at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
