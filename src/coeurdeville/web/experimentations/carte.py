"""The map of the towns that meet the conditions of a service."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe

from coeurdeville.core.french import number, plural, spaced
from coeurdeville.deployability.verdict import CellState
from coeurdeville.programme.evaluations.redeploiement import Epreuve, Issue
from coeurdeville.reports.deployment.france import map_svg, unplaced
from coeurdeville.reports.deployment.marks import mark
from coeurdeville.reports.deployment.points import programme_points

STATES = {
    CellState.POSSIBLE: Issue.REMPLIT, CellState.TO_CHECK: Issue.A_VERIFIER, CellState.BLOCKED: Issue.MANQUE,
}  # fmt: skip
"""The mark of the matrix under which each issue is drawn."""


def carte(epreuve: Epreuve) -> SafeString:
    """A figure: towns inside the perimeter, each with its mark; empty when there is none."""
    if not epreuve.cellules:
        return SafeString("")
    names = {one.code: one.nom for one in epreuve.villes}
    met = epreuve.nombre(Issue.REMPLIT)
    title = f"Conditions remplies dans {plural(met, 'ville')} sur {number(len(epreuve.cellules))} du périmètre"
    points = programme_points()
    picture = map_svg(title, epreuve.cellules, points, names, legend=False)
    entries = "".join(f"<li>{mark(state)}{issue.libelle} ({number(epreuve.nombre(issue))})</li>"
                      for state, issue in STATES.items())  # fmt: skip
    legend = f'<div class="legend"><ul>{entries}</ul></div>'
    away = spaced(unplaced(epreuve.cellules, points))
    return mark_safe(f"<figure>{picture}<figcaption>{legend}{away}</figcaption></figure>")
