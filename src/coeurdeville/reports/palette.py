"""Colours of reports, measured for colour-blind readers and for grey print.

One hue a theme, for navigation only and always beside its word. Data stand in ordered ramps of
one hue (ColorBrewer Greens, Oranges and Blues); what is missing is hatched, never white.
"""

from __future__ import annotations

from typing import Literal

Theme = Literal["climat", "biodiversite", "risques"]
Status = Literal["ok", "partial", "missing", "wrong"]
"""Tone of a badge, always beside its words: used, used in part, not there, refused."""

INK = "#1D2733"
MUTED = "#566270"
"""Second text, outlines of areas, hatching: 6.2 to 1 on white."""
LINE = "#C9D0D6"
TINT = "#F5F7F6"
PAPER = "#FFFFFF"
LINK = "#1B4F8A"

HATCH = "hatch"
"""Stands for a colour wherever a fill is asked: the class that is not known."""

THEMES: dict[Theme, str] = {"climat": "#A8480F", "biodiversite": "#1C6B49", "risques": "#25579C"}
RESTS: dict[Theme, str] = {"climat": "#A38B7E", "biodiversite": "#7E9488", "risques": "#8090A8"}
"""Bars outside the finding: the theme's hue made dull, at least 3 to 1 on white."""
RAMPS: dict[Theme, tuple[str, str, str, str, str]] = {
    "climat": ("#FEEDDE", "#FDBE85", "#FD8D3C", "#D94701", "#7F2704"),
    "biodiversite": ("#EDF8E9", "#BAE4B3", "#74C476", "#238B45", "#00441B"),
    "risques": ("#EFF3FF", "#BDD7E7", "#6BAED6", "#2171B5", "#08306B"),
}
BADGES: dict[Status, tuple[str, str]] = {
    "ok": ("#1C6B49", "#E7F3EC"),
    "partial": ("#7A4B00", "#FBF0DC"),
    "missing": ("#566270", "#EEF1F3"),
    "wrong": ("#8C1D18", "#FBE9E7"),
}
"""Text and tint of each tone; the border of "missing" is also dashed."""

GROUND = {
    "outside": "#F1F3F4",
    "town": "#FBFBF9",
    "built": "#D3D0CB",
    "road": "#DCE1E4",
    "green": "#DCEBDC",
    "park": "#BFDCC5",
    "water": "#C7DAE8",
}
"""The muted background of maps."""


def named() -> dict[str, str]:
    """The colours of pages under the names that the style sheet and the paper template use."""
    page = {"ink": INK, "muted": MUTED, "line": LINE, "tint": TINT, "paper": PAPER, "link": LINK}
    inks = {f"{status}-ink": ink for status, (ink, _) in BADGES.items()}
    tints = {f"{status}-tint": tint for status, (_, tint) in BADGES.items()}
    return {**page, **dict(THEMES.items()), **inks, **tints}


def ramp(theme: Theme, classes: int) -> tuple[str, ...]:
    """Two to five ordered colours, light to dark, those of the theme that stay furthest apart in grey."""
    steps = {2: (1, 3), 3: (1, 2, 3), 4: (1, 2, 3, 4), 5: (0, 1, 2, 3, 4)}
    if classes not in steps:
        raise ValueError(f"a map has two to five classes, not {classes}")
    return tuple(RAMPS[theme][step] for step in steps[classes])


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 (black) to 1 (white), as WCAG 2 defines it."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def text_on(fill: str) -> str:
    """Ink or white, whichever reads better on the fill."""
    return max((INK, PAPER), key=lambda colour: contrast(colour, fill))
