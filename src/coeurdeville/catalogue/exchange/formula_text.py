"""Formulas of an XLSX sheet that nothing has computed: their cells have no value."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

_CELL = re.compile(r"<(?:\w+:)?c\b([^>]*[^>/])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_FORMULA = re.compile(r"<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)<)")
_VALUE = re.compile(r"<(?:\w+:)?[vt]\b[^>]*>[^<]")
_PLACE = re.compile(r"\br=[\"']([A-Z]+)(\d+)[\"']")
_TAG = re.compile(r"<(?:\w+:)?(?:sheet|Relationship)\b[^>]*>")
_ATTRIBUTE = re.compile(r"([\w:]+)=\"([^\"]*)\"")
ELSEWHERE = "=…"
"""A formula that another cell writes."""


def uncomputed(path: Path, sheet: str) -> Mapping[tuple[int, int], str]:
    """(Row, column) from 1 -> text of each formula without a value; nothing when the sheet cannot be found."""
    try:
        with zipfile.ZipFile(path) as book:
            text = book.read(_part_of(book, sheet)).decode("utf-8", "replace")
    except (KeyError, OSError, zipfile.BadZipFile):
        return {}
    return dict(_cells(text)) if re.search(r"<(?:\w+:)?f\b", text) else {}


def _cells(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    for attributes, content in _CELL.findall(text):
        formula, place = _FORMULA.search(content), _PLACE.search(attributes)
        if formula and place and not _VALUE.search(content):
            yield (int(place[2]), _rank(place[1])), f"={unescape(formula[1])}" if formula[1] else ELSEWHERE


def _rank(letters: str) -> int:
    """`A` is 1, `AA` is 27."""
    rank = 0
    for letter in letters:
        rank = rank * 26 + ord(letter) - 64
    return rank


def _part_of(book: zipfile.ZipFile, sheet: str) -> str:
    """Where the workbook keeps a sheet; `KeyError` when it does not say it."""
    ids = {one["name"]: one["r:id"] for one in _tags(book, "xl/workbook.xml") if "r:id" in one}
    places = {one["Id"]: one["Target"] for one in _tags(book, "xl/_rels/workbook.xml.rels") if "Target" in one}
    return posixpath.normpath(posixpath.join("/xl", places[ids[sheet]])).lstrip("/")


def _tags(book: zipfile.ZipFile, part: str) -> list[dict[str, str]]:
    text = book.read(part).decode("utf-8", "replace")
    return [{key: unescape(value) for key, value in _ATTRIBUTE.findall(tag)} for tag in _TAG.findall(text)]
