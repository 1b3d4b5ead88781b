"""The frame of these pages: one HTML file with its style, its typeface and the policy that lets nothing else in."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path

from coeurdeville.core.french import long_day
from coeurdeville.reports import html
from coeurdeville.reports.deployment.marks import css
from coeurdeville.reports.html_frame import head

STYLE = Path(__file__).with_name("deployment.css")


@cache
def style() -> str:
    """The style of all reports, the marks of the states, then what these pages add."""
    return html.style() + css() + STYLE.read_text(encoding="utf-8")


def document(title: str, header: str, main: str, today: date) -> str:
    """The whole file; `title` is plain text, `header` and `main` are markup. Refused without the typeface."""
    return (
        f'<!doctype html><html lang="fr"><head>{head(title, style())}</head><body>'
        f'<a class="skip" href="#contenu">Aller au contenu</a><header>{header}</header>'
        f'<main id="contenu">{main}</main>{_footer(today)}</body></html>\n'
    )


def dated(today: date) -> str:
    """The day, for people and for programs."""
    return f'<time datetime="{today.isoformat()}">{long_day(today)}</time>'


def _footer(today: date) -> str:
    return (
        f"<footer><p>Établi le {dated(today)} par coeurdeville {version('coeurdeville')}, logiciel libre. Le logiciel "
        "n’est pas affilié à l’État, à la Banque des Territoires ni à OpenDataFrance.</p></footer>"
    )
