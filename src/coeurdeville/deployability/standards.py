"""Which schema the data of a layer should meet, and how widely it is agreed on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from coeurdeville.layers.catalogue import DataKind
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.schemas.catalogue import own_schemas
from coeurdeville.schemas.layer_mapping import layer_mapping
from coeurdeville.schemas.socle_commun import common_base


class Agreed(StrEnum):
    """How far a schema is agreed on."""

    NONE = "aucun"
    DRAFT = "ebauche"
    """The project proposes one; no national catalogue has it."""
    NATIONAL = "national"
    """In the national catalogue, outside the common base."""
    BASE = "socle-commun"

    @property
    def label(self) -> str:
        """What users read."""
        return _AGREED[self]


_AGREED = {
    Agreed.NONE: "aucun schéma",
    Agreed.DRAFT: "ébauche du projet",
    Agreed.NATIONAL: "schéma national, hors du socle commun",
    Agreed.BASE: "dans le socle commun",
}


@dataclass(frozen=True)
class Standard:
    """The schema of a layer."""

    agreed: Agreed
    name: str = ""
    """Name of a schema of the project, or `owner/name`; empty when there is none."""


@cache
def standard_of(layer: DataKind) -> Standard:
    """The schema that is most widely agreed on."""
    name = layer.schema if isinstance(layer, Awaited) else ""
    base = common_base()
    if layer.slug in base.layers or name in base.schemas:
        return Standard(Agreed.BASE, base.layers.get(layer.slug, name))
    if "/" in name:
        return Standard(Agreed.NATIONAL, name)
    own = name or _own_schemas_by_layer().get(layer.slug, "")
    return Standard(Agreed.DRAFT, own) if own else Standard(Agreed.NONE)


@cache
def _own_schemas_by_layer() -> dict[str, str]:
    """Slug of a layer -> the schema of the project whose files make it."""
    tied = {name: layer_mapping(name) for name in own_schemas()}
    return {mapping.layer: name for name, mapping in tied.items() if mapping is not None}
