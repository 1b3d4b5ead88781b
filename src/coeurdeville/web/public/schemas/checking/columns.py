"""The mapping as a form shows it: a field a line, the column that makes it, how sure it is and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from coeurdeville.core.french import plural, spaced
from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.schemas.matching.placing import LATITUDE, LONGITUDE, wants_places
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.repair.drafting import COMMUNE
from coeurdeville.territories.projections import METROPOLE, OF_PLACES, WORLD, Projection
from coeurdeville.web.public.schemas.checking.lines import FieldLine, field_line


@dataclass(frozen=True)
class ColumnLine:
    """One column of the file."""

    name: str
    filled: str
    examples: str
    personal: bool


@dataclass(frozen=True)
class Mapping:
    """The whole form."""

    doubtful: tuple[FieldLine, ...]
    sure: tuple[FieldLine, ...]
    unknown: tuple[FieldLine, ...]
    columns: tuple[ColumnLine, ...]
    left: tuple[ColumnLine, ...]
    """Columns that serve for nothing."""
    placed: bool
    """Whether coordinates in columns can be told."""
    x: str
    y: str
    projection: str
    projections: tuple[Projection, ...]
    states: tuple[tuple[int, str], ...]
    """Rank and words of each way in which the file tells objects that are gone."""


def mapping_form(schema: TableSchema, told: dict[str, Any], mapping: Correspondance, commune: str = "") -> Mapping:
    """The form of a mapping; `told` is the proposal as it is kept, `commune` the code that the visitor gave."""
    proposed = {one["field"]: one for one in told["lignes"]}
    places = {mapping.lecture.x, mapping.lecture.y} - {""}
    made = _made(schema, commune, placed=bool(places) or told["formes"])
    words = {one["nom"]: tuple(one["codes"]) for one in told["colonnes"]}
    lines = [field_line(one, proposed.get(one.name), mapping, made, words) for one in schema.fields]
    columns = [_column(one) for one in told["colonnes"]]
    used = {*mapping.colonnes.values(), *places, *(one.colonne for one in mapping.etats)}
    doubtful = [one for one in lines if one.proposed]
    sure = [one for one in lines if not one.proposed and (one.column or one.constant or one.tone == "ok")]
    return Mapping(
        tuple(doubtful),
        tuple(sure),
        tuple(one for one in lines if one not in doubtful and one not in sure),
        tuple(columns),
        tuple(one for one in columns if one.name not in used),
        wants_places(schema) and not told["formes"],
        mapping.lecture.x,
        mapping.lecture.y,
        str(mapping.lecture.projection or ""),
        projections(),
        tuple((rank, _state(one.colonne, one.disparus)) for rank, one in enumerate(mapping.etats)),
    )


def projections() -> tuple[Projection, ...]:
    """Those of files of the metropole and of overseas, each once."""
    every = [*WORLD, *OF_PLACES[METROPOLE], *(one for place in OF_PLACES.values() for one in place)]
    return tuple({one.epsg: one for one in every}.values())


def _made(schema: TableSchema, commune: str, *, placed: bool) -> dict[str, str]:
    """Fields that the repair fills by itself -> from what, in words."""
    made = dict.fromkeys((LONGITUDE, LATITUDE), "tirée des coordonnées") if placed else {}
    if commune:
        made |= dict.fromkeys(COMMUNE, "ajouté : c’est celui de la commune")
    key = schema.primary_key[0] if len(schema.primary_key) == 1 else "id"
    return {key: "fait de la commune et de la ligne", **made}


def _column(told: dict[str, Any]) -> ColumnLine:
    return ColumnLine(
        told["nom"], plural(told["remplies"], "cellule remplie", "cellules remplies"), " · ".join(told["exemples"]),
        told["personnelle"],
    )  # fmt: skip


def _state(column: str, gone: tuple[str, ...]) -> str:
    words = ", ".join(f"« {one} »" for one in gone)
    return spaced(f"« {column} » : {words}" if gone else f"« {column} » : toute date remplie")
