"""The report as one HTML file that holds everything: drawings, typeface, style; no script, no address opened.

`render(report)` gives the text of the file; the same report gives the same text. A policy in the
page itself (`default-src 'none'`) refuses whatever would not be in the file, and names the style
sheet by its hash.
"""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path

from coeurdeville.reports import html_pages as pages
from coeurdeville.reports import palette
from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.fonts import FAMILY, WEIGHTS, woff2
from coeurdeville.reports.html_frame import head
from coeurdeville.reports.model import Report
from coeurdeville.reports.wording import WORDS

STYLE = Path(__file__).with_name("report.css")


def render(report: Report) -> str:
    """The whole file. Refused when the typeface was not prepared."""
    services = "".join(pages.service(page) for page in report.services)
    return (
        f'<!doctype html><html lang="fr"><head>{head(f"{report.title} – {report.town}", style())}</head><body>'
        f'<a class="skip" href="#bref">{WORDS["skip"]}</a>{pages.header(report)}'
        f"<main>{pages.brief(report)}{services}{pages.data(report)}{pages.methods(report)}</main>"
        f"<footer><p>{escaped(report.colophon)}</p></footer></body></html>\n"
    )


@cache
def style() -> str:
    """The style sheet: colours of the palette, the typeface in base64, then `report.css`."""
    variables = ";".join(f"--{name}:{colour}" for name, colour in palette.named().items())
    return f":root{{{variables}}}{''.join(map(_face, WEIGHTS))}{STYLE.read_text(encoding='utf-8')}"


def _face(weight: int) -> str:
    file = base64.b64encode(woff2(weight)).decode()
    source = f"url(data:font/woff2;base64,{file}) format('woff2')"
    return f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};font-display:block;src:{source}}}"
