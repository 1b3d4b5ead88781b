"""A first table of a schema drawn from a raw file: columns, constants, places, names of trees, identifiers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from coeurdeville.core.problems import Problem
from coeurdeville.readers.features import Features
from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.schemas.matching.placing import LATITUDE, LONGITUDE, Located, located
from coeurdeville.schemas.model import Field, TableSchema
from coeurdeville.schemas.repair.changes import Change
from coeurdeville.schemas.repair.column import repair_column
from coeurdeville.schemas.repair.steps.armed import armed
from coeurdeville.schemas.repair.steps.contract import Wanted
from coeurdeville.schemas.repair.taxa import TAXA, names_written, split_names, taxa_changes, wants_taxa
from coeurdeville.schemas.repair.zones import METROPOLE, zone_of
from coeurdeville.territories.territory import Territory

if TYPE_CHECKING:
    import pandas as pd

DEGREES = 6
"""Decimals of a coordinate: a tenth of a metre."""
COMMUNE = ("code_insee", "code_commune_insee", "commune_insee")
"""Fields that hold the code of the commune."""


@dataclass
class Draft:
    """The table as it is being made: each column of texts, of shape `(n,)`, missing where nothing is known."""

    columns: dict[str, pd.Series[Any]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    notes: tuple[Problem, ...] = ()

    def log(self, rule: str, said: str, name: str, count: int, after: str = "") -> None:
        """Write a change of a whole field, if it has changed a cell."""
        if count:
            self.changes.append(Change(rule, said, name, "", count, "", after))


def draft(
    features: Features, frame: pd.DataFrame, schema: TableSchema, mapping: Correspondance, territory: Territory | None
) -> Draft:
    """Everything that can be filled; `frame` is the table of the file without what is personal."""
    made = Draft()
    zone = zone_of(territory.code) if territory is not None else METROPOLE
    of_taxa = TAXA if wants_taxa(schema) else frozenset[str]()
    for one in (known for known in schema.fields if known.name not in of_taxa):
        _from_column(made, one, frame, mapping, zone)
    places = _places(features, schema, mapping, territory)
    if places is not None:
        _from_places(made, schema, places, frame.index)
    if wants_taxa(schema):
        written = names_written(frame, mapping)
        filled = split_names(written)
        made.changes.extend(taxa_changes(written, filled))
        made.columns.update({name: values for name, values in filled.items() if schema.field(name) is not None})
    _rounded(made)
    _commune(made, schema, frame, territory)
    _identifiers(made, schema, features, territory)
    _disarmed(made, schema, zone)
    return made


def _disarmed(made: Draft, schema: TableSchema, zone: str) -> None:
    """Texts that a spreadsheet would run, in what does not come from one column alone: names of trees, constants…"""
    import pandas as pd

    for one in (known for known in schema.fields if known.name in made.columns):
        texts = made.columns[one.name]
        distinct = pd.Series(texts.dropna().unique(), dtype="str")
        safe = armed.repair(distinct, Wanted(one, zone=zone))
        changed = dict(zip(distinct[distinct != safe], safe[distinct != safe], strict=True))
        if changed:
            found = texts.isin(changed)
            made.columns[one.name] = texts.where(~found, texts.map(changed))
            before, after = next(iter(changed.items()))
            made.changes.append(Change(armed.rule, armed.said, one.name, "", int(found.sum()), before, after))


def _from_column(made: Draft, one: Field, frame: pd.DataFrame, mapping: Correspondance, zone: str) -> None:
    import pandas as pd

    column = mapping.colonnes.get(one.name, "")
    wanted = Wanted(one, mapping.unites.get(one.name, ""), mapping.valeurs.get(one.name, {}), zone)
    if column and column in frame:
        repaired = repair_column(frame[column], wanted, column)
        made.columns[one.name] = repaired.values
        made.changes.extend(repaired.changes)
    elif one.name in mapping.constantes:
        value = mapping.constantes[one.name]
        made.columns[one.name] = pd.Series(value, index=frame.index, dtype="str")
        made.log(
            "constante", "même valeur pour tout le fichier, dite dans la correspondance", one.name, len(frame), value
        )


def _rounded(made: Draft) -> None:
    """Degrees with as many decimals as a survey can bear."""
    for name in (one for one in (LONGITUDE, LATITUDE) if one in made.columns):
        texts = made.columns[name]
        short = texts.str.replace(rf"(\.\d{{{DEGREES}}})\d+$", r"\1", regex=True)
        longer = int(((short != texts) & texts.notna()).sum())
        made.columns[name] = short
        made.log("coordonnees-arrondies", f"{DEGREES} décimales, soit un décimètre", name, longer)


def _places(
    features: Features, schema: TableSchema, mapping: Correspondance, territory: Territory | None
) -> Located | None:
    """Places, unless the mapping already gives a longitude and a latitude, or the schema has none."""
    told = LONGITUDE in mapping.colonnes and LATITUDE in mapping.colonnes and not mapping.lecture.projection
    wanted = [one for one in schema.fields if one.name in (LONGITUDE, LATITUDE) or one.type in ("geopoint", "geojson")]
    return located(features, mapping.lecture, territory) if wanted and not told else None


def _from_places(made: Draft, schema: TableSchema, places: Located, index: Any) -> None:
    import pandas as pd

    made.notes = (*made.notes, *places.notes)
    known = np.asarray(np.isfinite(places.xy).all(axis=1))
    xy: list[list[str | None]] = [
        [f"{value:.{DEGREES}f}" if there else None for value in pair]
        for pair, there in zip(places.xy.tolist(), known.tolist(), strict=True)
    ]
    for rank, name in enumerate((LONGITUDE, LATITUDE)):
        if schema.field(name) is not None:
            made.columns[name] = pd.Series([pair[rank] for pair in xy], index=index, dtype="str")
            made.log("coordonnees-reprojetees", "longitude et latitude en degrés (WGS 84)", name, int(known.sum()))
    for one in (shape for shape in schema.fields if shape.type in ("geopoint", "geojson")):
        made.columns[one.name] = pd.Series(list(_written(one, places, xy)), index=index, dtype="str")
        made.log("geometrie-reecrite", "forme écrite en degrés (WGS 84)", one.name, int(known.sum()))


def _written(one: Field, places: Located, xy: list[list[str | None]]) -> Iterator[str | None]:
    """Each place as a point of the field's format, or as GeoJSON."""
    import shapely

    if one.type == "geojson":
        rounded = shapely.set_precision(places.shapes, 10.0**-DEGREES)
        texts = shapely.to_geojson(rounded)
        yield from (text if isinstance(text, str) else None for text in texts)
        return
    for longitude, latitude in xy:
        pair = f"{longitude},{latitude}" if one.format == "default" else f"[{longitude}, {latitude}]"
        yield pair if longitude is not None else None


def _commune(made: Draft, schema: TableSchema, frame: pd.DataFrame, territory: Territory | None) -> None:
    """The code of the town, where the file does not say it."""
    import pandas as pd

    name = next((one for one in COMMUNE if schema.field(one) is not None), "")
    if not name or territory is None:
        return
    former = made.columns.get(name, pd.Series(None, index=frame.index, dtype="str"))
    lacking = int(former.isna().sum())
    if lacking:
        made.columns[name] = former.fillna(territory.code)
        made.log("commune-ajoutee", "code de la commune, que le fichier ne dit pas", name, lacking, territory.code)


def _identifiers(made: Draft, schema: TableSchema, features: Features, territory: Territory | None) -> None:
    """An identifier for each row, where the schema needs one and the file has none: the town and the line."""
    import pandas as pd

    key = schema.primary_key[0] if len(schema.primary_key) == 1 else "id"
    one = schema.field(key)
    if one is None or one.type != "string" or key in made.columns or not (one.required or key in schema.primary_key):
        return
    stem = territory.code if territory is not None else features.name.partition(".")[0][:20]
    values = [f"{stem}-{row}" for row in features.row_numbers.tolist()]
    index = next(iter(made.columns.values())).index if made.columns else pd.RangeIndex(len(values))
    made.columns[key] = pd.Series(values, index=index, dtype="str")
    made.log(
        "identifiant-cree", "identifiant fait de la commune et de la ligne du fichier", key, len(values), values[0]
    )
