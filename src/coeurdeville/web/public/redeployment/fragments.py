"""What the page of the matrix shows of a selection, as markup, made once for each."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.selection import Selection, selected
from coeurdeville.espaces.communes import communes_de
from coeurdeville.espaces.lecture import communes_publiees
from coeurdeville.reports.deployment.basis import basis
from coeurdeville.reports.deployment.links import Links
from coeurdeville.reports.deployment.matrix_page import brief, legend
from coeurdeville.reports.deployment.matrix_table import matrix_table
from coeurdeville.reports.deployment.overview import Overview, overview
from coeurdeville.reports.deployment.places import communes_counted
from coeurdeville.reports.deployment.points import programme_points
from coeurdeville.reports.deployment.reach import reach_map
from coeurdeville.reports.deployment.service_map import service_map
from coeurdeville.reports.deployment.services_table import services_table
from coeurdeville.reports.deployment.voices import counted
from coeurdeville.web.public.kept import Kept
from coeurdeville.web.public.links import fictional, links
from coeurdeville.web.public.redeployment.asked import Asked

Key = tuple[Selection, frozenset[str]]
"""What is chosen, and the fictional towns that have a public page."""


@dataclass(frozen=True)
class Fragments:
    """Sections of the page, in the order in which they are read."""

    towns: str
    """`12 communes, dont 1 ville fictive`."""
    services: str
    """`4 services calculés et 20 services décrits`."""
    brief: SafeString
    map: SafeString
    by_service: SafeString
    by_town: SafeString
    basis: SafeString


def _fragments(matrix: Matrix, key: Key) -> Fragments | None:
    """None when no commune or no service is left."""
    kept, published = key
    communes = communes_de(matrix.communes)
    part = selected(matrix, kept, communes)
    if not part.communes or not part.services:
        return None
    seen, there = overview(part, communes), links(published)
    return Fragments(
        communes_counted(part.communes),
        counted(seen.services),
        *map(mark_safe, (  # markup of `reports`, which escapes every text
            brief(seen), _map(seen), services_table(seen, communes, there), _table(seen, there), basis(seen, part),
        )),
    )  # fmt: skip


def _map(seen: Overview) -> str:
    """Of the only service, else of how many run."""
    points = programme_points()
    if len(seen.services) > 1:
        return reach_map(seen, points)
    return service_map(seen.summaries[0], seen.column(0), {one.code: one.nom for one in seen.places}, points)


def _table(seen: Overview, there: Links) -> str:
    return legend() + matrix_table(seen, there)


FRAGMENTS = Kept(_fragments)


def shown(wanted: Asked) -> Fragments | None:
    """What the page shows of what is asked, with the towns that have a page now; None when nothing is left of it."""
    return FRAGMENTS(wanted.matrix, (wanted.kept, fictional(communes_publiees())))
