"""What a spreadsheet checks while one types: a list to choose from, bounds of numbers and dates, lengths."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from coeurdeville.core.french import capital, spaced
from coeurdeville.schemas.in_french import content_words, rules, word_for
from coeurdeville.schemas.model import Field

LISTS = "Listes"
SHORT_LIST = 255
"""Characters that a list written in a rule may take; a longer one has its own column in the sheet of lists."""
LONGEST_TITLE, LONGEST_HELP = 32, 255
LOWEST, HIGHEST = -1e15, 1e15
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(9999, 12, 31)
"""The days that a spreadsheet knows."""
Rule = dict[str, Any]


def validation(field: Field, rank: int) -> Rule | None:
    """The rule of a column, as xlsxwriter takes it; None when any text will do. `rank` is that of the field from 0."""
    rule = _choice(field, rank) or _bounded(field) or _dated(field) or _long(field)
    if rule is None:
        return None
    said = capital(spaced(f"{content_words(field)} ; {' ; '.join(rules(field))}"))
    heading = (field.title or field.name)[:LONGEST_TITLE]
    return {**rule, "ignore_blank": True, "input_title": heading, "input_message": said[:LONGEST_HELP],
            "error_title": "Valeur non prévue", "error_message": said[:LONGEST_HELP]}  # fmt: skip


def long_list(field: Field) -> bool:
    """Whether its list must stand in a sheet: too long, or with commas, which end a value in a rule."""
    values = [str(one) for one in field.constraints.get("enum", ())]
    return len(",".join(values)) > SHORT_LIST or any("," in one for one in values)


def _choice(field: Field, rank: int) -> Rule | None:
    if field.type == "boolean":
        return {"validate": "list", "source": [word_for(field, yes=True), word_for(field, yes=False)]}
    values = field.constraints.get("enum")
    if not values:
        return None
    if long_list(field):
        column = _letters(rank)
        return {"validate": "list", "source": f"={LISTS}!${column}$2:${column}${len(values) + 1}"}
    return {"validate": "list", "source": [str(one) for one in values]}


def _bounded(field: Field) -> Rule | None:
    """Numbers that a spreadsheet reads as such; those with other decimal or group characters are left as text."""
    if field.type not in ("integer", "number", "year") or field.options:
        return None
    low, high = (_number(field.constraints.get(name)) for name in ("minimum", "maximum"))
    if field.type == "year":
        low, high = (0 if low is None else low), (9999 if high is None else high)
    kind = "decimal" if field.type == "number" else "integer"
    return {"validate": kind, "criteria": "between", "minimum": LOWEST if low is None else low,
            "maximum": HIGHEST if high is None else high}  # fmt: skip


def _number(bound: Any) -> float | None:
    try:
        found = float(bound)
    except (TypeError, ValueError):
        return None
    return int(found) if found == int(found) else found


def _dated(field: Field) -> Rule | None:
    if field.type != "date" or field.format not in ("default", "%Y-%m-%d"):
        return None
    low, high = (_day(field.constraints.get(name)) for name in ("minimum", "maximum"))
    return {"validate": "date", "criteria": "between", "minimum": max(low or FIRST_DAY, FIRST_DAY),
            "maximum": high or LAST_DAY}  # fmt: skip


def _day(bound: Any) -> date | None:
    try:
        return datetime.strptime(str(bound), "%Y-%m-%d").date()
    except ValueError:
        return None


def _long(field: Field) -> Rule | None:
    most = field.constraints.get("maxLength")
    if field.type != "string" or not most:
        return None
    return {"validate": "length", "criteria": "between", "minimum": field.constraints.get("minLength", 0),
            "maximum": most}  # fmt: skip


def _letters(rank: int) -> str:
    """`A`, `Z`, `AA`: how a spreadsheet names a column."""
    name = ""
    while rank >= 0:
        rank, figure = divmod(rank, 26)
        name, rank = chr(65 + figure) + name, rank - 1
    return name
