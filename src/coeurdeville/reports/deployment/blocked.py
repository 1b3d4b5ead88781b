"""What blocks a service where it does not run: the data to bring, for how many communes and people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coeurdeville.core.french import capital, number, plural, spaced
from coeurdeville.deployability.matrix import Cell
from coeurdeville.reports.deployment.blocks import Block, blocks
from coeurdeville.reports.deployment.marks import marked
from coeurdeville.reports.deployment.voices import voice
from coeurdeville.reports.escaping import escaped
from coeurdeville.territories.commune import Commune

CAPTION = "Données qui manquent ou ne sont pas sûres, et dans combien de communes"


def blocked(cells: Sequence[Cell], communes: Mapping[str, Commune]) -> str:
    """A section with its table, the most frequent first; that nothing blocks is said too. At least one cell."""
    found = blocks(cells, communes)
    if not found:
        nothing = spaced(voice(cells[0].service).nothing)
        return f'<section id="blocages"><h2>Ce qui bloque</h2><p>{nothing}</p></section>'
    rows = "".join(map(_row, found))
    elsewhere = sum(len(one.communes) for one in found) < len(cells)
    lead = f"{plural(len(found), 'raison')}, de la plus fréquente à la plus rare."
    if len(found) == 1:
        lead = f"La même raison dans toutes les {'autres ' if elsewhere else ''}communes."
    return (
        f'<section id="blocages"><h2>Ce qui bloque{" ailleurs" if elsewhere else ""}</h2><p>{lead}</p>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{CAPTION}"><table class="blocks">'
        f'<caption>{CAPTION}</caption><thead><tr><th scope="col">Ce qui bloque</th><th scope="col">État</th>'
        '<th scope="col" class="number">Communes</th><th scope="col" class="number">Habitants</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div></section>"
    )


def _row(block: Block) -> str:
    return (
        f'<tr class="service"><th scope="row">{escaped(capital(block.title))}</th>'
        f'<td>{marked(block.state)}</td><td class="number">{number(len(block.communes))}</td>'
        f'<td class="number">{"inconnu" if block.people is None else number(block.people)}</td></tr>'
        f'<tr class="why"><td colspan="4" class="reasons">{escaped(block.why)}</td></tr>'
    )
