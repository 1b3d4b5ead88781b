"""What a visitor corrects in a mapping, read from the form; everything wrong is said at once, with its field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from coeurdeville.core.french import listing, spaced
from coeurdeville.core.problems import Kind, Problem
from coeurdeville.schemas.mapping.correspondance import Correspondance, Lecture
from coeurdeville.schemas.mapping.units import METRES, length_unit
from coeurdeville.schemas.model import TableSchema
from coeurdeville.web.public.schemas.checking.columns import projections

COLUMN_TWICE = Kind(
    "correspondance-colonne-double",
    "La colonne « {column} » est choisie pour plusieurs champs : {fields}.",
    "La garder pour un seul d’entre eux.",
)
COLUMN_ABSENT = Kind(
    "correspondance-colonne-hors-fichier",
    "« {column} » n’est pas une colonne du fichier.",
    "En choisir une dans la liste.",
)
HALF_PLACED = Kind(
    "correspondance-une-coordonnee",
    "Une seule des deux colonnes de coordonnées est choisie.",
    "Choisir X et Y, ou aucune des deux.",
)
UNIT_UNKNOWN = Kind(
    "correspondance-unite-inconnue", "« {unit} » n’est pas une unité de longueur.", "Choisir l’une de : {known}."
)
CRS_UNKNOWN = Kind(
    "correspondance-projection-inconnue", "« {code} » n’est pas un système de la liste.", "Le choisir dans la liste."
)


@dataclass(frozen=True)
class Corrected:
    """The mapping as it would be, and what is wrong with it, each with the control of the form where it is."""

    mapping: Correspondance
    problems: tuple[tuple[str, Problem], ...]


def corrected(post: Mapping[str, str], schema: TableSchema, told: dict[str, Any], former: Correspondance) -> Corrected:
    """The mapping that the form says; the codes of a field stay as they were as long as its column does."""
    columns = {one.name: post.get(f"champ-{one.name}", "") for one in schema.fields}
    chosen = {name: column or _translated(post, name, former) for name, column in columns.items()}
    chosen = {name: column for name, column in chosen.items() if column}
    constants = {one.name: post.get(f"constante-{one.name}", "").strip() for one in schema.fields}
    units = {one.name: (post.get(f"unite-{one.name}", ""), length_unit(one)) for one in schema.fields}
    lecture = _lecture(post, former.lecture)
    mapping = replace(
        former,
        lecture=lecture,
        colonnes=chosen,
        a_confirmer={},
        unites={name: unit for name, (unit, usual) in units.items() if unit and unit != usual and name in chosen},
        valeurs=_codes(post, schema, told, former, chosen),
        constantes={name: value for name, value in constants.items() if value and name not in chosen},
        etats=tuple(one for rank, one in enumerate(former.etats) if f"etat-{rank}" in post),
    )
    known = {one["nom"] for one in told["colonnes"]}
    return Corrected(mapping, (*_of_columns(mapping, known), *_of_places(post, lecture, known), *_of_units(mapping)))


def _translated(post: Mapping[str, str], name: str, former: Correspondance) -> str:
    """The proposed column of a field whose codes the visitor translated: that confirms it."""
    said = any(value for key, value in post.items() if key.startswith(f"valeur-{name}-"))
    return post.get(f"codes-{name}", "") if said and name in former.a_confirmer else ""


def _codes(
    post: Mapping[str, str],
    schema: TableSchema,
    told: dict[str, Any],
    former: Correspondance,
    chosen: Mapping[str, str],
) -> dict[str, dict[str, str]]:
    """The dictionary of codes of each field whose column is still the one of which the form showed the words."""
    words = {one["nom"]: one["codes"] for one in told["colonnes"]}
    found: dict[str, dict[str, str]] = {}
    for one in schema.fields:
        column, shown = chosen.get(one.name, ""), post.get(f"codes-{one.name}", "")
        if shown and shown == column:
            said = {word: post.get(f"valeur-{one.name}-{rank}", "") for rank, word in enumerate(words.get(column, ()))}
            found[one.name] = {word: value for word, value in said.items() if value}
        elif column and column == former.colonnes.get(one.name):
            found[one.name] = dict(former.valeurs.get(one.name, {}))
    return {name: codes for name, codes in found.items() if codes}


def _lecture(post: Mapping[str, str], former: Lecture) -> Lecture:
    if "x" not in post:
        return former
    code = post.get("projection", "")
    return Lecture(former.feuille, post["x"], post.get("y", ""), int(code) if code.isdecimal() else None)


def _of_columns(mapping: Correspondance, known: set[str]) -> Iterator[tuple[str, Problem]]:
    by_column: dict[str, list[str]] = {}
    for name, column in mapping.colonnes.items():
        by_column.setdefault(column, []).append(name)
        if column not in known:
            yield f"champ-{name}", COLUMN_ABSENT(column=column[:60])
    for column, names in by_column.items():
        if len(names) > 1:
            said = listing([spaced(f"« {name} »") for name in names])
            yield f"champ-{names[1]}", COLUMN_TWICE(column=column, fields=said)


def _of_places(post: Mapping[str, str], lecture: Lecture, known: set[str]) -> Iterator[tuple[str, Problem]]:
    if bool(lecture.x) != bool(lecture.y):
        yield "y" if lecture.x else "x", HALF_PLACED()
    for control, column in (("x", lecture.x), ("y", lecture.y)):
        if column and column not in known:
            yield control, COLUMN_ABSENT(column=column[:60])
    code = post.get("projection", "")
    if code and code not in {str(one.epsg) for one in projections()}:
        yield "projection", CRS_UNKNOWN(code=code[:20])


def _of_units(mapping: Correspondance) -> Iterator[tuple[str, Problem]]:
    for name, unit in mapping.unites.items():
        if unit not in METRES:
            yield f"unite-{name}", UNIT_UNKNOWN(unit=unit[:20], known=", ".join(METRES))
