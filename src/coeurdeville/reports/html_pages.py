"""Pages of the HTML report, from the head of the document to its methods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coeurdeville.core.french import agree, spaced
from coeurdeville.reports import html_pieces as pieces
from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.model import KeyFigure, Report, ServicePage
from coeurdeville.reports.statements import Reference, Source
from coeurdeville.reports.wording import THEME_WORDS, WORDS


def header(report: Report) -> str:
    """The town, the title, the date, and the way to each page."""
    services = "".join(
        f'<li class="{page.theme}"><a href="#{page.key}">{escaped(page.label)}</a> '
        f"<span>{THEME_WORDS[page.theme]}</span></li>"
        for page in report.services
    )
    rest = "".join(
        f'<li><a href="#{anchor}">{WORDS[word]}</a></li>'
        for anchor, word in (("donnees", "data"), ("methodes", "methods"))
    )
    return (
        f'<header><p class="town">{escaped(report.town)}</p><h1>{escaped(report.title)}</h1>'
        f'<p class="edition"><time datetime="{report.date_iso}">{escaped(report.date)}</time> · '
        f'{escaped(report.edition)}</p><nav aria-label="{WORDS["contents"]}"><ul>'
        f'<li><a href="#bref">{WORDS["brief"]}</a></li>{services}{rest}</ul></nav></header>'
    )


def brief(report: Report, addresses: Mapping[str, str] | None = None) -> str:
    """Findings beside the small map, then key figures, then what is missing.

    `addresses`: key of a service's page -> where it is, when each is a document of its own: figures lead there.
    """
    first = report.brief
    found = f'<ol class="findings">{pieces.findings(first.findings)}</ol>'
    if first.map is not None:
        found = f'<div class="two">{found}<div>{pieces.figure(first.map)}{pieces.folded_table(first.map)}</div></div>'
    figures = "".join(_key_figure(figure, report, addresses or {}) for figure in first.figures)
    shown = f'<h3>{WORDS["figures"]}</h3><dl class="figures">{figures}</dl>' if figures else ""
    missing = f"<h3>{WORDS['gaps']}</h3>{pieces.gaps(first.gaps)}"
    return f'<section id="bref"><h2>{WORDS["brief"]}</h2>{found}{shown}{missing}</section>'


def _key_figure(figure: KeyFigure, report: Report, addresses: Mapping[str, str]) -> str:
    page = next(one for one in report.services if one.key == figure.page)
    return pieces.key_figure(figure, page.label, addresses.get(page.key, ""), figure.source or cited(page.sources))


def cited(sources: Sequence[Source]) -> str:
    """`Sources : Arbres, Ville de Redon, 2024, Licence Ouverte 2.0 ; …`: all those of a page in one line."""
    said = (f"{one.title}, {one.holder}, {one.date}, {one.licence}" for one in sources)
    return spaced(f"{agree(len(sources), 'Source')} : {' ; '.join(said)}.")


def service(page: ServicePage, above_map: str = "") -> str:
    """A sentence, then a chart, then a map, then what can be done and what is not known.

    `above_map` is markup that stands before the drawn map: the one that moves, on the site.
    """
    tables = "".join(pieces.table(table) for table in page.tables)
    sources = "".join(f"<li>{escaped(source.words())}</li>" for source in page.sources)
    return (
        f'<section id="{page.key}" class="{page.theme}">'
        f'<p class="tag">{escaped(page.label)} <span>{THEME_WORDS[page.theme]}</span></p>'
        f'<h2>{escaped(page.question)}</h2><p class="answer"><strong>{escaped(page.answer.answer)}</strong> '
        f"{escaped(page.answer.detail)}</p>{pieces.confidence(page.confidence)}"
        f"{pieces.chart(page.chart)}{above_map}{pieces.mapped(page.map)}{tables}{_advice(page)}"
        f'<div class="small"><h3>{WORDS["sources"]}</h3><ul>{sources}</ul>'
        f"<p><strong>{WORDS['method']}</strong> {escaped(page.method)}</p></div></section>"
    )


def _advice(page: ServicePage) -> str:
    """Levers and unknowns, side by side when there are both."""
    blocks = []
    if page.levers:
        blocks.append(f"<div><h3>{WORDS['levers']}</h3><ol>{pieces.findings(page.levers)}</ol></div>")
    if page.unknowns:
        items = pieces.findings(page.unknowns)
        blocks.append(f'<div class="unknown"><h3>{WORDS["unknowns"]}</h3><ul>{items}</ul></div>')
    return f'<div class="two even">{"".join(blocks)}</div>' if blocks else ""


def data(report: Report) -> str:
    """Every layer, used or missing."""
    return (
        f'<section id="donnees"><h2>{WORDS["data"]}</h2><p>{escaped(report.data.summary)}</p>'
        f"{pieces.table(report.data.table, kind='data')}</section>"
    )


def methods(report: Report) -> str:
    """Methods, the licence of the results, references."""
    references = "".join(f"<li{_tongue(one)}>{escaped(one.words())}</li>" for one in report.references)
    listed = f'<h3>{WORDS["references"]}</h3><ul class="small">{references}</ul>' if references else ""
    licence = report.licence
    return (
        f'<section id="methodes"><h2>{WORDS["methods"]}</h2><ul class="methods">{pieces.findings(report.methods)}</ul>'
        f"<h3>{WORDS['licence']}</h3><p><strong>{escaped(licence.answer)}</strong> {escaped(licence.detail)}</p>"
        f"{listed}</section>"
    )


def _tongue(reference: Reference) -> str:
    """The language of a publication, where it is not that of the page."""
    return "" if reference.language == "fr" else f' lang="{reference.language}"'
