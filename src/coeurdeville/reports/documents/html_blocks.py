"""Each block as markup, every text escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from coeurdeville.reports import html_pieces as pieces
from coeurdeville.reports.documents.anchors import Anchors
from coeurdeville.reports.documents.blocks import (
    Block,
    Bullets,
    Columns,
    Facts,
    Figure,
    Heading,
    KeyFigures,
    Note,
    Paragraph,
    Picture,
    Quote,
    Signatures,
    Table,
)
from coeurdeville.reports.documents.drawings import adopted_drawing
from coeurdeville.reports.documents.wording import WORDS, ready, sentence_parts, table_shown
from coeurdeville.reports.escaping import escaped

DEEPEST = 6


def rendered(blocks: Iterable[Block], anchors: Anchors, base: int) -> str:
    """Blocks in their order; a title of level 1 would be `<h{base}>`."""
    return "".join(_block(block, anchors, base) for block in blocks)


def shown(text: str) -> str:
    """A text ready and escaped."""
    return escaped(ready(text))


def tag(level: int, base: int) -> str:
    """The element of a title."""
    return f"h{min(level + base - 1, DEEPEST)}"


def _block(block: Block, anchors: Anchors, base: int) -> str:
    match block:
        case Paragraph():
            return _paragraph(block, anchors)
        case Heading(text, level):
            name = tag(level, base)
            return f'<{name} class="titre{level}" id="{anchors.heading(block)}">{shown(text)}</{name}>'
        case Figure():
            return _figure(block, anchors.figure())
        case Columns(left, right):
            sides = "".join(f"<div>{rendered(side, anchors, base)}</div>" for side in (left, right))
            return f'<div class="two even colonnes">{sides}</div>'
    return ALONE[type(block)](block)


def _paragraph(block: Paragraph, anchors: Anchors) -> str:
    if not block.text.strip():
        return ""
    start, end = sentence_parts(block.text)
    if not block.evidence:
        return f"<p>{escaped(start + end)}</p>"
    calls = ", ".join(_call(number, place, anchors) for number, place in anchors.called(block.evidence))
    return f"<p>{escaped(start)}<sup>{calls}</sup>{escaped(end)}</p>"


def _call(number: int, place: str, anchors: Anchors) -> str:
    name = f"{WORDS['note']} {number}"
    return f'<a id="{place}" href="#{anchors.note(number)}" role="doc-noteref" aria-label="{name}">{number}</a>'


def _bullets(block: Bullets) -> str:
    items = "".join(f"<li>{shown(item)}</li>" for item in block.items if item.strip())
    name = "ol" if block.ordered else "ul"
    return f"<{name}>{items}</{name}>" if items else ""


def _table(block: Table) -> str:
    if block.rows:
        return pieces.table(table_shown(block))
    note = f'<p class="small">{shown(block.note)}</p>' if block.note.strip() else ""
    return f"<p><strong>{shown(block.caption)}</strong>{WORDS['colon']} {WORDS['no_row']}</p>{note}"


def _key_figures(block: KeyFigures) -> str:
    cells = "".join(
        pieces.large(ready(one.value), ready(one.label), *([shown(one.note)] if one.note.strip() else []))
        for one in block.figures
    )
    by_two = " pairs" if len(block.figures) in (1, 2, 4) else ""
    return f'<dl class="figures{by_two}">{cells}</dl>' if cells else ""


def _figure(block: Figure, key: str) -> str:
    said = f"<figcaption>{shown(block.caption)}</figcaption>" if block.caption.strip() else ""
    source = f'<p class="small">{shown(block.source)}</p>' if block.source.strip() else ""
    return f"<figure>{said}{adopted_drawing(block, key)}{source}</figure>"


def _picture(block: Picture) -> str:
    """Its credit is a line of its own."""
    caption = f"<figcaption>{shown(block.caption)}</figcaption>" if block.caption.strip() else ""
    credit = f'<p class="small">{shown(block.credit)}</p>' if block.credit.strip() else ""
    image = f'<img class="img-fluid" src="{escaped(block.address)}" alt="{escaped(block.alt)}" loading="lazy">'
    return f"<figure>{image}{caption}{credit}</figure>"


def _quote(block: Quote) -> str:
    if not block.text.strip():
        return ""
    author = f"<figcaption>{shown(block.author)}</figcaption>" if block.author.strip() else ""
    return f'<figure class="citation"><blockquote><p>{shown(block.text)}</p></blockquote>{author}</figure>'


def _facts(block: Facts) -> str:
    pairs = "".join(
        f"<div><dt>{shown(label)}</dt><dd>{shown(value) or WORDS['unknown']}</dd></div>" for label, value in block.facts
    )
    return f'<dl class="informations">{pairs}</dl>' if pairs else ""


def _note(block: Note) -> str:
    if not block.text.strip():
        return ""
    said = f"<p><strong>{WORDS[block.kind]}.</strong> {shown(block.text)}</p>"
    return f'<div class="encadre {block.kind}" role="note">{said}</div>'


def _signatures(block: Signatures) -> str:
    signed = "".join(
        f"<li><strong>{shown(one.name)}</strong> <span>{shown(one.role)}</span></li>" for one in block.signatures
    )
    return f'<ul class="signatures">{signed}</ul>' if signed else ""


ALONE: Mapping[type[Block], Callable[[Any], str]] = {
    Bullets: _bullets,
    Facts: _facts,
    KeyFigures: _key_figures,
    Note: _note,
    Picture: _picture,
    Quote: _quote,
    Signatures: _signatures,
    Table: _table,
}
"""Blocks that neither lead anywhere nor hold others."""
