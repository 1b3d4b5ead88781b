"""The matrix as a table: a line for each commune, a column for each service, the word of the state in each cell.

A cell holds its word, which is what is heard, copied and searched; the style draws the mark over it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from coeurdeville.core.french import number, plural
from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.verdict import CellState
from coeurdeville.reports.deployment.links import NOWHERE, Links, linked
from coeurdeville.reports.deployment.marks import LETTERS, mark
from coeurdeville.reports.deployment.overview import SORTS, SURE, Overview, sort_of
from coeurdeville.reports.deployment.places import Place
from coeurdeville.reports.deployment.voices import VOICES
from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.wording import THEME_WORDS
from coeurdeville.services.catalogue import AnyService

CAPTION = "État de chaque service dans chaque commune"
CELLS = {state: f"<td class={LETTERS[state]}>{state.label}</td>" for state in CellState}


def matrix_table(seen: Overview, links: Links = NOWHERE) -> str:
    """The table in a region of its own, that scrolls both ways under its headings and takes the focus."""
    body = "".join(_region(seen, name, start, count, links) for name, start, count in seen.regions)
    return (
        f'<div class="scroll matrix" tabindex="0" role="region" aria-label="{CAPTION}"><table>'
        f"<caption>{CAPTION}</caption>{_columns(seen)}{_head(seen, links)}{body}{_foot(seen)}</table></div>"
    )


def _columns(seen: Overview) -> str:
    groups = "".join(f'<colgroup class="{theme}" span="{count}"></colgroup>' for theme, count in seen.themes)
    return (
        f'<colgroup><col class="departement"><col class="commune"></colgroup>{groups}'
        f'<colgroup class="sum" span="{len(SORTS)}"></colgroup>'
    )


def _head(seen: Overview, links: Links) -> str:
    themes = "".join(
        f'<th scope="colgroup" colspan="{count}" class="{theme}">{THEME_WORDS[theme.value]}</th>'
        for theme, count in seen.themes
    )
    titles = "".join(_title(one, links.service(one.slug) or f"#{one.slug}") for one in seen.services)
    sums = "".join(f'<th scope="col" class="sum"><span>{VOICES[sort].here}</span></th>' for sort in SORTS)
    return (
        f'<thead><tr><td colspan="2"></td>{themes}<td colspan="{len(SORTS)}"></td></tr><tr>'
        f'<th scope="col" class="departement">Département</th><th scope="col" class="commune">Commune</th>{titles}'
        f"{sums}</tr></thead>"
    )


def _title(service: AnyService, address: str) -> str:
    return (
        f'<th scope="col" class="{service.theme}"><a href="{escaped(address)}">{escaped(service.title)} '
        f"<small>{sort_of(service)}</small></a></th>"
    )


def _region(seen: Overview, name: str, start: int, count: int, links: Links) -> str:
    """A région: its heading, then its communes, the name of a département once for all of its own."""
    wide = len(seen.services) + 2 + len(SORTS)
    lines = [
        f'<tbody><tr class="region"><th scope="rowgroup" colspan="{wide}"><span>{escaped(name)} '
        f"<small>{plural(count, 'commune')}</small></span></th></tr>"
    ]
    inside = zip(seen.places[start : start + count], seen.rows[start : start + count], strict=True)
    for departement, group in groupby(inside, key=lambda one: one[0].departement):
        rows = tuple(group)
        for rank, (place, cells) in enumerate(rows):
            heading = _departement(departement, len(rows)) if rank == 0 else ""
            lines.append(f"<tr>{heading}{_row(place, cells, links)}</tr>")
    return "".join(lines) + "</tbody>"


def _departement(name: str, rows: int) -> str:
    span = f' rowspan="{rows}"' if rows > 1 else ""
    return f'<th scope="rowgroup"{span} class="departement">{escaped(name) or "–"}</th>'


def _row(place: Place, cells: Sequence[Cell], links: Links) -> str:
    marks = "".join(CELLS[cell.state] for cell in cells)
    runs = Counter(sort_of(cell.service) for cell in cells if cell.state in SURE)
    sums = "".join(f'<td class="sum">{runs[sort]}</td>' for sort in SORTS)
    name = linked(place.nom, links.town(place.code, place.nom))
    return f'<th scope="row" class="commune">{name}</th>{marks}{sums}'


def _foot(seen: Overview) -> str:
    """Five lines of totals."""
    lines = "".join(_total(seen, state) for state in CellState)
    return f"<tfoot>{lines}</tfoot>"


def _total(seen: Overview, state: CellState) -> str:
    counts = "".join(f"<td>{_count(one.counts[state])}</td>" for one in seen.summaries)
    sums = "".join(f'<td class="sum">{number(seen.counts_of(sort)[state])}</td>' for sort in SORTS)
    return f'<tr><th scope="row" colspan="2" class="commune">{mark(state)}{state.label}</th>{counts}{sums}</tr>'


def _count(value: int) -> str:
    return number(value) if value else "–"
