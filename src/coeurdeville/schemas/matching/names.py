"""What the name of a column says of the field that it may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from coeurdeville.core.french import slug
from coeurdeville.schemas.model import Field, TableSchema
from coeurdeville.schemas.synonyms import read_name

if TYPE_CHECKING:
    from coeurdeville.layers.contract.vector import VectorLayer
    from coeurdeville.schemas.layer_mapping import LayerMapping

SAME, USUAL, ALIKE, WITHIN, CLOSE = 1.0, 0.95, 0.9, 0.6, 0.55
"""Scores: the name of the field, a usual name of it, the same thing in the table of synonyms, a name that contains
one of these as a word, a name nearly written the same."""
RESEMBLING = 0.86
"""Ratio of letters in common from which two names are nearly the same."""
SHORTEST = 4
"""Letters under which a word within a name, or a resemblance, says nothing."""


def usual_names(schema: TableSchema) -> dict[str, frozenset[str]]:
    """Field -> plain names under which towns write it, its own title and those of the layer that it feeds included."""
    of_layer = dict(_names_of_layer(schema.name))
    return {one.name: frozenset({_plain(one.title.partition("(")[0]), *of_layer.get(one.name, ())}) - {""}
            for one in schema.fields}  # fmt: skip


def name_score(column: str, field: Field, usual: frozenset[str]) -> tuple[float, str]:
    """How surely the name of a column is that of a field, 0 to 1, and why, in French."""
    plain, read = _plain(column), read_name(column)
    if plain == _plain(field.name):
        return SAME, "même nom"
    if plain in usual or read.plain in usual:
        return USUAL, "nom usuel de ce champ"
    if read.key == read_name(field.name).key:
        return ALIKE, "nom qui veut dire la même chose"
    known = {_plain(field.name), *usual}
    if any(len(one) >= SHORTEST and f"_{one}_" in f"_{plain}_" for one in known):
        return WITHIN, "nom approchant"
    if any(len(one) >= SHORTEST and _resembles(one, plain) for one in known):
        return CLOSE, "nom presque écrit de même"
    return 0.0, ""


def _resembles(first: str, second: str) -> bool:
    """Whether two names are nearly written the same; cheap upper bounds of the ratio are looked at first."""
    match = SequenceMatcher(None, first, second)
    bounds = (match.real_quick_ratio, match.quick_ratio, match.ratio)
    return all(bound() >= RESEMBLING for bound in bounds)


def _names_of_layer(schema: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Fields of a schema of the project that feed a layer, with the names that the layer knows."""
    tied = tied_layer(schema)
    if tied is None:
        return
    mapping, kind = tied
    columns: Mapping[str, tuple[str, ...]] = {one.key: (*map(_plain, one.names), one.key) for one in kind.columns}
    for key, field in mapping.columns.items():
        yield field, columns.get(key, ())
    if kind.state is not None:
        yield from ((field, kind.state.names) for field in mapping.states)


def tied_layer(schema: str) -> tuple[LayerMapping, type[VectorLayer]] | None:
    """The layer that a schema of the project feeds, and how; None when none does."""
    from coeurdeville.layers.catalogue import layer
    from coeurdeville.layers.contract.vector import VectorLayer
    from coeurdeville.schemas.catalogue import own_schemas
    from coeurdeville.schemas.layer_mapping import layer_mapping

    tied = layer_mapping(schema) if schema in own_schemas() else None
    kind = layer(tied.layer) if tied is not None else None
    return (tied, kind) if tied is not None and kind is not None and issubclass(kind, VectorLayer) else None


def _plain(name: str) -> str:
    return slug(name).replace("-", "_")
