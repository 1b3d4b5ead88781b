"""Each block as the data that the paper template reads, every text ready to be set."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from coeurdeville.reports.documents.anchors import Anchors
from coeurdeville.reports.documents.blocks import (
    Block,
    Bullets,
    Columns,
    Figure,
    Note,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from coeurdeville.reports.documents.drawings import adopted_drawing, size
from coeurdeville.reports.documents.pictures import drawing as photograph
from coeurdeville.reports.documents.wording import ready, sentence_parts, table_shown
from coeurdeville.reports.typesetting import as_data, printed


def written(blocks: Iterable[Block], anchors: Anchors) -> list[dict[str, Any]]:
    """Blocks in their order, those without words left out."""
    return [one for block in blocks if (one := _block(block, anchors))]


def text(words: str) -> str:
    """Words ready for paper, their lines kept."""
    return "\n".join(printed(line) for line in ready(words).splitlines())


def _block(block: Block, anchors: Anchors) -> dict[str, Any] | None:
    kind = type(block).__name__.lower()
    match block:
        case Paragraph():
            said = _paragraph(block, anchors)
        case Quote(words) | Note(words) if not words.strip():
            return None
        case Bullets(items, ordered):
            said = {"items": [text(item) for item in items if item.strip()], "ordered": ordered}
        case Table() if block.rows:
            said = as_data(table_shown(block), text)
        case Figure():
            drawing = adopted_drawing(block, anchors.figure())
            width, height = size(drawing)
            said = {**as_data(block, text), "svg": drawing, "width": width, "height": height}
        case Picture():
            said = _picture(block)
        case Columns(left, right):
            said = {"left": written(left, anchors), "right": written(right, anchors)}
        case Note():
            said = {"notice": block.kind, "text": text(block.text)}
        case _:
            said = as_data(block, text)
    return {"kind": kind, **said} if any(said.values()) else None


def _picture(block: Picture) -> dict[str, Any]:
    shown = photograph(block.content)
    said = {"alt": text(block.alt), "caption": text(block.caption), "credit": text(block.credit)}
    return {**said, "svg": shown.svg, "width": shown.width, "height": shown.height}


def _paragraph(block: Paragraph, anchors: Anchors) -> dict[str, Any]:
    start, end = sentence_parts(block.text)
    calls = anchors.called(block.evidence)
    notes = [{"number": number, "note": anchors.note(number), "call": place} for number, place in calls]
    return {"start": text(start), "end": printed(end), "calls": notes}
