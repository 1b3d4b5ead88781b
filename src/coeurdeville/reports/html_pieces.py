"""Components of the HTML report: each takes a piece of the structure and gives its markup, every text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coeurdeville.core.finding import Finding
from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.exhibits import Column, Figure, Legend, LegendEntry, Table
from coeurdeville.reports.palette import HATCH, MUTED, PAPER, Status
from coeurdeville.reports.statements import Confidence, Gap, KeyFigure
from coeurdeville.reports.wording import GRADE_STATUS, GRADE_WORDS, WORDS

WIDE_ROWS, WIDE_COLUMNS = 18, 4
"""A table with more stands below its map, not beside."""


def badge(status: Status, words: str) -> str:
    """A status in words, with its tone."""
    return f'<span class="badge {status}">{escaped(words)}</span>'


def swatch(entry: LegendEntry) -> str:
    """A small drawing of the class; the words beside it say the same."""
    return f'<svg class="swatch" viewBox="0 0 14 14" aria-hidden="true">{_mark(entry)}</svg>'


def _mark(entry: LegendEntry) -> str:
    if entry.mark == "line":
        return f'<path d="M0 7h14" stroke="{escaped(entry.colour)}" stroke-width="2.5"/>'
    if entry.mark in ("dot", "ring"):
        inside = PAPER if entry.mark == "ring" else escaped(entry.colour)
        return f'<circle cx="7" cy="7" r="4" fill="{inside}" stroke="{escaped(entry.colour)}" stroke-width="2"/>'
    fill = PAPER if entry.colour == HATCH else escaped(entry.colour)
    square = f'<rect x=".5" y=".5" width="13" height="13" fill="{fill}" stroke="{MUTED}"/>'
    lines = f'<path d="M1 5L5 1M1 9L9 1M1 13L13 1M5 13L13 5M9 13L13 9" stroke="{MUTED}"/>'
    return square + (lines if entry.colour == HATCH else "")


def legend(piece: Legend | None) -> str:
    """Classes in words, in their order."""
    if piece is None:
        return ""
    entries = "".join(f"<li>{swatch(entry)}{escaped(entry.words)}</li>" for entry in piece.entries)
    return f'<div class="legend"><p>{escaped(piece.title)}</p><ul>{entries}</ul></div>'


def table(piece: Table, classes: Legend | None = None, kind: str = "") -> str:
    """A table in a region that scrolls sideways and takes the focus, with its notes."""
    head = "".join(f'<th scope="col"{_align(column)}>{escaped(column.label)}</th>' for column in piece.columns)
    body = "".join(_row(piece, place, classes) for place in range(len(piece.rows)))
    notes = "".join(f'<p class="small">{escaped(note)}</p>' for note in piece.notes)
    caption = escaped(piece.caption)
    return (
        f'<div class="scroll {kind}" tabindex="0" role="region" aria-label="{caption}"><table>'
        f"<caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{notes}"
    )


def _row(piece: Table, place: int, classes: Legend | None) -> str:
    """One row; its first cell is its heading."""
    entries = {entry.key: entry for entry in classes.entries} if classes else {}
    cells = []
    for rank, (column, words) in enumerate(zip(piece.columns, piece.rows[place], strict=True)):
        content = escaped(words)
        if column.shows == "badge":
            content = badge(piece.badges[place], words)
        elif column.shows == "swatch" and piece.swatches[place] in entries:
            content = swatch(entries[piece.swatches[place]]) + content
        tag, scope = ("td", "") if rank else ("th", ' scope="row"')
        cells.append(f"<{tag}{scope}{_align(column)}>{content}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>"


def _align(column: Column) -> str:
    return ' class="number"' if column.numeric else ""


def figure(piece: Figure) -> str:
    """The drawing with its title, legend and source, without its table."""
    return (
        f"<figure><h3>{escaped(piece.title)}</h3>{piece.svg}{legend(piece.legend)}"
        f"<figcaption>{escaped(piece.source)}</figcaption></figure>"
    )


def folded_table(piece: Figure) -> str:
    """The figure's numbers, opened on demand."""
    if piece.table is None:
        return ""
    return f"<details><summary>{WORDS['as_table']}</summary>{table(piece.table, piece.legend)}</details>"


def chart(piece: Figure | None) -> str:
    """A chart, its numbers folded, how to read it beside."""
    if piece is None:
        return ""
    note = f'<p class="note">{escaped(piece.note)}</p>' if piece.note else ""
    return f'<div class="two chart"><div>{figure(piece)}{folded_table(piece)}</div>{note}</div>'


def mapped(piece: Figure | None) -> str:
    """A map and its table, side by side when the table is short."""
    if piece is None or piece.table is None:
        return ""
    note = f'<p class="note">{escaped(piece.note)}</p>' if piece.note else ""
    wide = len(piece.table.rows) > WIDE_ROWS or len(piece.table.columns) > WIDE_COLUMNS
    layout = "stacked" if wide else "two"
    return f'<div class="{layout} map">{figure(piece)}<div>{table(piece.table, piece.legend)}{note}</div></div>'


def findings(pieces: Iterable[Finding]) -> str:
    """List items: the answer, then what it rests on."""
    return "".join(f"<li><strong>{escaped(piece.answer)}</strong> {escaped(piece.detail)}</li>" for piece in pieces)


def gaps(pieces: Sequence[Gap]) -> str:
    """What is missing, why, and what to do; or that nothing is."""
    if not pieces:
        return f"<p>{WORDS['no_gap']}</p>"
    items = "".join(
        f"<li><strong>{escaped(piece.what)}</strong>{WORDS['colon']} {escaped(piece.why)}. "
        f"<span>{WORDS['cure']} {escaped(piece.next_step)}.</span></li>"
        for piece in pieces
    )
    return f'<ul class="gaps">{items}</ul>'


def key_figure(piece: KeyFigure, page: str, address: str = "", source: str = "") -> str:
    """A large number; `page` is the label of the page that explains it, `address` where it is unless it is here.

    `source` is said under the figure.
    """
    explained = f'{GRADE_WORDS[piece.grade]} · <a href="{escaped(address or f"#{piece.page}")}">{escaped(page)}</a>'
    cited = (escaped(source),) if source else ()
    return large(piece.value, piece.unit, escaped(piece.context), *cited, explained)


def large(value: str, label: str, *below: str) -> str:
    """A large number under its rule, inside `dl.figures`; `below` is markup, a line each."""
    lines = "".join(f'<dd class="small">{line}</dd>' for line in below)
    return f'<div><dt>{escaped(label)}</dt><dd class="value">{escaped(value)}</dd>{lines}</div>'


def confidence(piece: Confidence) -> str:
    """The grade, and why."""
    reasons = escaped(" ".join(piece.reasons))
    return f'<p class="trust">{badge(GRADE_STATUS[piece.grade], GRADE_WORDS[piece.grade])} {reasons}</p>'
