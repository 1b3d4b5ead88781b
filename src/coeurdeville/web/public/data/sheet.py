"""What is known of a layer before any town has it: what it holds, who usually has it, who gives it, which schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coeurdeville.core.french import bounds, capital, listing
from coeurdeville.deployability.standards import Agreed, standard_of
from coeurdeville.inventory.demandes.competences import HOLDERS, competences
from coeurdeville.inventory.demandes.nature_epci import NatureEpci, full_title
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.layers.contract.adapter import ADAPTERS
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.raster import RasterLayer
from coeurdeville.layers.contract.table import SeriesLayer, TableLayer
from coeurdeville.layers.contract.vector import SHAPES, VectorLayer
from coeurdeville.sources.catalogue import sheets
from coeurdeville.sources.contract.sheet import Sheet
from coeurdeville.web.public.words import printed

NATIONAL_SCHEMAS = "https://schema.data.gouv.fr"


@dataclass(frozen=True)
class ColumnLine:
    """A column of a layer."""

    name: str
    """As it is written in `ville.toml`."""
    title: str
    unit: str
    values: str
    required: bool


@dataclass(frozen=True)
class HolderLine:
    """Who usually holds it, by the sort of intercommunal body."""

    nature: str
    """`Métropole`."""
    holder: str
    sure: bool
    """Whether the law gives it."""
    why: str


@dataclass(frozen=True)
class SourceLine:
    """A national source, worded."""

    title: str
    page: str
    publisher: str
    licence: str
    vintage: str
    rhythm: str
    covers: str
    read: bool


@dataclass(frozen=True)
class SchemaLink:
    """The schema that such data should meet."""

    agreed: str
    name: str
    address: str


@dataclass(frozen=True)
class LayerSheet:
    """One layer, in words."""

    title: str
    content: str
    """Sentences."""
    columns: tuple[ColumnLine, ...]
    competence: str
    """Title; empty: none of them says who has it."""
    holders: tuple[HolderLine, ...]
    basis: str
    """The law that sets it, and when it was read."""
    sources: tuple[SourceLine, ...]
    """National, those that are read first."""
    schema: SchemaLink | None


def sheet_of(kind: DataKind) -> LayerSheet:
    """The sheet of a layer, read or awaited."""
    competence = competences().get(kind.competence)
    return LayerSheet(
        kind.title,
        printed(kind.content if isinstance(kind, Awaited) else " ".join(_content(kind))),
        tuple(_columns(kind)),
        competence.titre if competence else "",
        tuple(_holders(kind.competence)),
        printed(f"{competence.base} ({competence.mention or 'vérifié'})") if competence else "",
        tuple(_source(one) for one in sheets().values() if one.layer is kind),
        _schema(kind),
    )


def _content(kind: type[Layer]) -> Iterator[str]:
    yield f"Contient {_held(kind)}."
    if kind.scope:
        yield f"Complète pour : {kind.scope}."
    if kind in ADAPTERS:
        instead = listing([f"« {one.title} »" for one in ADAPTERS[kind]], "ou")
        yield f"Si elle manque, elle est tirée de {instead}."


def _held(kind: type[Layer]) -> str:
    if issubclass(kind, VectorLayer):
        return SHAPES[kind.geometry]
    if issubclass(kind, RasterLayer):
        within = bounds(kind.minimum, kind.maximum, kind.unit)
        return f"une grille de cases carrées, une valeur par case{f' ({within})' if within else ''}"
    return "des lignes datées" if issubclass(kind, SeriesLayer) else "des lignes sans lieu"


def _columns(kind: DataKind) -> Iterator[ColumnLine]:
    if isinstance(kind, Awaited) or not issubclass(kind, TableLayer):
        return
    yield from map(_column, kind.columns)


def _column(one: Column) -> ColumnLine:
    return ColumnLine(one.key, one.title, one.unit, ", ".join(one.values) or one.bounds, one.required)


def _holders(key: str) -> Iterator[HolderLine]:
    """One line when they are the same everywhere, else one for each sort of body."""
    found = competences().get(key)
    if found is None:
        return
    words = {nature: found.detenteurs[nature] for nature in NatureEpci if nature in found.detenteurs}
    if len(set(words.values())) == 1 and not found.cas:
        everywhere = len(found.surs) == len(words)
        yield HolderLine("", _holder(next(iter(words.values()))), everywhere, printed(found.pourquoi))
        return
    for nature, word in words.items():
        why = found.cas.get(nature, found.pourquoi)
        yield HolderLine(capital(full_title(nature)), _holder(word), nature in found.surs, printed(why))


def _holder(word: str) -> str:
    nature = HOLDERS[word]
    return "à vérifier" if nature is None else nature.libelle


def _source(one: Sheet) -> SourceLine:
    return SourceLine(
        printed(one.title), one.page, printed(one.publisher), printed(one.licence.title), printed(one.vintage),
        printed(one.rhythm), printed(one.covers), one.read,
    )  # fmt: skip


def _schema(kind: DataKind) -> SchemaLink | None:
    found = standard_of(kind)
    if found.agreed is Agreed.NONE:
        return None
    national = "/" in found.name
    address = f"{NATIONAL_SCHEMAS}/{found.name}/" if national else f"/schemas/{found.name}/"
    return SchemaLink(found.agreed.label, found.name, address)
