"""A photograph as a drawing that paper can hold: no wider than it is printed, its pixels inside."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO

SHOWN = 1200
"""Longest side that is kept [px]: 300 dots an inch at 100 mm."""


@dataclass(frozen=True)
class Drawing:
    """A drawing, and its size [px]."""

    svg: str
    width: int
    height: int


def is_picture(content: bytes) -> bool:
    """Whether the file is a picture, whole."""
    from PIL import Image

    try:
        with Image.open(BytesIO(content)) as picture:
            picture.load()
    except (OSError, Image.DecompressionBombError):
        return False
    return True


def drawing(content: bytes) -> Drawing:
    """The photograph in a drawing. `OSError` when the file is no picture, or is cut."""
    from PIL import Image

    with Image.open(BytesIO(content)) as picture:
        seen = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    seen.thumbnail((SHOWN, SHOWN))
    kind, made = ("PNG" if seen.mode == "RGBA" else "JPEG"), BytesIO()
    seen.save(made, kind, quality=85)
    width, height = seen.size
    pixels = f"data:image/{kind.lower()};base64,{b64encode(made.getvalue()).decode('ascii')}"
    return Drawing(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="{pixels}"/></svg>',
        width, height,
    )  # fmt: skip
