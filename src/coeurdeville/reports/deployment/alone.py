"""A drawing as a file of its own: it carries the typeface that a page would give it."""

from __future__ import annotations

import base64

from coeurdeville.reports.fonts import FAMILY, WEIGHTS, woff2

WIDER = 1.25
"""How much wider text can be in a viewer that does not show the typeface (some take none from the file)."""


def alone(svg: str) -> str:
    """The same drawing with the typeface inside. Refused without the typeface.

    For a file only: a page has the typeface already, and its policy refuses a style that it does not know.
    """
    end = svg.rindex("</svg>")
    return f"{svg[:end]}<style>{''.join(map(_face, WEIGHTS))}</style>{svg[end:]}"


def _face(weight: int) -> str:
    source = f"url(data:font/woff2;base64,{base64.b64encode(woff2(weight)).decode()}) format('woff2')"
    return f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};src:{source}}}"
