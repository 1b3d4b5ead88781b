"""Pictures written again: what is shown stays, what they say of who took them goes."""

from __future__ import annotations

from pathlib import Path

from coeurdeville.core.french import number
from coeurdeville.core.problems import Problem, Refused
from coeurdeville.readers.reception.faults import TOO_MANY_PIXELS
from coeurdeville.readers.reception.limits import Limits
from coeurdeville.readers.reception.sorts import Document
from coeurdeville.readers.refusals import refusing

QUALITY = 88


def rewrite(path: Path, sort: Document, name: str, limits: Limits) -> None:
    """Decode the picture and write it in its place, upright, with no metadata (place, device, author, thumbnail).

    Raises
    ------
    Refused
        Too many points, told before anything is decoded; or a damaged picture.
    """
    from PIL import Image, ImageOps

    with refusing(name, sort, OSError, ValueError, SyntaxError, EOFError):
        try:
            with Image.open(path, formats=[sort.name]) as picture:
                _require_small(picture.size, name, limits)
                upright = ImageOps.exif_transpose(picture)
                upright.thumbnail((limits.side, limits.side))
                plain = upright.convert("RGB" if sort is Document.JPEG else _mode(upright.mode))
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as failure:
            raise Refused([_too_many(name, "plus de 89", limits)]) from failure
    plain.info.clear()
    plain.save(path, format=sort.name, **({} if sort is Document.PNG else {"quality": QUALITY}))


def _require_small(size: tuple[int, int], name: str, limits: Limits) -> None:
    pixels = size[0] * size[1]
    if pixels > limits.pixels:
        raise Refused([_too_many(name, number(pixels / 1e6), limits)])


def _too_many(name: str, pixels: str, limits: Limits) -> Problem:
    return TOO_MANY_PIXELS(name=name, pixels=pixels, limit=number(limits.pixels / 1e6))


def _mode(mode: str) -> str:
    """Modes that PNG and WebP both write."""
    return "RGBA" if mode in ("RGBA", "LA", "PA", "P") else "RGB"
