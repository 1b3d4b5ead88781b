"""The mapping of a file to a schema, proposed: what is sure, what is to be confirmed, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coeurdeville.core.french import NBSP
from coeurdeville.schemas.mapping.correspondance import Correspondance, Etat, Lecture
from coeurdeville.schemas.matching.names import name_score, tied_layer, usual_names
from coeurdeville.schemas.matching.placing import LATITUDE, LONGITUDE, wants_places
from coeurdeville.schemas.matching.states import gone_states
from coeurdeville.schemas.matching.values import Fit, fit, fit_to_list, sample
from coeurdeville.schemas.model import Field, TableSchema
from coeurdeville.schemas.repair.taxa import EPITHET, wants_taxa

if TYPE_CHECKING:
    import pandas as pd

SURE = 0.8
"""Score from which a line is kept without asking."""
ASKED = 0.35
"""Score under which nothing is proposed."""
CODES = 0.5
"""Share of fitting values under which a list of words is likely written in codes."""
LISTED = 0.5
"""Score of a column that only its values tell: nearly all are of the field's list."""
TELLING = 0.9
"""Share of the values that must be of the list for that."""


@dataclass(frozen=True)
class Line:
    """One column that may be one field."""

    field: str
    column: str
    score: float
    """0 to 1."""
    why: str
    """French."""
    unit: str = ""
    """Unit of length in the file, when it is another than the field's."""
    doubt: str = ""
    """What keeps it from being sure whatever its score."""

    @property
    def sure(self) -> bool:
        """Whether it is kept without asking."""
        return self.score >= SURE and not self.doubt

    @property
    def reason(self) -> str:
        """Why it is proposed, and what is doubtful in it."""
        return f"{self.why}{NBSP}; {self.doubt}" if self.doubt else self.why


@dataclass(frozen=True)
class Proposal:
    """Everything that is proposed for a file, in the order of the schema."""

    lines: tuple[Line, ...]
    lecture: Lecture
    codes: Mapping[str, Mapping[str, str]]
    left: tuple[str, ...]
    """Columns of the file that are no field of the schema."""
    etats: tuple[Etat, ...] = ()

    def mapping(self) -> Correspondance:
        """The sure lines as the mapping, the others to be confirmed."""
        return Correspondance(
            self.lecture,
            colonnes={one.field: one.column for one in self.lines if one.sure},
            a_confirmer={one.field: {"colonne": one.column, "pourquoi": one.reason}
                         for one in self.lines if not one.sure},
            unites={one.field: one.unit for one in self.lines if one.unit},
            valeurs=self.codes,
            etats=self.etats,
        )  # fmt: skip


def propose(
    frame: pd.DataFrame, schema: TableSchema, former: Correspondance | None = None, places: tuple[str, ...] = ()
) -> Proposal:
    """Which column of `frame` is which field.

    Pairs are taken by decreasing score, a column and a field serving once; what a `former` mapping had settled comes
    first. Coordinates in columns other than a longitude and a latitude are not fields: they are `places`.

    Parameters
    ----------
    places
        Columns that hold the places of the rows; they are no field.
    """
    former = former or Correspondance()
    settled = {key: name for key, name in former.colonnes.items() if name in frame}
    candidates = sorted(_candidates(frame, schema, former, {*places, *settled.values()}), key=lambda one: -one.score)
    chosen = {key: Line(key, name, 1.0, "déjà confirmé", former.unites.get(key, "")) for key, name in settled.items()}
    used = set(settled.values())
    for line in candidates:
        if line.field not in chosen and line.column not in used:
            chosen[line.field] = line
            used.add(line.column)
    lines = tuple(chosen[name] for name in schema.names if name in chosen)
    left = tuple(str(name) for name in frame.columns if str(name) not in used and str(name) not in places)
    return Proposal(lines, former.lecture, former.valeurs, left, former.etats or _gone(frame, schema))


def _gone(frame: pd.DataFrame, schema: TableSchema) -> tuple[Etat, ...]:
    """How the file tells objects that are no longer there, where the layer of the schema knows it."""
    tied = tied_layer(schema.name)
    return () if tied is None or tied[1].state is None else tuple(gone_states(frame, tied[1].state))


def _candidates(frame: pd.DataFrame, schema: TableSchema, former: Correspondance, taken: set[str]) -> Iterator[Line]:
    usual = usual_names(schema)
    told_by_places = {LONGITUDE, LATITUDE} if taken and wants_places(schema) else set[str]()
    fields = [one for one in schema.fields if one.name not in former.colonnes and one.name not in told_by_places]
    for column in (str(name) for name in frame.columns if str(name) not in taken):
        known = sample(frame[column])
        for field in fields:
            score, why = name_score(column, field, usual[field.name])
            codes = former.valeurs.get(field.name, {})
            if score:
                named = field.name == EPITHET and wants_taxa(schema)
                found = fit(known, column, field, codes, of_taxa=named)
                yield from _named(field, column, score, why, found)
            elif _tells_by_its_list(field):
                yield from _listed(field, column, fit_to_list(known, [str(one) for one in field.constraints["enum"]]))


def _named(field: Field, column: str, score: float, why: str, found: Fit) -> Iterator[Line]:
    weighted = score * (0.4 + 0.6 * found.share)
    if weighted >= ASKED:
        doubt = found.doubt or _codes_to_translate(field, found)
        yield Line(field.name, column, round(weighted, 3), f"{why}, {found.said}", found.unit, doubt)


def _codes_to_translate(field: Field, found: Fit) -> str:
    """A list of words whose cells are none of them is likely written in codes."""
    worded = "enum" in field.constraints or field.type == "boolean"
    return f"codes à traduire sous [valeurs.{field.name}]" if worded and found.share < CODES else ""


def _listed(field: Field, column: str, found: Fit) -> Iterator[Line]:
    if found.filled and found.share >= TELLING:
        yield Line(field.name, column, LISTED, f"son nom ne dit rien, {found.said} à la liste du schéma")


def _tells_by_its_list(field: Field) -> bool:
    """A list of words tells a column; a short list of figures or of yes and no does not."""
    listed = field.constraints.get("enum", ())
    return field.type == "string" and len(listed) > 2 and not any(str(one).isdigit() for one in listed)
