"""What a letter asks for: the schema, the columns that are enough, their content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coeurdeville.core.french import capital, spaced
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.layers.contract.column import TYPE_WORDS
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.layers.contract.vector import AREA, LINE, POINT, VectorLayer
from coeurdeville.schemas.catalogue import own_schemas, schema
from coeurdeville.schemas.in_french import content_words
from coeurdeville.schemas.layer_mapping import layer_mapping
from coeurdeville.schemas.model import TableSchema

SHAPES = {POINT: "un point", LINE: "une ligne", AREA: "une surface"}


@dataclass(frozen=True)
class Colonne:
    """One column that is asked for."""

    nom: str
    titre: str
    contenu: str
    """`un nombre`, `du texte`."""
    indispensable: bool
    """Without it the data are of no use; else it is welcome."""


@dataclass(frozen=True)
class Voulu:
    """What is asked for."""

    schema: str
    """How the schema is named in a letter; empty: there is none."""
    colonnes: tuple[Colonne, ...]
    """Those that are needed first; none when nothing says them."""
    contient: str = ""
    """What the data hold, in one sentence, where no column says it."""


def wanted_of(kind: DataKind) -> Voulu:
    """The schema and columns of a layer: those of the project's schema, else of the layer, else what is awaited."""
    name = _own_schema(kind)
    if name:
        found = schema(name).schema
        return Voulu(f"« {found.title} », version {found.version}", tuple(_ordered(_of_schema(found, name))))
    if isinstance(kind, Awaited):
        named = f"« {kind.schema} », publié sur schema.data.gouv.fr" if kind.schema else ""
        return Voulu(named, (), kind.content)
    columns = _of_layer(kind) if issubclass(kind, TableLayer) else ()
    return Voulu("", tuple(_ordered(columns)))


def _own_schema(kind: DataKind) -> str:
    """Name of the project's schema of such data; empty when there is none."""
    if isinstance(kind, Awaited):
        return kind.schema if kind.schema in own_schemas() else ""
    mappings = ((name, layer_mapping(name)) for name in own_schemas())
    return next((name for name, one in mappings if one is not None and one.layer == kind.slug), "")


def _of_schema(found: TableSchema, name: str) -> Iterator[Colonne]:
    """The fields that must be there, and those that the layer draws from; all of them when no layer does."""
    mapping = layer_mapping(name)
    used = set(found.names) if mapping is None else {*mapping.columns.values(), *mapping.places, *mapping.states}
    for field in found.fields:
        if field.required or field.name in used:
            yield Colonne(field.name, field.title, spaced(capital(content_words(field))), field.required)


def _of_layer(kind: type[TableLayer]) -> Iterator[Colonne]:
    if issubclass(kind, VectorLayer):
        yield Colonne("geometrie", "Emplacement", capital(SHAPES[kind.geometry]), indispensable=True)
    for column in kind.columns:
        unit = f" ({column.unit})" if column.unit else ""
        yield Colonne(column.key, f"{column.title}{unit}", capital(TYPE_WORDS[column.dtype]), column.required)


def _ordered(columns: Iterator[Colonne] | tuple[Colonne, ...]) -> list[Colonne]:
    return sorted(columns, key=lambda one: not one.indispensable)
