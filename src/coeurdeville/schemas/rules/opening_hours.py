"""Opening hours, as OpenStreetMap writes them (specification of the key `opening_hours`)."""

from __future__ import annotations

import re

from coeurdeville.core.problems import Kind
from coeurdeville.schemas.rules.contract import Rule, each

HOURS = Kind(
    "opening-hours-value",
    "Des valeurs de « {column} » ne sont pas des horaires écrits comme dans OpenStreetMap.",
    "Les écrire sur le modèle : Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00; PH off.",
)


def _list(item: str) -> str:
    return rf"{item}(?: ?, ?{item})*"


CLOCK = r"(?:[0-3]?[0-9]|4[0-7]):[0-5][0-9]|48:00"
EVENT = r"(?:sunrise|sunset|dawn|dusk)"
TIME = rf"(?:{CLOCK}|{EVENT}|\({EVENT}[+-](?:{CLOCK})\))"
"""An hour may go beyond midnight, up to 48:00."""
TIMES = _list(rf"{TIME}(?: ?- ?{TIME}(?:\+|/[0-9:]+)?|\+)")
DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su)"
SHIFT = r"(?: [+-][0-9]{1,3} days?)?"
NTH = r"(?:\[-?[1-5](?:-[1-5])?(?:,-?[1-5](?:-[1-5])?)*\])?"
DAYS = _list(rf"(?:(?:PH|SH){SHIFT}|{DAY}{NTH}{SHIFT}(?:-{DAY})?)")
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
YEAR = r"[12][0-9]{3}"
DATE = rf"(?:{YEAR} )?(?:{MONTH}(?: [0-3]?[0-9])?|easter){SHIFT}"
DATES = _list(rf"{DATE}(?: ?- ?(?:{DATE}|[0-3]?[0-9])|\+)?")
YEARS = _list(rf"{YEAR}(?:-{YEAR}(?:/[0-9]+)?|\+)?")
WEEKS = rf"week {_list('[0-5]?[0-9](?:-[0-5]?[0-9](?:/[0-9]+)?)?')}"
COMMENT = r'"[^"]*"'
STATE = rf"(?:(?:open|closed|off|unknown)(?: {COMMENT})?|{COMMENT})"
WIDE = rf"(?:{YEARS} ?)?(?:{DATES} ?)?(?:{WEEKS} ?)?:? ?"
RULE = re.compile(rf"(?:24/7|(?=\S){WIDE}(?:{DAYS}(?:(?: |: ?){TIMES})?|{TIMES})?)? ?{STATE}?")
APART = re.compile(r' ?(?:;|\|\|)(?=(?:[^"]*"[^"]*")*[^"]*$) ?')
ADDED = re.compile(rf"(?<=[0-9+f]) ?, ?(?={DAY}|PH|SH|{MONTH})")
"""A comma after hours and before a day adds a rule to the one before."""


def _right(text: str) -> bool:
    parts = [part for whole in APART.split(" ".join(text.split())) for part in ADDED.split(whole)]
    if len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    return all(part.strip() and RULE.fullmatch(part.strip()) for part in parts)


opening_hours = Rule("opening-hours-value", HOURS, each(_right))
