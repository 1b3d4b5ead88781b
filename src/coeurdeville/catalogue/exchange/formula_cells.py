"""Cells whose formula has no value, put with their rows: reading them as blank would be wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from coeurdeville.catalogue.exchange.doubts import Doubts
from coeurdeville.catalogue.exchange.entry_problems import FORMULA_UNREAD
from coeurdeville.catalogue.exchange.formula_text import uncomputed
from coeurdeville.catalogue.exchange.headers import resolve
from coeurdeville.catalogue.exchange.rows import Row
from coeurdeville.readers.formats import Format
from coeurdeville.readers.spreadsheet import open_sheet

if TYPE_CHECKING:
    from coeurdeville.readers.features import Features


def with_formulas(
    path: Path, sheet: str, features: Features, known: Mapping[str, str], rows: Sequence[Row], doubts: Doubts
) -> Sequence[Row]:
    """The rows, each with the texts of its formulas that have no value, which are said with their place."""
    found = uncomputed(path, sheet) if features.format is Format.XLSX else {}
    if not found:
        return rows
    headers = _headers(path, sheet, features)
    keys = resolve(list(headers.values()), known)
    kept: dict[int, dict[str, str]] = {}
    for (number, column), text in found.items():
        header = headers.get(column, "")
        doubts.note(FORMULA_UNREAD, f"{sheet}, ligne {number}, {header or f'colonne {column}'} : « {text} »")
        if header:
            kept.setdefault(number, {})[header] = text
    return [_with(row, kept.get(int(number), {}), keys) for row, number in zip(rows, features.row_numbers, strict=True)]


def _with(row: Row, formulas: Mapping[str, str], keys: Mapping[str, str]) -> Row:
    unread = {keys[header]: text for header, text in formulas.items() if header in keys}
    extra = {header: text for header, text in formulas.items() if header not in keys}
    return replace(row, unread=unread, extra={**row.extra, **extra})


def _headers(path: Path, sheet: str, features: Features) -> Mapping[int, str]:
    """Rank of a column, from 1 -> its name in the table, by the nearest text above the data that it ends with."""
    top = open_sheet(path, features.format, sheet).rows[: int(features.row_numbers[0]) - 1] if len(features) else []
    names = [str(one) for one in features.frame.columns]
    found: dict[int, str] = {}
    for row in top:
        for rank, cell in enumerate(row, start=1):
            text = " ".join(str(cell).split())
            match = next((one for one in names if text and one.endswith(text) and one not in found.values()), "")
            if match:
                found[rank] = match
    return found
