"""One field of a schema as the form of a mapping shows it: its column, how sure it is and why, its codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from coeurdeville.core.french import capital, percent, spaced
from coeurdeville.schemas.in_french import content_words, word_for
from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.schemas.mapping.units import METRES, length_unit
from coeurdeville.schemas.model import Field

CHOSEN = "choisie par vous"
TOML = re.compile(r"codes à traduire sous \[valeurs\.[^\]]+\]")
"""How a reason tells who writes the mapping by hand where to translate."""


@dataclass(frozen=True)
class FieldLine:
    """One field of the schema."""

    name: str
    title: str
    content: str
    required: bool
    column: str
    """Column that makes it; empty: none."""
    proposed: str
    """Column that may make it and is not used until confirmed."""
    tone: str
    state: str
    """`sûre`, `à confirmer`, `non reconnue`… in words."""
    why: str
    units: tuple[str, ...]
    """Units among which to choose; none when it is no length."""
    unit: str
    constant: str
    """Value that the whole file bears."""
    fixed: bool
    """Whether a constant makes sense."""
    coded: str
    """Column whose words can be translated; empty: none."""
    codes: tuple[tuple[str, str], ...]
    """Each word of that column, and the value chosen for it."""
    values: tuple[str, ...]
    """Among which to choose."""


def field_line(
    field: Field,
    proposed: dict[str, Any] | None,
    mapping: Correspondance,
    made: dict[str, str],
    words: dict[str, tuple[str, ...]],
) -> FieldLine:
    """The line of a field.

    Parameters
    ----------
    proposed
        What was proposed for it, as it is kept.
    made
        Fields that the repair fills by itself -> from what, in words.
    words
        Column -> its words, when they are few.
    """
    column = mapping.colonnes.get(field.name, "")
    asked = mapping.a_confirmer.get(field.name, {}).get("colonne", "") if not column else ""
    tone, state, why = _verdict(field, mapping, asked, proposed, made)
    length, values = length_unit(field), _values(field)
    coded = (asked or column) if values and (asked or field.name in mapping.valeurs or state == CHOSEN) else ""
    known = mapping.valeurs.get(field.name, {})
    codes = tuple((word, known.get(word, "")) for word in words.get(coded, ()))
    return FieldLine(
        name=field.name,
        title=field.title or field.name,
        content=capital(content_words(field)),
        required=field.required,
        column=column,
        proposed=asked,
        tone=tone,
        state=spaced(state),
        why=spaced(why),
        units=tuple(METRES) if length else (),
        unit=mapping.unites.get(field.name, length),
        constant=mapping.constantes.get(field.name, ""),
        fixed=field.required and field.name not in made and field.constraints.get("unique") is not True,
        coded=coded if codes else "",
        codes=codes,
        values=values,
    )


def _values(field: Field) -> tuple[str, ...]:
    """Words among which a field is written; none when it is free."""
    if field.type == "boolean":
        return tuple(word_for(field, yes=side) for side in (True, False))
    return tuple(str(one) for one in field.constraints.get("enum", ()))


def _verdict(
    field: Field, mapping: Correspondance, asked: str, proposed: dict[str, Any] | None, made: dict[str, str]
) -> tuple[str, str, str]:
    """Tone, state, reason."""
    column = mapping.colonnes.get(field.name, "")
    if asked and proposed:
        return "partial", "à confirmer", f"« {asked} » : {_reason(proposed)}"
    if column and proposed and proposed["column"] == column and proposed["sure"]:
        return "ok", "sûre", _reason(proposed)
    if column:
        return "ok", CHOSEN, ""
    if field.name in mapping.constantes:
        return "ok", "même valeur partout", ""
    if field.name in made:
        return "ok", made[field.name], ""
    return ("wrong" if field.required else "missing"), "non reconnu", ""


def _reason(proposed: dict[str, Any]) -> str:
    why = TOML.sub("codes à traduire ici", proposed["reason"])
    return f"{why} (accord : {percent(100 * proposed['score'])})."
