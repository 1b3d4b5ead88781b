"""New entries of `ville.toml` as text: thousands of them are written in no time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import tomlkit

HEAD = "[[donnees]]"
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def entry_text(table: Mapping[str, Any]) -> str:
    """The entry under its own heading: answers, then lists and tables, then histories one line at a time."""
    plain = {key: value for key, value in table.items() if _is_plain(value)}
    rows = {key: value for key, value in table.items() if _is_rows(value)}
    rest = {key: value for key, value in table.items() if key not in plain and key not in rows}
    lines = [HEAD, *_lines(plain)]
    if rest:
        lines.append(tomlkit.dumps({"donnees": [rest]}).strip().removeprefix(HEAD).strip())
    for key, each in rows.items():
        for row in each:
            lines.extend((f"[[donnees.{_key(key)}]]", *_lines(row)))
    return "\n".join(lines) + "\n"


def _is_plain(value: object) -> bool:
    return isinstance(value, str | bool | int | date)


def _is_rows(value: object) -> bool:
    """Whether a value is a list of flat tables, as histories are."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(row, Mapping) and row and all(map(_is_plain, row.values())) for row in value)
    )


def _lines(table: Mapping[str, Any]) -> Iterator[str]:
    return (f"{_key(key)} = {_written(value)}" for key, value in table.items())


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _written(key)


def _written(value: object) -> str:
    """A value: a text of TOML is one of JSON, but for one character that must be escaped."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
