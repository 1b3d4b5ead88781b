"""French wording of numbers, dates and lists: narrow spaces, decimal comma, agreement."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

NARROW = "\u202f"
"""Thin space that does not break: in thousands, before `% ; ! ?`."""
NBSP = "\u00a0"
"""Space that does not break: before `:`, inside « », before a unit."""
MINUS = "\u2212"
BEFORE_SIGN = re.compile(" ([:;!?%»])")
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
ASPIRATED = frozenset({"haguenau", "ham", "hayange", "hem", "honfleur", "houdan", "houilles", "huningue"})
"""Communes of some size whose h is aspirated, plain: *de Haguenau*. Most take *d’*: *d’Hyères*, *d’Hazebrouck*."""
SMALL = (
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
)


def number(value: float, digits: int = 0) -> str:
    """`12 345,6`: rounded to `digits`, halves up as a spreadsheet; thousands apart, a true minus sign, no `−0`."""
    rounded = _rounded(float(value), digits) + 0.0
    text = f"{rounded:,.{digits}f}".replace(",", NARROW).replace(".", ",")
    return text.replace("-", MINUS)


def about(value: float) -> str:
    """A count rounded to what a reader retains: two figures that matter from 100 up, exact below."""
    if abs(value) < 100:
        return number(value)
    step = 10 ** (len(str(int(abs(value)))) - 2)
    return number(_rounded(value / step, 0) * step)


def _rounded(value: float, digits: int) -> float:
    """Halves of the written number go away from zero: 2,5 gives 3, where Python's own rounding gives 2."""
    if not math.isfinite(value):
        return value
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def percent(value: float, digits: int = 0) -> str:
    """`12 %` from a share already in percent."""
    return f"{number(value, digits)}{NARROW}%"


def quantity(value: float, unit: str, digits: int = 0) -> str:
    """`25 m`, `12 %`: a number with its unit."""
    if unit == "%":
        return percent(value, digits)
    return f"{number(value, digits)}{NBSP}{unit}" if unit else number(value, digits)


def bounds(minimum: float, maximum: float, unit: str = "") -> str:
    """`de 0 à 25 m`, `au moins 0`, `au plus 3 m`; empty when neither bound is finite."""
    low, high = math.isfinite(minimum), math.isfinite(maximum)
    if low and high:
        return f"de {number(minimum, _digits(minimum))} à {quantity(maximum, unit, _digits(maximum))}"
    if low:
        return f"au moins {quantity(minimum, unit, _digits(minimum))}"
    return f"au plus {quantity(maximum, unit, _digits(maximum))}" if high else ""


def _digits(value: float) -> int:
    return 0 if value == int(value) else 2


def plural(count: float, singular: str, many: str = "") -> str:
    """`0 arbre`, `1 arbre`, `1,5 arbre`, `2 arbres`: French counts from two. `many` for irregular plurals."""
    return f"{number(count)}{NBSP}{agree(count, singular, many)}"


def agree(count: float, singular: str, many: str = "") -> str:
    """The word alone, agreed with the count; each word of `singular` takes an s unless `many` is given."""
    if abs(count) < 2:
        return singular
    return many or " ".join(word if word[-1] in "sxz" else f"{word}s" for word in singular.split())


def in_words(count: int, *, feminine: bool = False) -> str:
    """`trois` up to sixteen, figures beyond."""
    if count == 1 and feminine:
        return "une"
    return SMALL[count] if 0 <= count < len(SMALL) else number(count)


def how_many(count: int, singular: str, *, feminine: bool = False) -> str:
    """`trois espèces`, `une espèce`: a small count in letters with its word."""
    return f"{in_words(count, feminine=feminine)} {agree(count, singular)}"


def quoted(names: Sequence[str], most: int = 3) -> str:
    """`« Europe », « Neuville » et ailleurs`: the first names of a list, and that there are others."""
    shown = [f"«{NBSP}{name}{NBSP}»" for name in names[:most]]
    return listing([*shown, "ailleurs"] if len(names) > most else shown)


def some_of(names: Sequence[str], most: int = 5) -> str:
    """`« a », « b » et 3 autres`: the first names of a list, and how many others."""
    shown = [f"«{NBSP}{name}{NBSP}»" for name in names[:most]]
    return listing([*shown, plural(len(names) - most, "autre")] if len(names) > most else shown)


def listing(words: Sequence[str], last: str = "et") -> str:
    """`a, b et c`. Empty: an empty text."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def day(value: date) -> str:
    """`23/11/2026`."""
    return value.strftime("%d/%m/%Y")


def long_day(value: date) -> str:
    """`23 novembre 2026`, `1er mars 2026`."""
    first = "1er" if value.day == 1 else str(value.day)
    return f"{first} {MONTHS[value.month - 1]} {value.year}"


def spaced(text: str) -> str:
    """A sentence whose spaces before `: ; ! ? % »` and after `«` do not break; none is added where there was none."""
    held = BEFORE_SIGN.sub(lambda found: (NBSP if found[1] in ":»" else NARROW) + found[1], text)
    return held.replace("« ", f"«{NBSP}")


def typographic(text: str) -> str:
    """A name from a file as it is printed: curved apostrophes, single spaces."""
    return " ".join(text.replace("'", "’").split())


def capital(text: str) -> str:
    """The same sentence with its first letter in capital, accent kept."""
    return text[:1].upper() + text[1:]


def of(name: str) -> str:
    """`de Redon`, `d’Olemps`, `d’Yvetot`, `du Mans`, `des Abymes`, `de La Rochelle`: a commune's name after *de*."""
    if name.startswith("Le "):
        return f"du {name[3:]}"
    if name.startswith("Les "):
        return f"des {name[4:]}"
    return f"d’{name}" if _elided(plain(name)) else f"de {name}"


def _elided(name: str) -> bool:
    """Whether *de* loses its vowel: before a vowel, a mute h, or an y that a consonant follows."""
    if name.startswith("y"):
        return name[1:2] not in tuple("aeiou")
    return name.startswith(tuple("aeiouh")) and name.split("-", maxsplit=1)[0] not in ASPIRATED


def plain(text: str) -> str:
    """Lower case without accents or ligatures: what a search compares."""
    opened = text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE").replace("’", "'")
    return "".join(c for c in unicodedata.normalize("NFKD", opened) if not unicodedata.combining(c)).lower()


def slug(text: str) -> str:
    """`l-hay-les-roses`: plain text with single hyphens, for a file name or an address."""
    return "-".join("".join(c if c.isalnum() else " " for c in plain(text)).split())
