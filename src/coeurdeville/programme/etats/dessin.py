"""The drawing of the table: for each object, its states side by side and, line by line, an arrow for each passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final
from xml.sax.saxutils import escape

from coeurdeville.core.french import spaced
from coeurdeville.programme.etats.noms import ETATS
from coeurdeville.programme.etats.passage import SITE, Etat, Passage
from coeurdeville.programme.etats.table import PASSAGES

COLUMN, ROW, HEAD, EDGE = 104, 44, 56, 8
"""Widths and heights, in pixels: a state, a passage, the names of states, what is left around."""
LETTER: Final = 8.0
"""Width of a letter of 13 px, in pixels, in the widest sans that a reader may have: Source Sans takes less."""
NAME: Final = 12
"""Letters of a line of the name of a state: at 8.0 px, they hold in its frame."""
INK, MUTED, LINE, TINT = "#1d2b36", "#5b6770", "#c9d1d6", "#eef2f4"
NAMES: Final = {
    "binome": "le binôme", "coordination": "la coordination", "titulaire": "la personne à qui elle est confiée",
    "signataire": "un signataire", "animateur": "l’animateur", SITE: "le site lui-même",
}  # fmt: skip
"""Who, in words, by the name of the table."""


def passages(objet: str) -> Sequence[Passage]:
    """Rows of an object, in the order of the table."""
    return [one for one in PASSAGES if one.objet == objet]


def qui(passage: Passage) -> str:
    """Who may go through it: `le binôme ou la coordination`."""
    return " ou ".join(NAMES[name] for name in passage.qui)


def sans_issue(objet: str, etat: Etat) -> bool:
    """Whether nothing leaves a state: one that may be taken up again is not shown as the last one."""
    return not any(etat.code in one.de and one.vers != etat.code for one in passages(objet))


def legende(objet: str) -> str:
    """What the drawing of an object says, for whoever does not see it."""
    states = {one.code: one.nom for one in ETATS[objet]}
    rows = (f"{p.bouton} : de {', '.join(states[d] for d in p.de)} à {states[p.vers]}" for p in passages(objet))
    return spaced(f"États : {', '.join(states.values())}. {'. '.join(rows)}.")


def dessin(objet: str) -> str:
    """An SVG picture: columns are states, the first one on the left; rows are passages, from a dot to an arrow.

    What a passage is called and who may do it stand above its arrow, so that the picture is no wider than its states.
    """
    states, rows = ETATS[objet], passages(objet)
    width = max(COLUMN * len(states), *(round(_said(row)) + 2 * EDGE for row in rows))
    height = HEAD + ROW * len(rows) + EDGE
    columns = (part for n, one in enumerate(states) for part in _column(one, n, height, last=sans_issue(objet, one)))
    lines = (part for n, row in enumerate(rows) for part in _row(row, states, n, width))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="Source Sans 3, sans-serif" font-size="13">'
        f'<title>{escape(legende(objet))}</title><rect width="{width}" height="{height}" fill="#fff"/>'
        f"{''.join(columns)}{''.join(lines)}</svg>"
    )


def _column(state: Etat, n: int, height: int, *, last: bool) -> Iterator[str]:
    x, dash = _x(n), ' stroke-dasharray="3 3"' if last else ""
    yield f'<line x1="{x}" y1="{HEAD - 8}" x2="{x}" y2="{height - 4}" stroke="{LINE}"/>'
    yield (
        f'<rect x="{x - COLUMN // 2 + 2}" y="6" width="{COLUMN - 4}" height="42" rx="4" fill="{TINT}" '
        f'stroke="{INK}"{dash}/>'
    )
    lines = wrap(state.nom, NAME)
    for rank, line in enumerate(lines):
        y = 31 - 8 * (len(lines) - 1) + 16 * rank
        yield f'<text x="{x}" y="{y}" text-anchor="middle" font-weight="600" fill="{INK}">{escape(line)}</text>'


def _row(passage: Passage, states: Sequence[Etat], n: int, width: int) -> Iterator[str]:
    top, codes = HEAD + ROW * n, [one.code for one in states]
    colour, to = MUTED if passage.qui == (SITE,) else INK, _x(codes.index(passage.vers))
    starts = [_x(codes.index(code)) for code in passage.de]
    x = max(EDGE, min(min(*starts, to) - 6, width - EDGE - round(_said(passage))))
    halo = 'stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
    yield (
        f'<text x="{x}" y="{top + 16}" fill="{colour}" {halo}>{escape(passage.bouton)}'
        f'<tspan dx="8" fill="{MUTED}">{escape(qui(passage))}</tspan></text>'
    )
    for start in starts:
        yield from _arrow(start, to, top + 30, colour)


def _said(passage: Passage) -> float:
    """How wide the words of a passage may be, in pixels."""
    return (len(passage.bouton) + len(qui(passage)) + 1) * LETTER


def _arrow(start: int, end: int, y: int, colour: str) -> Iterator[str]:
    """From a dot to a head; back to the same state, a loop."""
    if start == end:
        loop = f"M{start - 5} {y + 4}a9 7 0 1 1 10 0"
        yield f'<path d="{loop}" fill="none" stroke="{colour}" stroke-width="1.5"/>'
        yield f'<path d="M{start + 4} {y + 7}l-4 -6h8z" fill="{colour}"/>'
        return
    side = 1 if end > start else -1
    yield f'<circle cx="{start}" cy="{y}" r="3.5" fill="{colour}"/>'
    yield f'<line x1="{start}" y1="{y}" x2="{end - 7 * side}" y2="{y}" stroke="{colour}" stroke-width="1.5"/>'
    yield f'<path d="M{end} {y}l{-8 * side} -4v8z" fill="{colour}"/>'


def _x(n: int) -> int:
    return COLUMN * n + COLUMN // 2
