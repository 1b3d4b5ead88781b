"""Where a service runs: the map, what blocks, who gives its data, every commune; and the towns that ran it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from coeurdeville.core.french import day
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.espaces.communes import communes_de
from coeurdeville.reports.deployment.points import programme_points
from coeurdeville.reports.deployment.service_page import body
from coeurdeville.services.catalogue import any_service
from coeurdeville.web.public.addresses import service_path
from coeurdeville.web.public.kept import Kept
from coeurdeville.web.public.links import links


@dataclass(frozen=True)
class Ran:
    """A town where a run proves the service."""

    name: str
    address: str
    """The page of the service in the town; empty when nothing of it is published."""
    day: str


@dataclass(frozen=True)
class Where:
    """All that the matrix says of one service."""

    body: SafeString
    ran: tuple[Ran, ...]


Key = tuple[str, frozenset[str]]
"""Slug of the service, and codes of the towns that have a public diagnostic."""


def _where(matrix: Matrix, key: Key) -> Where:
    slug, published = key
    communes = communes_de(matrix.communes)
    cells = matrix.column(any_service(slug))
    drawn = body(cells, communes, programme_points(), matrix.national.sources, links(published))
    proven = [(cell.commune, cell.proof.day) for cell in cells if cell.proof is not None]
    named = [(code, communes[code].nom if code in communes else code, when) for code, when in proven]
    ran = (
        Ran(name, service_path(code, name, slug) if code in published else "", day(when))
        for code, name, when in sorted(named, key=lambda one: one[1])
    )
    return Where(mark_safe(drawn), tuple(ran))  # markup of `reports`, which escapes every text


WHERE = Kept(_where)
