"""The communes of one service, state by state: a folded table each, opened when it is short."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coeurdeville.core.french import capital, day, number, plural, spaced
from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.verdict import CellState
from coeurdeville.reports.deployment.links import NOWHERE, Links, linked
from coeurdeville.reports.deployment.marks import mark
from coeurdeville.reports.deployment.places import Place, places
from coeurdeville.reports.escaping import escaped
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.referentiel import read_referentiel

SHORT = 20
"""Communes up to which a table is shown at once."""


def towns(cells: Sequence[Cell], communes: Mapping[str, Commune], links: Links = NOWHERE) -> str:
    """A section: every commune, with its département, its population and, where a run proves it, the day."""
    tables = "".join(_table(state, cells, communes, links) for state in CellState)
    cited = f"Populations : {read_referentiel().edition.citation}."
    return (
        f'<section id="communes"><h2>Toutes les communes</h2>{tables}'
        f'<p class="small">{escaped(spaced(cited))}</p></section>'
    )


def _table(state: CellState, cells: Sequence[Cell], communes: Mapping[str, Commune], links: Links) -> str:
    days = {cell.commune: day(cell.proof.day) for cell in cells if cell.proof is not None}
    found = places((cell.commune for cell in cells if cell.state is state), communes)
    if not found:
        return ""
    proven = state is CellState.PROVEN
    rows = "".join(_row(one, days.get(one.code, "") if proven else None, links) for one in found)
    last = '<th scope="col">Calculé le</th>' if proven else ""
    said = spaced(f"{capital(state.label)} : {plural(len(found), 'commune')}")
    opened = " open" if len(found) <= SHORT else ""
    return (
        f"<details{opened}><summary>{mark(state)}{said}</summary>"
        f'<div class="scroll" tabindex="0" role="region" aria-label="{said}"><table class="towns">'
        f'<caption>{said}</caption><thead><tr><th scope="col">Commune</th><th scope="col">Département</th>'
        f'<th scope="col" class="number">Habitants</th>{last}</tr></thead><tbody>{rows}</tbody></table></div></details>'
    )


def _row(one: Place, proven: str | None, links: Links) -> str:
    population = "inconnu" if one.population is None else number(one.population)
    last = "" if proven is None else f"<td>{proven}</td>"
    name = linked(one.nom, links.town(one.code, one.nom))
    return (
        f'<tr><th scope="row">{name}</th><td>{escaped(one.departement or "inconnu")}</td>'
        f'<td class="number">{population}</td>{last}</tr>'
    )
