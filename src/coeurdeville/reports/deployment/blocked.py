"""What blocks a service where it does not run: the data to bring, for how many communes and people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coeurdeville.core.french import number, plural, spaced
from coeurdeville.deployability.matrix import Cell
from coeurdeville.reports.deployment.blocks import Block, blocks
from coeurdeville.reports.deployment.marks import marked
from coeurdeville.reports.escaping import escaped
from coeurdeville.territories.commune import Commune

CAPTION = "Données à apporter là où le service ne tourne pas à coup sûr"


def blocked(cells: Sequence[Cell], communes: Mapping[str, Commune]) -> str:
    """A section with its table, the most frequent first; that nothing blocks is said too."""
    found = blocks(cells, communes)
    if not found:
        nothing = spaced("Rien : le service tourne partout, avec ou sans ses améliorations.")
        return f'<section id="blocages"><h2>Ce qui bloque</h2><p>{nothing}</p></section>'
    rows = "".join(map(_row, found))
    lead = f"{plural(len(found), 'raison')}, de la plus fréquente à la plus rare."
    if len(found) == 1:
        lead = "La même raison dans toutes les autres communes."
    return (
        f'<section id="blocages"><h2>Ce qui bloque ailleurs</h2><p>{lead}</p>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{CAPTION}"><table class="blocks">'
        f'<caption>{CAPTION}</caption><thead><tr><th scope="col">Données à apporter</th><th scope="col">État</th>'
        '<th scope="col" class="number">Communes</th><th scope="col" class="number">Habitants</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div></section>"
    )


def _row(block: Block) -> str:
    return (
        f'<tr class="service"><th scope="row">{escaped(block.title)}</th>'
        f'<td>{marked(block.state)}</td><td class="number">{number(len(block.communes))}</td>'
        f'<td class="number">{number(block.people)}</td></tr>'
        f'<tr class="why"><td colspan="4" class="reasons">{escaped(block.why)}</td></tr>'
    )
