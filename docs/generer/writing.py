"""Markdown: a page from its parts, tables, French typography."""

import re
from collections.abc import Iterable

NOTE = "*Page écrite par `.venv/bin/python docs/generer` : on change le code, pas la page.*"


def page(parts: Iterable[str]) -> str:
    """A whole page: parts apart by a blank line, spaces set as French wants them outside code."""
    text = "\n\n".join(part.strip() for part in parts) + "\n"
    pieces = re.split(r"(```.*?```|`[^`\n]*`)", text, flags=re.DOTALL)
    return "".join(piece if rank % 2 else _french(piece) for rank, piece in enumerate(pieces))


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table; columns that are empty in every row are left out."""
    held = [tuple(cell.replace("|", "\\|") for cell in row) for row in rows]
    kept = [rank for rank in range(len(heads)) if any(row[rank] for row in held)]
    lines = [heads, tuple("---" for _ in heads), *held]
    return "\n".join(f"| {' | '.join(line[rank] for rank in kept)} |" for line in lines)


def _french(text: str) -> str:
    """No plain space before a double sign or a percent, nor inside « »."""
    text = re.sub(r" (?=[;!?%](?:\s|$|\*))", "\u202f", text)
    return re.sub(r"(?<=«) | (?=»)| (?=:(?:\s|$))", "\u00a0", text)
