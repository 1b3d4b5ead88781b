"""The typeface of reports: where the files that set-up prepared are, which characters they hold and how wide.

CV Sans is a subset of Source Sans 3 (Adobe, SIL Open Font License 1.1), renamed as the licence
asks; `bake.py` makes it, the licence text lies beside it.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from coeurdeville.core.problems import Kind, Refused

FAMILY = "CV Sans"
WEIGHTS = {400: "Regular", 600: "Semibold", 700: "Bold"}
"""CSS weight to the style's name in file names."""
FOLDER = Path(__file__).parent / "fonts"
GLYPHS = "glyphs.json"
UNKNOWN = "?"
"""What stands for a character that the typeface does not hold, on paper."""

NOT_BAKED = Kind(
    "polices-absentes",
    "Les polices des rapports n’ont pas été préparées.",
    "Lancer « make setup » dans le dossier du logiciel, puis recommencer.",
)


def folder() -> Path:
    """Where the TrueType files are. Refused when set-up has not prepared them."""
    if not (FOLDER / GLYPHS).is_file():
        raise Refused([NOT_BAKED()])
    return FOLDER


def woff2(weight: int) -> bytes:
    """The web file of one of `WEIGHTS`."""
    return (folder() / f"CVSans-{WEIGHTS[weight]}.woff2").read_bytes()


@cache
def advances() -> dict[str, int]:
    """Each character held, with its width in thousandths of the type size (Semibold)."""
    widths: dict[str, int] = json.loads((folder() / GLYPHS).read_text(encoding="utf-8"))
    return widths


def text_width(text: str, size: float) -> float:
    """Width of one line in the unit of `size`, kerning aside; a character not held counts for half an em."""
    widths = advances()
    return sum(widths.get(character, 500) for character in text) * size / 1000
