"""Services as their list shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from coeurdeville.core.french import number, plain, plural
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.resolver import either
from coeurdeville.deployability.verdict import CellState
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.reports.deployment.overview import SURE, sort_of
from coeurdeville.services.catalogue import AnyService
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.services.contract.described import Described
from coeurdeville.services.questions import question_of
from coeurdeville.web.public.kept import Kept
from coeurdeville.web.public.links import layer_address, service_address
from coeurdeville.web.public.words import printed

SORTS = {"theme": "par thème", "villes": "par nombre de communes", "titre": "par ordre alphabétique"}
"""What an address writes -> what is read."""


@dataclass(frozen=True)
class LayerLink:
    """A layer and its page."""

    title: str
    address: str


@dataclass(frozen=True)
class ServiceCard:
    """A service, what it asks for, and where it can run."""

    slug: str
    title: str
    address: str
    theme: Theme
    question: str
    computed: bool
    needs: tuple[LayerLink, ...]
    either: tuple[LayerLink, ...]
    """Of these, one at least is needed."""
    improvements: tuple[LayerLink, ...]
    sure: int
    """Communes where it runs, or would have its data, for sure."""
    reach: str
    """The same in words."""


def _cards(matrix: Matrix, _: str) -> tuple[ServiceCard, ...]:
    counts = matrix.counts()
    total = len(matrix.communes)
    return tuple(_card(one, counts[one.slug], total) for one in matrix.services)


CARDS = Kept(_cards)


def cards(matrix: Matrix, theme: Theme | None = None, sort: str = "theme") -> list[ServiceCard]:
    """The services of a matrix, or of one theme, in one of the orders of `SORTS`."""
    found = [one for one in CARDS(matrix, "") if theme in (None, one.theme)]
    if sort == "villes":
        return sorted(found, key=lambda one: (-one.sure, plain(one.title)))
    return sorted(found, key=lambda one: plain(one.title)) if sort == "titre" else found


def _card(service: AnyService, counts: Counter[CellState], total: int) -> ServiceCard:
    needs, some = service.needs, either(service)
    sure = sum(counts[state] for state in SURE)
    return ServiceCard(
        service.slug, service.title, service_address(service.slug), service.theme, printed(question_of(service)),
        not isinstance(service, Described), layer_links(needs.values()),
        layer_links(some),
        layer_links([kind for name, kind in service.layers.items() if name not in needs and kind not in some]),
        sure, reach(service, sure, counts[CellState.DEGRADED], total),
    )  # fmt: skip


def layer_links(kinds: Collection[DataKind]) -> tuple[LayerLink, ...]:
    """Layers with their pages."""
    return tuple(LayerLink(one.title, layer_address(one.slug)) for one in kinds)


def reach(service: AnyService, sure: int, less: int, total: int) -> str:
    """`Tourne à coup sûr dans 12 communes sur 244, en partie seulement dans 9`; a described one would have its data.

    `less` of the `sure` communes lack an improvement, or are not sure of it.
    """
    computed = sort_of(service) == "calculé"
    if not sure:
        return "Ne tourne encore nulle part à coup sûr" if computed else "N’a encore toutes ses données nulle part"
    where = f"dans {plural(sure, 'commune')} sur {number(total)}"
    if less:
        where += ", en partie seulement" if less == sure else f", en partie seulement dans {number(less)}"
    return f"Tourne à coup sûr {where}" if computed else f"Aurait ses données {where}"
