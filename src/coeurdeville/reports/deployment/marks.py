"""How each state is told: a shape, a colour, a word, a sentence. Never the colour alone."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from coeurdeville.deployability.verdict import CellState
from coeurdeville.reports.palette import MUTED, PAPER

COLOURS = {
    CellState.PROVEN: "#00441B",
    CellState.POSSIBLE: "#238B45",
    CellState.DEGRADED: "#A86300",
    CellState.TO_CHECK: "#7062AB",
    CellState.BLOCKED: MUTED,
}
"""At least 4 to 1 on white. What is blocked is grey: nobody is accused."""
MEANINGS = {
    CellState.PROVEN: "un calcul gardé le prouve",
    CellState.POSSIBLE: "tout ce qu’il faut couvre la commune et se lit aujourd’hui",
    CellState.DEGRADED: "l’indispensable est là, une amélioration manque ou n’est pas sûre",
    CellState.TO_CHECK: "une donnée indispensable n’est pas sûre : on ne sait pas si elle couvre la commune, "
    "ou le logiciel ne sait pas encore la lire",
    CellState.BLOCKED: "une donnée indispensable n’est donnée par aucune source connue",
}
LETTERS = {state: state.value[0] for state in CellState}
"""Class of a cell in the markup: one character, since there are thousands."""
SMALL = 6.5
"""Radius of a mark in a box of sixteen."""

Part = tuple[str, str]
"""Path from the centre of a mark, all moves relative; and its paint."""


def parts(state: CellState, radius: float) -> tuple[Part, ...]:
    """The shapes of a mark, bottom first: a disc with a tick, a disc, a half disc, a question mark, a cross."""
    colour = COLOURS[state]
    fill, line = f'fill="{colour}"', 'fill="none" stroke-linecap="round" stroke-linejoin="round"'
    match state:
        case CellState.PROVEN:
            tick = _path("m", radius, (-0.5, 0.04), (0.33, 0.36), (0.64, -0.74))
            return (disc(1.1 * radius), fill), (tick, f'{line} stroke="{PAPER}" stroke-width="{0.28 * radius:.3g}"')
        case CellState.POSSIBLE:
            return ((disc(0.86 * radius), fill),)
        case CellState.DEGRADED:
            ring = f'fill="{PAPER}" stroke="{colour}" stroke-width="{0.24 * radius:.3g}"'
            side = 0.76 * radius
            half = f"m0 {-side:.3g}a{side:.3g} {side:.3g} 0 0 0 0 {2 * side:.3g}z"
            return (disc(side), ring), (half, fill)
        case CellState.TO_CHECK:
            stroke = f'{line} stroke="{colour}" stroke-width="{0.3 * radius:.3g}"'
            return ((_question(radius), stroke),)
        case CellState.BLOCKED:
            cross = _path("m", radius, (-0.5, -0.5), (1, 1)) + _path("m", radius, (0, -1), (-1, 1))
            return ((cross, f'{line} stroke="{colour}" stroke-width="{0.24 * radius:.3g}"'),)


def disc(radius: float) -> str:
    """A disc around the centre."""
    arc = f"a{radius:.3g} {radius:.3g} 0 1 1"
    return f"m{-radius:.3g} 0{arc} {2 * radius:.3g} 0{arc} {-2 * radius:.3g} 0z"


def _path(opening: str, radius: float, *moves: tuple[float, float]) -> str:
    return opening + " ".join(f"{x * radius:.3g} {y * radius:.3g}" for x, y in moves)


def _question(radius: float) -> str:
    bow = 0.5 * radius
    return (
        f"{_path('m', radius, (-0.5, -0.5))}a{bow:.3g} {bow:.3g} 0 1 1 {0.8 * radius:.3g} {0.4 * radius:.3g}"
        f"{_path('c', radius, (-0.2, 0.12), (-0.3, 0.22), (-0.3, 0.44))}{_path('m', radius, (0, 0.48))}h.1"
    )


def drawn(state: CellState, radius: float, centres: Iterable[tuple[int, int]] = ((0, 0),)) -> str:
    """The marks of one state at these places, in as many paths as one mark has."""
    places = [f"M{x} {y}" for x, y in centres]
    if not places:
        return ""
    return "".join(
        f'<path {paint} d="{"".join(place + path for place in places)}"/>' for path, paint in parts(state, radius)
    )


def mark(state: CellState) -> str:
    """A mark in a line of text; the word stands beside it."""
    return f'<svg class="mark" viewBox="-8 -8 16 16" aria-hidden="true">{drawn(state, SMALL)}</svg>'


def marked(state: CellState) -> str:
    """A mark and its word."""
    return f'<span class="state">{mark(state)}{state.label}</span>'


def css() -> str:
    """Rules that draw the mark of a cell over its word: content, not background, so that it is printed too."""
    return "".join(_rule(state) for state in CellState)


def _rule(state: CellState) -> str:
    """Said twice: browsers that do not know the empty alternative after the stroke keep the first."""
    picture = f'url("{_address(state)}")'
    return f'td.{LETTERS[state]}::before{{content:{picture};content:{picture}/""}}'


def _address(state: CellState) -> str:
    picture = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 16 16" width="16" height="16">'
        f"{drawn(state, SMALL)}</svg>"
    ).replace('"', "'")
    return f"data:image/svg+xml,{quote(picture, safe=' =/:.,-')}".replace("'", "%27")
