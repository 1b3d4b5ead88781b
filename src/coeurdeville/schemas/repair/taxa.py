"""A tree named in one cell, in the fields that a schema has for it: genus, epithet, family, common name, cultivar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from coeurdeville.layers.reference.taxa import identify
from coeurdeville.readers.values import texts
from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.repair.changes import Change

if TYPE_CHECKING:
    import pandas as pd

GENUS, EPITHET, FAMILY, COMMON, CULTIVAR = "genre", "espece", "famille", "nom_vernaculaire", "cultivar_variete"
TAXA = frozenset({GENUS, EPITHET, FAMILY, COMMON, CULTIVAR})
"""Fields that are filled together."""
_CULTIVAR = re.compile(r"['‘’`\"]([^'‘’`\"]{2,40})['‘’`\"]\s*$")
_EPITHET = re.compile(r"^\S+\s+(×?\s?[a-zà-ÿ][a-zà-ÿ-]+)")
SAID = "nom d’arbre reconnu dans la table des taxons et réparti dans ses champs"


def wants_taxa(schema: TableSchema) -> bool:
    """Whether the schema tells a tree by its genus and its epithet apart."""
    return schema.field(GENUS) is not None and schema.field(EPITHET) is not None


def names_written(frame: pd.DataFrame, mapping: Correspondance) -> dict[str, pd.Series[Any]]:
    """What the file says of each tree, by field: trimmed texts, codes of the town's dictionary replaced."""
    written = {}
    for name in (EPITHET, GENUS, FAMILY, COMMON, CULTIVAR):
        column = mapping.colonnes.get(name, "")
        if column and column in frame:
            cells = texts(frame[column])
            told = cells.map({code: value for code, value in mapping.valeurs.get(name, {}).items() if value})
            written[name] = cells.where(told.isna(), told)
    return written


def split_names(written: Mapping[str, pd.Series[Any]]) -> dict[str, pd.Series[Any]]:
    """Fields filled from what is written of each tree (species, else genus, else common name), of the same shape.

    A field that the file fills keeps what it says where nothing is recognised; nothing is told of a name that is not
    in the table.
    """
    import pandas as pd

    names = _best(written)
    if names is None:
        return {}
    found = identify(names.to_numpy(dtype=object))
    epithets = pd.Series(found.species, index=names.index, dtype="str").str.extract(_EPITHET.pattern, expand=False)
    told = {GENUS: found.genus, EPITHET: epithets.str.replace(" ", "").to_numpy(dtype=object), FAMILY: found.family}
    filled = {
        name: pd.Series(values, index=names.index, dtype="str").replace("", None) for name, values in told.items()
    }
    filled[CULTIVAR] = names.astype("str").str.extract(_CULTIVAR.pattern, expand=False)
    filled |= {name: written[name] for name in (COMMON,) if name in written}
    for name, values in filled.items():
        if name in written:
            filled[name] = values.where(values.notna(), written[name])
    return filled


def taxa_changes(before: Mapping[str, pd.Series[Any]], after: Mapping[str, pd.Series[Any]]) -> Iterator[Change]:
    """What was filled or rewritten, field by field."""
    for name, values in after.items():
        former = before.get(name)
        old = np.full(len(values), "", dtype=object) if former is None else former.fillna("").to_numpy(dtype=object)
        new = values.fillna("").to_numpy(dtype=object)
        changed = np.flatnonzero(old != new)
        if len(changed):
            first = changed[0]
            yield Change("taxon-reconnu", SAID, name, "", len(changed), str(old[first]), str(new[first]))


def _best(written: Mapping[str, pd.Series[Any]]) -> pd.Series[Any] | None:
    """The most telling name of each tree: species, with its genus when the species is an epithet alone; else others."""
    names = None
    for field in (EPITHET, GENUS, COMMON):
        if field in written:
            names = written[field] if names is None else names.where(names.notna(), written[field])
    if names is None or EPITHET not in written or GENUS not in written:
        return names
    alone = written[EPITHET].notna() & ~written[EPITHET].astype("str").str.contains(" ") & written[GENUS].notna()
    lower = written[EPITHET].astype("str").str.match(r"×?[a-zà-ÿ]")
    return names.where(~(alone & lower), written[GENUS].astype("str") + " " + written[EPITHET].astype("str"))
