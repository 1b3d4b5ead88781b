"""A document on screen: pieces for a page of the site, or a page that holds everything."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from coeurdeville.core.french import long_day
from coeurdeville.reports import html
from coeurdeville.reports.documents.anchors import Anchors
from coeurdeville.reports.documents.blocks import Evidence
from coeurdeville.reports.documents.document import Document
from coeurdeville.reports.documents.html_blocks import rendered, shown, tag
from coeurdeville.reports.documents.wording import WORDS, ready
from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.html_frame import head
from coeurdeville.reports.wording import THEME_WORDS

STYLE = Path(__file__).with_name("documents.css")


def render_html(document: Document, base_level: int = 1, prefix: str = "doc") -> str:
    """Pieces to stand inside `.rapport`; the title is `<h{base_level}>`, other titles follow it.

    Identifiers start with `prefix` and stay the same as long as the words do: another one for a second document of the
    page.
    """
    anchors = Anchors(prefix)
    opening = _head(document, base_level)
    body = rendered(document.blocks, anchors, base_level)
    contents = _contents(anchors) if document.contents else ""
    footer = f'<p class="mentions small">{shown(document.footer)}</p>' if document.footer.strip() else ""
    kinds = " ".join(filter(None, ("papier", document.theme, "courrier" if document.addressee else "")))
    return f'<article class="{kinds}">{opening}{contents}{body}{_notes(anchors, base_level)}{footer}</article>'


def page(document: Document) -> str:
    """A whole HTML file. Refused when the typeface was not prepared."""
    return (
        f'<!doctype html><html lang="fr"><head>{head(ready(document.title), style())}</head><body>'
        f"<main>{render_html(document)}</main></body></html>\n"
    )


@cache
def style() -> str:
    """The style of all reports, then that of documents."""
    return html.style() + STYLE.read_text(encoding="utf-8")


def _head(document: Document, base: int) -> str:
    """Who speaks, to whom, the theme, the title, the date and the reference."""
    title = f'<{tag(1, base)} class="titre1">{shown(document.title)}</{tag(1, base)}>'
    theme = f'<p class="tag">{THEME_WORDS[document.theme]}</p>' if document.theme else ""
    subtitle = f'<p class="sous-titre">{shown(document.subtitle)}</p>' if document.subtitle.strip() else ""
    issuers = f'<p class="town">{shown(" · ".join(document.issuers))}</p>' if document.issuers else ""
    addressee = f'<p class="destinataire">{shown(chr(10).join(document.addressee))}</p>' if document.addressee else ""
    return f'<div class="entete">{issuers}{addressee}{theme}{title}{subtitle}{_edition(document)}</div>'


def _edition(document: Document) -> str:
    day = document.date
    dated = f'<time datetime="{day.isoformat()}">{long_day(day)}</time>' if day else ""
    said = " · ".join(filter(None, (dated, shown(document.reference))))
    return f'<p class="edition">{said}</p>' if said else ""


def _contents(anchors: Anchors) -> str:
    """The way to each title of the first rank."""
    places = "".join(
        f'<li><a href="#{place}">{shown(heading.text)}</a></li>'
        for heading, place in anchors.headings
        if heading.level == 2
    )
    return f'<nav aria-label="{WORDS["contents"]}"><ul>{places}</ul></nav>' if places else ""


def _notes(anchors: Anchors, base: int) -> str:
    """What sentences rest on, each with the way back to them."""
    if not anchors.calls:
        return ""
    items = "".join(_note(anchors, rank, *note) for rank, note in enumerate(anchors.calls.items(), 1))
    name = tag(2, base)
    title = f'<{name} class="titre2">{WORDS["notes"]}</{name}>'
    return f'<div role="doc-endnotes">{title}<ol class="preuves">{items}</ol></div>'


def _note(anchors: Anchors, number: int, evidence: Evidence, calls: list[str]) -> str:
    label = shown(evidence.label)
    said = f'<a href="{escaped(evidence.link)}">{label}</a>' if evidence.link else label
    back = " ".join(
        f'<a href="#{place}" role="doc-backlink" aria-label="{WORDS["back"]}, {WORDS["note"].lower()} {number}">↑</a>'
        for place in calls
    )
    return f'<li id="{anchors.note(number)}">{said} {back}</li>'
