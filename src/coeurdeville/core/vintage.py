"""When data were true: a year, a span of years, a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from coeurdeville.core.french import day
from coeurdeville.core.problems import Kind, Refused

VINTAGE_UNREADABLE = Kind(
    "millesime-illisible",
    "Le millésime « {text} » n’est pas lisible.",
    "Écrire une année (2024), deux années (2017-2018) ou une date (23/11/2026 ou 2026-11-23).",
)
YEARS = re.compile(r"^((?:19|20)\d\d)(?:\s*[-–/à]\s*((?:19|20)\d\d))?$")
ISO_DAY = re.compile(r"^(\d{4})-(\d\d)-(\d\d)$")
FRENCH_DAY = re.compile(r"^(\d\d)/(\d\d)/(\d{4})$")


@dataclass(frozen=True, order=True)
class Vintage:
    """First and last day of the time that data describe; the same day for a snapshot."""

    start: date
    end: date

    @classmethod
    def parse(cls, text: str) -> Vintage | None:
        """`2024`, `2017-2018`, `23/11/2026`, `2026-11-23`; None when the text is empty.

        Raises
        ------
        Refused
            `millesime-illisible`, also for a day that does not exist or a span that ends before it starts.
        """
        text = text.strip()
        if not text:
            return None
        try:
            return cls._read(text)
        except ValueError as error:
            raise Refused([VINTAGE_UNREADABLE(text=text)]) from error

    @classmethod
    def _read(cls, text: str) -> Vintage:
        if years := YEARS.match(text):
            first, last = int(years[1]), int(years[2] or years[1])
            if last < first:
                raise ValueError(text)
            return cls(date(first, 1, 1), date(last, 12, 31))
        if iso := ISO_DAY.match(text):
            when = date(int(iso[1]), int(iso[2]), int(iso[3]))
        elif french := FRENCH_DAY.match(text):
            when = date(int(french[3]), int(french[2]), int(french[1]))
        else:
            raise ValueError(text)
        return cls(when, when)

    def age(self, today: date) -> float:
        """Years from the last day described to `today`; 0 when it is not over."""
        return max(0.0, (today - self.end).days / 365.25)

    def __str__(self) -> str:
        if self.start == self.end:
            return day(self.start)
        first, last = self.start.year, self.end.year
        return str(first) if first == last else f"{first}-{last}"
