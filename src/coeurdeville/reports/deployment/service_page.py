"""One service: where it runs today, what blocks the others, what it asks for and who gives it, who ran it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from coeurdeville.core.french import capital, number, plural, spaced
from coeurdeville.core.sentences import share
from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.summary import Summary, summary
from coeurdeville.deployability.verdict import CellState
from coeurdeville.deployability.words import of_summary
from coeurdeville.reports.deployment import france
from coeurdeville.reports.deployment.asked import asked
from coeurdeville.reports.deployment.blocked import blocked
from coeurdeville.reports.deployment.document import dated, document
from coeurdeville.reports.deployment.experiences import practice
from coeurdeville.reports.deployment.links import NOWHERE, Links
from coeurdeville.reports.deployment.marks import MEANINGS, mark
from coeurdeville.reports.deployment.overview import SURE, sort_of
from coeurdeville.reports.deployment.places import Place, communes_counted, inhabitants, people, places
from coeurdeville.reports.deployment.points import LonLat
from coeurdeville.reports.deployment.sliding import sliding
from coeurdeville.reports.deployment.towns_table import towns
from coeurdeville.reports.deployment.voices import voice
from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.wording import THEME_WORDS
from coeurdeville.services.catalogue import AnyService
from coeurdeville.services.contract.described import Described
from coeurdeville.sources.contract.sheet import Sheet
from coeurdeville.territories.commune import Commune


def service_page(
    cells: Sequence[Cell], communes: Mapping[str, Commune], points: Mapping[str, LonLat], sheets: Collection[Sheet],
    today: date, perimeter: str = "",
) -> str:  # fmt: skip
    """The whole file. `cells` are a column of one matrix, at least one cell.

    `communes` and `points` (as `programme_points()`) are by Insee code; a commune that one of them lacks is told by
    its code, or not drawn, and said. `sheets` are the national sources of the matrix: `matrix.national.sources`.
    The same cells on the same day give the same text. Refused without the typeface.
    """
    service = cells[0].service
    where = perimeter or "Programme Action Cœur de Ville"
    main = body(cells, communes, points, sheets)
    return document(f"{service.title} – {where}", _header(service, where, today), main, today)


def body(
    cells: Sequence[Cell], communes: Mapping[str, Commune], points: Mapping[str, LonLat], sheets: Collection[Sheet],
    links: Links = NOWHERE,
) -> str:  # fmt: skip
    """What stands under the heading, in one block of the colour of the theme; arguments as for the page."""
    told = summary(cells)
    return (
        f'<div class="{told.service.theme}">{_where(told, cells, communes, points)}{blocked(cells, communes)}'
        f"{asked(told.service, cells, sheets, links)}{practice(told.service)}{towns(cells, communes, links)}</div>"
    )


def _header(service: AnyService, where: str, today: date) -> str:
    question = service.question if isinstance(service, Described) else ""
    sort = {"calculé": "calculé : il peut être lancé", "décrit": "décrit : rien ne le calcule encore ici"}
    more = f" · {service.sort.label}" if isinstance(service, Described) else ""
    asked_for = f'<p class="answer">{escaped(question)}</p>' if question else ""
    said = escaped(spaced(f"service {sort[sort_of(service)]}{more}"))
    return (
        f'<p class="tag {service.theme}">{THEME_WORDS[service.theme.value]}</p><h1>{escaped(service.title)}</h1>'
        f'{asked_for}<p class="edition">{escaped(where)} · {dated(today)} · {said}</p>'
    )


def _where(told: Summary, cells: Sequence[Cell], communes: Mapping[str, Commune], points: Mapping[str, LonLat]) -> str:
    names = {cell.commune: found.nom for cell in cells if (found := communes.get(cell.commune))}
    title = finding(told)
    drawn = france.map_svg(title, cells, points, names, legend=False)
    picture = sliding(drawn, "france", "Carte de France")
    entries = "".join(_state(state, cells, communes) for state in CellState if told.counts[state])
    none = [state.label for state in CellState if not told.counts[state]]
    absent = f'<p class="small">{escaped(_nobody(none))}</p>' if none else ""
    why = of_summary(told) or "Aucun état ne couvre la moitié des communes."
    return (
        f'<section id="bref"><h2>{voice(told.service).where}</h2><p class="answer"><strong>{escaped(title)}</strong> '
        f'{escaped(_reach(cells, communes))}</p>{_unreal(cells)}<div class="two map"><figure>{picture}<figcaption>'
        f"{spaced(france.GROUND_NOTE)}{escaped(spaced(france.unplaced(cells, points)))}</figcaption></figure><div>"
        f'<dl class="counted">{entries}</dl>{spaced(absent)}'
        f'<p class="note">{escaped(why)}</p></div></div></section>'
    )


def _unreal(cells: Sequence[Cell]) -> str:
    """That some of the communes counted do not exist; empty when all do."""
    said = communes_counted([cell.commune for cell in cells])
    return f'<p class="small">Les nombres portent sur {escaped(said)}.</p>' if "fictive" in said else ""


def _nobody(states: Sequence[str]) -> str:
    """`Aucune commune : ni vérifié, ni dégradé.`: the states of none, at least one."""
    if len(states) == 1:
        return f"Aucune commune dans l’état « {states[0]} »."
    return f"Aucune commune : {', '.join(f'ni {one}' for one in states)}."


def finding(told: Summary) -> str:
    """Where it runs, or would have its data, in one sentence: the title of the map."""
    says = voice(told.service)
    runs = sum(told.counts[state] for state in SURE)
    if not runs:
        return f"Il {says.cannot} dans aucune des {plural(told.total, 'commune')}."
    if runs == told.total:
        return f"Il {says.can} dans {'les ' if told.total > 1 else ''}{plural(told.total, 'commune')}."
    return f"Il {says.can} dans {plural(runs, 'commune')} sur {number(told.total)}."


def _reach(cells: Sequence[Cell], communes: Mapping[str, Commune]) -> str:
    """How many people live there, and how much of it is in full."""
    sure = [cell for cell in cells if cell.state in SURE]
    if not sure:
        return ""
    told = _lived(places((cell.commune for cell in sure), communes), places((one.commune for one in cells), communes))
    less = sum(cell.state is CellState.DEGRADED for cell in sure)
    if not less:
        return told
    where = "Partout" if less == len(sure) else f"Dans {plural(less, 'commune')}"
    return f"{told} {where}, une amélioration manque ou n’est pas sûre.".lstrip()


def _lived(sure: Sequence[Place], every: Sequence[Place]) -> str:
    """Which share of the people, among the communes whose population is known; nothing when it is that of none."""
    reached, whole = people(sure), people(every)
    known = [one for one in sure if one.population is not None]
    if not known or reached == whole:
        return ""
    where = ", là où la population est connue" if len(known) < len(sure) else ""
    return f"On y compte {share(100 * reached / whole)} de leurs habitants{where}."


def _state(state: CellState, cells: Sequence[Cell], communes: Mapping[str, Commune]) -> str:
    found = places((cell.commune for cell in cells if cell.state is state), communes)
    return (
        f'<div><dt>{mark(state)}{state.label}</dt><dd class="value">{plural(len(found), "commune")}</dd>'
        f'<dd class="small">{capital(inhabitants(found))}. {spaced(capital(MEANINGS[state]))}.</dd></div>'
    )
