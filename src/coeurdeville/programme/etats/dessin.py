"""The drawing of the table: for each object, its states side by side and an arrow for each passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from coeurdeville.core.french import spaced
from coeurdeville.programme.etats.noms import ETATS
from coeurdeville.programme.etats.passage import SITE, Etat, Passage
from coeurdeville.programme.etats.table import PASSAGES

LEFT, COLUMN, RIGHT, ROW, TOP, BOTTOM = 236, 116, 320, 26, 44, 12
"""Widths and heights, in pixels: verbs, a state, who; a passage, the head, what is under the last row."""
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


def legende(objet: str) -> str:
    """What the drawing of an object says, for whoever does not see it."""
    states = {one.code: one.nom for one in ETATS[objet]}
    rows = (f"{p.bouton} : de {', '.join(states[d] for d in p.de)} à {states[p.vers]}" for p in passages(objet))
    return spaced(f"États : {', '.join(states.values())}. {'. '.join(rows)}.")


def dessin(objet: str) -> str:
    """An SVG picture: columns are states, the first one on the left; rows are passages, from a dot to an arrow."""
    states, rows = ETATS[objet], passages(objet)
    width, height = LEFT + COLUMN * len(states) + RIGHT, TOP + ROW * len(rows) + BOTTOM
    parts = [*_columns(states, height), *(part for n, row in enumerate(rows) for part in _row(row, states, n))]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="Source Sans 3, sans-serif" font-size="13">'
        f"<title>{escape(legende(objet))}</title>{''.join(parts)}</svg>"
    )


def _columns(states: Sequence[Etat], height: int) -> Iterator[str]:
    for n, state in enumerate(states):
        x = _x(n)
        dash = ' stroke-dasharray="3 3"' if state.final else ""
        yield f'<line x1="{x}" y1="{TOP - 10}" x2="{x}" y2="{height - 4}" stroke="{LINE}"/>'
        yield (
            f'<rect x="{x - COLUMN // 2 + 4}" y="8" width="{COLUMN - 8}" height="24" rx="4" fill="{TINT}" '
            f'stroke="{INK}"{dash}/>'
        )
        yield f'<text x="{x}" y="24" text-anchor="middle" font-weight="600" fill="{INK}">{escape(state.nom)}</text>'


def _row(passage: Passage, states: Sequence[Etat], n: int) -> Iterator[str]:
    y = TOP + ROW * n + ROW // 2
    codes = [one.code for one in states]
    to = _x(codes.index(passage.vers))
    colour = MUTED if passage.qui == (SITE,) else INK
    yield f'<text x="{LEFT - 14}" y="{y + 4}" text-anchor="end" fill="{colour}">{escape(passage.bouton)}</text>'
    yield f'<text x="{_x(len(states)) - COLUMN // 2 + 8}" y="{y + 4}" fill="{MUTED}">{escape(qui(passage))}</text>'
    for code in passage.de:
        yield from _arrow(_x(codes.index(code)), to, y, colour)


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
    return LEFT + COLUMN * n + COLUMN // 2
