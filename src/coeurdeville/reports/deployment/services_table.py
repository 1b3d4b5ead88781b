"""Service by service: how many communes in each state, why most are alike, what blocks elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coeurdeville.core.french import capital, number, plural, spaced
from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.summary import Summary
from coeurdeville.deployability.verdict import CellState
from coeurdeville.deployability.words import of_summary
from coeurdeville.reports.deployment.blocks import Block, blocks, brief
from coeurdeville.reports.deployment.links import NOWHERE, Links, linked
from coeurdeville.reports.deployment.marks import mark
from coeurdeville.reports.deployment.overview import Overview, sort_of
from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.wording import THEME_WORDS
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.territories.commune import Commune

CAPTION = "Communes dans chaque état, service par service"
MOST = 3
"""Ways of being blocked that are told for a service; the page of the service tells all."""


def services_table(seen: Overview, communes: Mapping[str, Commune], links: Links = NOWHERE) -> str:
    """Two lines for each service: its counts, its reasons."""
    heads = "".join(
        f'<th scope="col" class="number">{mark(state)}<span>{state.label}</span></th>' for state in CellState
    )
    body = "".join(
        _service(one, seen.column(rank), communes, links, first=_is_first(seen, rank))
        for rank, one in enumerate(seen.summaries)
    )
    return (
        f'<div class="scroll counts" tabindex="0" role="region" aria-label="{CAPTION}"><table>'
        f'<caption>{CAPTION}</caption><thead><tr><th scope="col">Service</th>{heads}</tr></thead>'
        f"{body}</table></div>"
    )


def _is_first(seen: Overview, rank: int) -> bool:
    return rank == 0 or seen.services[rank - 1].theme is not seen.services[rank].theme


def _service(one: Summary, cells: Sequence[Cell], communes: Mapping[str, Commune], links: Links, *, first: bool) -> str:
    service = one.service
    theme = _theme(service.theme) if first else ""
    counts = "".join(
        f'<td class="number">{number(one.counts[state]) if one.counts[state] else "–"}</td>' for state in CellState
    )
    title = linked(service.title, links.service(service.slug))
    return (
        f'<tbody id="{service.slug}">{theme}<tr class="service"><th scope="row" >{title} '
        f"<small>{sort_of(service)}</small></th>{counts}</tr>"
        f'<tr class="why"><td colspan="6" class="reasons">{_why(one, blocks(cells, communes))}</td></tr></tbody>'
    )


def _theme(theme: Theme) -> str:
    words = THEME_WORDS[theme.value]
    return f'<tr class="theme {theme}"><th scope="rowgroup" colspan="6">{words}</th></tr>'


def _why(one: Summary, found: Sequence[Block]) -> str:
    """The sentence of the summary, then each other way of being blocked."""
    said = of_summary(one)
    told = brief(one.because)
    others = [block for block in found if block.brief != told or block.state is not one.common]
    sentences = [said, *(of_block(block, full=not said and block is others[0]) for block in others[:MOST])]
    if len(others) > MOST:
        rest = sum(len(block.communes) for block in others[MOST:])
        sentences.append(f"Et autrement dans {plural(rest, 'commune')}.")
    return " ".join(f"<span>{escaped(text)}</span>" for text in sentences if text) or "<span>Rien ne manque.</span>"


def of_block(block: Block, *, full: bool) -> str:
    """`Bloqué dans 12 communes : il manque « Arbres ».`; in full, how each of the data stands."""
    where = f"{capital(block.state.label)} dans {plural(len(block.communes), 'commune')}"
    return spaced(f"{where} : {block.why if full else f'{block.title}.'}")
