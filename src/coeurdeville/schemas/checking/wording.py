"""What a field wants, in words that an officer reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coeurdeville.core.french import NBSP, agree, listing, plural
from coeurdeville.schemas.legible import legible
from coeurdeville.schemas.messages import CONSTRAINTS
from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.boolean import words as accepted
from coeurdeville.schemas.types.contract import FieldType

LISTED = 12
"""Values of a list that a sentence names."""
PATTERN = 120
"""Characters of an expression that a sentence holds."""
DATE_WORDS = {
    "%Y": "AAAA", "%m": "MM", "%d": "JJ", "%H": "hh", "%M": "mm", "%S": "ss", "%y": "AA", "%z": "+hhmm",
}  # fmt: skip
SIGNS = {".": "un point", ",": "une virgule"}
SAID = {
    ("string", "email"): "une adresse électronique (nom@exemple.fr)",
    ("string", "uri"): "une adresse entière (https://exemple.fr)",
    ("string", "uuid"): "un identifiant UUID (36 caractères)",
    ("string", "binary"): "un contenu codé en base64",
    ("string", "wkt"): "une géométrie en WKT",
    ("geopoint", "array"): "un point de la forme [longitude, latitude]",
    ("geopoint", "object"): 'un point de la forme {"lon": longitude, "lat": latitude}',
}
"""Type and format -> what a cell must be, where the format changes it."""


def type_words(field: Field, kind: FieldType) -> dict[str, str]:
    """What its type wants of a cell, and whether an empty one would do."""
    form = _form(field)
    said = kind.said.partition(" (")[0] if form else kind.said
    if field.type == "boolean":
        said, form = _yes_or_no(field, said)
    otherwise = "" if field.required else ", ou les vider si la valeur n’est pas connue"
    return {"said": SAID.get((field.type, field.format), said), "form": form, "otherwise": otherwise}


def constraint_words(field: Field, rule: str) -> dict[str, str]:
    """What a constraint wants of a cell, and how to mend one that does not keep it."""
    expected, mend = CONSTRAINTS[rule]
    example = f" sur le modèle de {_quoted(field.example)}" if field.example not in (None, "") else ""
    words = {"wanted": _wanted(field, rule), "example": example}
    return {"expected": expected.format(**words), "mend": mend.format(**words)}


def _form(field: Field) -> str:
    """What the field adds to its type: a pattern of date, the decimal sign."""
    if field.type in ("date", "datetime", "time") and "%" in field.format:
        form = field.format
        for code, word in DATE_WORDS.items():
            form = form.replace(code, word)
        return f" de la forme {form}"
    if field.type == "number":
        return _decimal_sign(str(field.options.get("decimalChar", ".")))
    return ""


def _yes_or_no(field: Field, said: str) -> tuple[str, str]:
    """The accepted words, capitals apart: two say all, more of them have to be introduced."""
    words = {word.casefold(): word for word in reversed(accepted(field))}
    listed = _some([*reversed(words.values())], "ou")
    return (listed, "") if len(words) == 2 else (said, f", en écrivant {listed}")


def _decimal_sign(sign: str) -> str:
    return f", avec {SIGNS.get(sign, _quoted(sign))} pour les décimales"


def _wanted(field: Field, rule: str) -> str:
    wanted = field.constraints.get(rule)
    if rule in ("minLength", "maxLength") and isinstance(wanted, int):
        return plural(wanted, "valeur" if field.type in ("list", "array") else "caractère")
    if isinstance(wanted, Sequence) and not isinstance(wanted, str):
        return _some(wanted, "ou")
    return _quoted(wanted, PATTERN) if rule == "pattern" else str(wanted).replace(".", ",")


def _some(values: Sequence[Any], last: str) -> str:
    """The first values of a list, and how many others."""
    names = [_quoted(one) for one in values[:LISTED]]
    others = len(values) - LISTED
    if others <= 0:
        return listing(names, last)
    return listing([*names, f"{others} {agree(others, 'autre')}"])


def _quoted(value: object, most: int = 80) -> str:
    return f"«{NBSP}{legible(str(value), most)}{NBSP}»"
