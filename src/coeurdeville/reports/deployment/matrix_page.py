"""The matrix: towns by services, as one HTML file and as one picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from coeurdeville.core.french import capital, number, plural, spaced
from coeurdeville.core.sentences import share
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.verdict import CellState
from coeurdeville.reports.deployment.alone import alone
from coeurdeville.reports.deployment.basis import basis
from coeurdeville.reports.deployment.bound import require_few
from coeurdeville.reports.deployment.document import dated, document
from coeurdeville.reports.deployment.marks import MEANINGS, mark
from coeurdeville.reports.deployment.matrix_table import matrix_table
from coeurdeville.reports.deployment.overview import SURE, Overview, overview, sort_of
from coeurdeville.reports.deployment.services_table import services_table
from coeurdeville.reports.deployment.sliding import sliding
from coeurdeville.reports.deployment.strips import picture
from coeurdeville.reports.deployment.strips_words import title
from coeurdeville.reports.deployment.voices import VOICES, Voice, counted, everywhere, nowhere
from coeurdeville.reports.escaping import escaped
from coeurdeville.territories.commune import Commune

TITLE = "Où chaque service peut être redéployé"
READING = (
    "Une ligne par service, une barre par commune, rangées par région : la barre est d’autant plus haute que l’état "
    "est bon. Les nombres sont ceux des communes."
)
CONTENTS = (("bref", "En bref"), ("services", "Service par service"), ("communes", "Commune par commune"),
            ("appuis", "Sur quoi reposent ces chiffres"))  # fmt: skip


def matrix_page(matrix: Matrix, communes: Mapping[str, Commune], today: date, perimeter: str = "") -> str:
    """The whole file, for a programme or a perimeter of some hundreds of communes.

    `perimeter` says which communes these are: `Aisne`. `communes` names them; those that it does not hold (fictional
    ones) have their code only. The same matrix on the same day gives the same text. `ValueError` for a matrix without
    commune or service; refused without the typeface, and beyond what a browser draws (`require_few`).
    """
    require_few(matrix.communes)
    seen = overview(matrix, communes)
    where = perimeter or "Programme Action Cœur de Ville"
    main = (
        f"{brief(seen)}"
        f'<section id="services"><h2>Service par service</h2>{services_table(seen, communes)}</section>'
        f'<section id="communes"><h2>Commune par commune</h2>{legend()}{matrix_table(seen)}</section>'
        f"{basis(seen, matrix)}"
    )
    return document(f"{TITLE} – {where}", _header(seen, where, today), main, today)


def matrix_svg(matrix: Matrix, communes: Mapping[str, Commune], key: str = "matrice") -> str:
    """The picture of the matrix as a file of its own, its typeface inside; its identifiers start with `key`.

    `ValueError` and refusals as for the page.
    """
    require_few(matrix.communes)
    return alone(picture(overview(matrix, communes), key))


def _header(seen: Overview, where: str, today: date) -> str:
    links = "".join(f'<li><a href="#{anchor}">{words}</a></li>' for anchor, words in CONTENTS)
    size = f"{plural(len(seen.places), 'commune')}, {counted(seen.services)}"
    return (
        f'<p class="town">{escaped(where)}</p><h1>{TITLE}</h1><p class="edition">{dated(today)} · {size}</p>'
        f'<nav aria-label="Sommaire"><ul>{links}</ul></nav>'
    )


def brief(seen: Overview) -> str:
    """A section: one sentence, the five figures, the picture."""
    figures = "".join(_figure(seen, state) for state in CellState)
    return (
        f'<section id="bref"><h2>En bref</h2><p class="answer">{"".join(_answer(seen))}</p>'
        f'<dl class="figures states">{figures}</dl>'
        f"<figure><h3>{title(seen)}</h3>{sliding(picture(seen), 'wide', 'La matrice en image')}<figcaption>"
        f"{spaced(READING)}"
        "</figcaption></figure></section>"
    )


def _answer(seen: Overview) -> Iterator[str]:
    """Computed services, then described ones, each sort on its own: the second never run."""
    there = [one for one in VOICES.values() if seen.counts_of(one.sort)]
    yield f"<strong>{escaped(' '.join(_share(one, seen.counts_of(one.sort)) for one in there))}</strong>"
    for one in there:
        yield f" {escaped(spaced(_services(one, seen)))}"


def _share(says: Voice, counts: Counter[CellState]) -> str:
    runs, total = sum(counts[state] for state in SURE), counts.total()
    if not runs:
        return f"Aucun service {says.sort} {says.cannot} aujourd’hui."
    part = f"{share(100 * runs / total)} des cas ({plural(runs, 'case')} sur {number(total)})"
    return f"Un service {says.sort} {says.can} dans {part}."


def _services(says: Voice, seen: Overview) -> str:
    """Of one sort: how many everywhere, how many nowhere."""
    reached = [sum(one.counts[state] for state in SURE) for one in seen.summaries if sort_of(one.service) == says.sort]
    full, none = sum(count == len(seen.places) for count in reached), sum(not count for count in reached)
    size = plural(len(reached), f"service {says.sort}")
    return f"Sur {size}, {everywhere(says, full)} ; {nowhere(says, none)}."


def _figure(seen: Overview, state: CellState) -> str:
    value = seen.counts[state]
    part = share(100 * value / seen.counts.total())
    apart = " ; ".join(f"{one.sort}s : {number(seen.counts_of(one.sort)[state])}" for one in VOICES.values())
    return (
        f'<div><dt>{mark(state)}{state.label}</dt><dd class="value">{number(value)}</dd>'
        f'<dd class="small">{part} des cases ({spaced(apart)}). {spaced(capital(MEANINGS[state]))}.</dd></div>'
    )


def legend() -> str:
    """The marks with their words, and how the communes are sorted."""
    entries = "".join(f"<li>{mark(state)}{state.label}</li>" for state in CellState)
    return (
        f'<div class="legend"><p>Marques</p><ul>{entries}</ul></div><p class="small">Les communes sont rangées par '
        "région et par département. Le titre de chaque service mène à ses raisons.</p>"
    )
