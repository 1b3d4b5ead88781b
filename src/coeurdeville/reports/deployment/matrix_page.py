"""The matrix: towns by services, as one HTML file and as one picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from coeurdeville.core.french import agree, capital, number, plural, spaced
from coeurdeville.core.sentences import share
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.verdict import CellState
from coeurdeville.reports.deployment import strips
from coeurdeville.reports.deployment.basis import basis
from coeurdeville.reports.deployment.document import dated, document
from coeurdeville.reports.deployment.marks import MEANINGS, mark
from coeurdeville.reports.deployment.matrix_table import matrix_table
from coeurdeville.reports.deployment.overview import SURE, Overview, overview
from coeurdeville.reports.deployment.services_table import services_table
from coeurdeville.reports.escaping import escaped
from coeurdeville.territories.commune import Commune

TITLE = "Où chaque service peut être redéployé"
READING = (
    "Une ligne par service, une barre par commune, rangées par région : la barre est d’autant plus haute que le "
    "service y tourne. Les nombres sont ceux des communes."
)
CONTENTS = (("bref", "En bref"), ("services", "Service par service"), ("communes", "Commune par commune"),
            ("appuis", "Sur quoi reposent ces chiffres"))  # fmt: skip


def matrix_page(matrix: Matrix, communes: Mapping[str, Commune], today: date, perimeter: str = "") -> str:
    """The whole file, for a programme or a perimeter of some hundreds of communes.

    `perimeter` says which communes these are: `Aisne`. `communes` names them; those that it does not hold (fictional
    ones) have their code only. The same matrix on the same day gives the same text. `ValueError` for a matrix without
    commune or service; refused without the typeface.
    """
    seen = overview(matrix, communes)
    where = perimeter or "Programme Action cœur de ville"
    main = (
        f"{_brief(seen)}"
        f'<section id="services"><h2>Service par service</h2>{services_table(seen, communes)}</section>'
        f'<section id="communes"><h2>Commune par commune</h2>{_legend()}{matrix_table(seen)}</section>'
        f"{basis(seen, matrix)}"
    )
    return document(f"{TITLE} – {where}", _header(seen, where, today), main, today)


def matrix_svg(matrix: Matrix, communes: Mapping[str, Commune], key: str = "matrice") -> str:
    """The picture of the matrix, for a report; its identifiers start with `key`. `ValueError` as for the page."""
    return strips.picture(overview(matrix, communes), key)


def _header(seen: Overview, where: str, today: date) -> str:
    links = "".join(f'<li><a href="#{anchor}">{words}</a></li>' for anchor, words in CONTENTS)
    size = f"{plural(len(seen.places), 'commune')} et {plural(len(seen.services), 'service')}"
    return (
        f'<p class="town">{escaped(where)}</p><h1>{TITLE}</h1><p class="edition">{dated(today)} · {size}</p>'
        f'<nav aria-label="Sommaire"><ul>{links}</ul></nav>'
    )


def _brief(seen: Overview) -> str:
    """One sentence, the five figures, the picture."""
    figures = "".join(_figure(seen, state) for state in CellState)
    return (
        f'<section id="bref"><h2>En bref</h2><p class="answer">{"".join(_answer(seen))}</p>'
        f'<dl class="figures states">{figures}</dl>'
        f'<figure><h3>{strips.title(seen)}</h3><div class="scroll wide" tabindex="0" role="region" '
        f'aria-label="La matrice en image">{strips.picture(seen)}</div><figcaption>{spaced(READING)}'
        "</figcaption></figure></section>"
    )


def _answer(seen: Overview) -> Iterator[str]:
    runs = sum(seen.counts[state] for state in SURE)
    everywhere = sum(not any(one.counts[state] for state in CellState if state not in SURE) for one in seen.summaries)
    nowhere = sum(not any(one.counts[state] for state in SURE) for one in seen.summaries)
    total = seen.counts.total()
    yield f"<strong>{escaped(_share(runs, total))}</strong> "
    yield escaped(
        spaced(
            f"Sur {plural(len(seen.services), 'service')}, {_everywhere(everywhere)} dans toutes les communes ; "
            f"{_nowhere(nowhere)}."
        )
    )


def _share(runs: int, total: int) -> str:
    if not runs:
        return "Aucun service ne tourne à coup sûr aujourd’hui."
    return (
        f"Un service peut tourner dans {share(100 * runs / total)} des cas ({number(runs)} cases sur {number(total)})."
    )


def _everywhere(count: int) -> str:
    return f"{number(count)} {agree(count, 'tourne', 'tournent')} à coup sûr" if count else "aucun ne tourne à coup sûr"


def _nowhere(count: int) -> str:
    if not count:
        return "chacun tourne dans une commune au moins"
    return f"{number(count)} ne {agree(count, 'tourne', 'tournent')} à coup sûr dans aucune"


def _figure(seen: Overview, state: CellState) -> str:
    value = seen.counts[state]
    part = share(100 * value / seen.counts.total())
    return (
        f'<div><dt>{mark(state)}{state.label}</dt><dd class="value">{number(value)}</dd>'
        f'<dd class="small">{part} des cases. {spaced(capital(MEANINGS[state]))}.</dd></div>'
    )


def _legend() -> str:
    entries = "".join(f"<li>{mark(state)}{state.label}</li>" for state in CellState)
    return (
        f'<div class="legend"><p>Marques</p><ul>{entries}</ul></div><p class="small">Les communes sont rangées par '
        "région et par département. Le titre de chaque service mène à ses raisons.</p>"
    )
