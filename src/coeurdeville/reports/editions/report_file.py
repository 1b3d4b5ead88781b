"""`rapport.json`: the report as data, with its drawings, read back to the very same object."""

from __future__ import annotations

import json
from typing import Any

from coeurdeville.reports.editions.plain import from_plain, to_plain
from coeurdeville.reports.model import Report

NAME = "rapport.json"
FORMAT = "coeurdeville-rapport"
VERSION = 1
"""Changes when reports of before cannot be read any more by `read_report`."""


def write_report(report: Report) -> bytes:
    """The file, on one line, in UTF-8."""
    return compact({"format": FORMAT, "version_du_format": VERSION, "rapport": to_plain(report)})


def read_report(content: bytes) -> Report:
    """The report of a file.

    Raises
    ------
    ValueError
        When it is not one, or not of this version.
    """
    document = json.loads(content)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ValueError("not a report")
    if document.get("version_du_format") != VERSION:
        raise ValueError(f"version {document.get('version_du_format')!r} of the format")
    return from_plain(Report, document.get("rapport"))


def compact(document: Any) -> bytes:
    """JSON on one line, in UTF-8, ended by a line feed."""
    return (json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode()
