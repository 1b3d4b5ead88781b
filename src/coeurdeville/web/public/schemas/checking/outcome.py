"""What a repair did, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from coeurdeville.core.french import listing, number, plural, spaced
from coeurdeville.core.problems import Problem
from coeurdeville.schemas.legible import legible
from coeurdeville.web.public.schemas.checking.kept import Kept
from coeurdeville.web.public.schemas.checking.mending import LOG, MAPPING, REJECTS, mapping_of, table_name
from coeurdeville.web.public.schemas.checking.state import State, problem
from coeurdeville.web.public.schemas.checking.words import for_visitor

NO_ROW = spaced("Le fichier n’a aucune ligne : il n’y a rien à réparer.")


@dataclass(frozen=True)
class ChangeLine:
    """One rule applied to one field."""

    said: str
    field: str
    column: str
    count: str
    before: str
    after: str


@dataclass(frozen=True)
class FileLine:
    """One file to download."""

    name: str
    title: str
    said: str


@dataclass(frozen=True)
class Outcome:
    """The whole page."""

    sentence: str
    refused: tuple[Problem, ...]
    """Why nothing could be repaired."""
    figures: tuple[tuple[str, str], ...]
    changes: tuple[ChangeLine, ...]
    persons: tuple[str, ...]
    """A sentence for each column in which there are persons."""
    to_confirm: tuple[str, ...]
    """Fields whose column was proposed and not confirmed."""
    notes: tuple[Problem, ...]
    files: tuple[FileLine, ...]
    any_row: bool
    all_out: bool
    """Whether there were rows, and none could be kept."""


def outcome_of(kept: Kept, state: State, told: dict[str, Any]) -> Outcome:
    """The page of an outcome as it is kept."""
    if told["refus"]:
        refused = tuple(for_visitor(problem(one)) for one in told["refus"])
        return Outcome("Le fichier n’a pas pu être réparé.", refused, (), (), (), (), (), (), any_row=False,
                       all_out=False)  # fmt: skip
    rows, rejects = told["lignes"], told["rejets"]
    return Outcome(
        _sentence(rows, rejects) if told["lues"] else NO_ROW,
        (),
        tuple((number(count), words) for words, count in told["compte"]),
        tuple(map(_change, told["changements"])),
        tuple(map(_person, told["personnes"])),
        tuple(mapping_of(kept).mapping.a_confirmer),
        tuple(for_visitor(problem(one)) for one in told["notes"]),
        tuple(_files(state, rows, rejects)),
        any_row=rows > 0,
        all_out=rejects > 0 and not rows,
    )


def _sentence(rows: int, rejects: int) -> str:
    if not rows:
        return spaced("Aucune ligne n’est encore conforme : voici ce qui manque.")
    kept = plural(rows, "ligne est conforme", "lignes sont conformes")
    return (
        spaced(f"{kept} ; {plural(rejects, 'est écartée', 'sont écartées')}.")
        if rejects
        else f"{kept}, aucune n’est écartée."
    )


def _change(told: dict[str, Any]) -> ChangeLine:
    return ChangeLine(
        spaced(told["said"]), told["field"], told["column"], number(told["count"]), _before(told),
        legible(told["after"]),
    )  # fmt: skip


def _before(told: dict[str, Any]) -> str:
    """The example, or the first of the texts that are lost."""
    shown = [legible(one) for one in told["lost"]] or [legible(told["before"])]
    others = told["distinct"] - len(shown)
    return listing([", ".join(shown), plural(others, "autre")]) if others > 0 else ", ".join(shown)


def _person(told: dict[str, Any]) -> str:
    cells = plural(told["nombre"], "cellule")
    what = "elle est retirée" if told["entiere"] else "ces cellules sont vidées"
    return spaced(f"« {told['colonne']} » : {told['pourquoi']} ({cells}) ; {what}.")


def _files(state: State, rows: int, rejects: int) -> list[FileLine]:
    """The table and the rejects where they hold a row, the log and the mapping always."""
    table = FileLine(table_name(state.schema), "Le fichier conforme", "CSV, virgules, UTF-8 : ce qui se publie.")
    out = FileLine(REJECTS, "Les lignes écartées", "Telles qu’elles étaient, avec le motif ; pour un tableur.")
    others = [
        FileLine(LOG, "Le journal", "Tout ce qui a été changé, colonnes retirées comprises ; pour un tableur."),
        FileLine(MAPPING, "La correspondance", "Quelle colonne fait quel champ : à garder pour l’an prochain."),
    ]
    return [*([table] if rows else []), *([out] if rejects else []), *others]
