"""Layers as their list shows them: who asks for them, who gives them, what towns have of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from coeurdeville.core.french import number, plain, spaced
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.layers.catalogue import DataKind, kinds
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.layers.outline import Outline
from coeurdeville.services.catalogue import AnyService, all_services
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.sources.catalogue import sheets
from coeurdeville.web.public.links import layer_address


class Reading(StrEnum):
    """Whether code reads the layer."""

    READ = "lues"
    AWAITED = "attendues"

    @property
    def label(self) -> str:
        """What users read."""
        return {Reading.READ: "Lues par le logiciel", Reading.AWAITED: "Attendues, pas encore lues"}[self]


@dataclass(frozen=True)
class LayerLine:
    """One layer."""

    slug: str
    title: str
    address: str
    reading: Reading
    themes: tuple[Theme, ...]
    """Of the services that ask for it."""
    needed: int
    """Services that give nothing without it."""
    improves: int
    sources: int
    """National sources, read or declared."""
    towns: str
    """`2 déjà ouverte, 1 à préciser` in towns; empty when no town has an entry."""


@dataclass(frozen=True)
class _Asked:
    needed: tuple[AnyService, ...]
    improves: tuple[AnyService, ...]
    sources: int


@cache
def _asked() -> Mapping[DataKind, _Asked]:
    given = Counter(one.layer for one in sheets().values())
    return {kind: _Asked(*services_of(kind), given[kind]) for kind in kinds().values()}


def services_of(kind: DataKind) -> tuple[tuple[AnyService, ...], tuple[AnyService, ...]]:
    """The services that need a layer, and those that it improves."""
    every = all_services().values()
    needed = tuple(one for one in every if kind in one.needs.values())
    return needed, tuple(one for one in every if kind in one.layers.values() and one not in needed)


def lines(
    openness: Mapping[str, Counter[Ouverture]], theme: Theme | None = None, reading: Reading | None = None
) -> list[LayerLine]:
    """Every layer but the outline, by title; those of a theme, those that are read or not, when it is asked."""
    made = (_line(kind, asked, openness.get(kind.slug)) for kind, asked in _asked().items() if kind is not Outline)
    kept = (one for one in made if (not theme or theme in one.themes) and reading in (None, one.reading))
    return sorted(kept, key=lambda one: plain(one.title))


def _line(kind: DataKind, asked: _Asked, statuses: Counter[Ouverture] | None) -> LayerLine:
    found = {one.theme for one in (*asked.needed, *asked.improves)}
    return LayerLine(
        kind.slug, kind.title, layer_address(kind.slug), reading_of(kind), tuple(one for one in Theme if one in found),
        len(asked.needed), len(asked.improves), asked.sources, _towns(statuses),
    )  # fmt: skip


def reading_of(kind: DataKind) -> Reading:
    """Whether code reads it."""
    return Reading.AWAITED if isinstance(kind, Awaited) else Reading.READ


def _towns(statuses: Counter[Ouverture] | None) -> str:
    if not statuses:
        return ""
    return spaced(" ; ".join(f"{one.libelle} : {number(statuses[one])}" for one in Ouverture if statuses[one]))
