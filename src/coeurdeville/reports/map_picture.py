"""A crowded drawing turned into a picture that stays inside its SVG."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Iterator

from coeurdeville.reports.map_frame import TENTHS, Frame

FAITHFUL = ("png", 2.0)
"""Format, and picture pixels in a pixel of the map."""
DENSE = (("jpeg", 1.5), ("jpeg", 1.0))
"""For what is too dense for a PNG, the most faithful that fits being kept."""
QUALITY = 85
"""Of a JPEG."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def embedded_picture(svg: str, frame: Frame, limit: int) -> str:
    """An `<image>` that fills the frame, within `limit` characters unless the frame itself is very large.

    `svg` must cover its whole ground: a JPEG knows no transparency. A drawing longer than `limit` is not tried as
    a PNG, which packs such drawings worse than their own text.
    """
    image = ""
    for kind, sharpness in DENSE if len(svg) > limit else (FAITHFUL, *DENSE):
        picture = base64.b64encode(_pixels(svg, kind, sharpness)).decode("ascii")
        size = f'width="{frame.width * TENTHS}" height="{frame.height * TENTHS}"'
        image = f'<image {size} href="data:image/{kind};base64,{picture}"/>'
        if len(image) <= limit:
            break
    return image


def _pixels(svg: str, kind: str, sharpness: float) -> bytes:
    import vl_convert

    if kind == "png":
        return tightened(vl_convert.svg_to_png(svg, scale=sharpness))
    return bytes(vl_convert.svg_to_jpeg(svg, scale=sharpness, quality=QUALITY))


def tightened(png: bytes) -> bytes:
    """The same pixels packed harder: vl-convert packs for speed, up to a hundred times larger on flat colours."""
    chunks = list(_chunks(png))
    rows = zlib.decompress(b"".join(content for name, content in chunks if name == b"IDAT"))
    kept = [*chunks[:1], (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b"")]
    return _SIGNATURE + b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in kept
    )


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each part of a PNG file, the header first."""
    place = len(_SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += 12 + length
