"""Statements of a report: what is found, how sure it is, on which sources, what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from coeurdeville.reports.checks import require_some, require_words

Grade = Literal["A", "B", "C"]
"""Good, middling, low."""


@dataclass(frozen=True)
class KeyFigure:
    """One of the large figures of the first page."""

    value: str
    """The number alone, or why it is not given: `6 600`, `12 %`, `11 à 13`, `non calculé`."""
    unit: str
    """What is counted: `arbres en place`."""
    context: str
    """The comparison, or why there is none."""
    page: str
    """Key of the service page that gives its source, date, licence and method."""
    grade: Grade
    """Confidence in this figure; the page says why."""
    source: str = ""
    """Every source with its holder, date and licence: a sentence; empty in the reports of before it was kept."""

    def __post_init__(self) -> None:
        require_words("KeyFigure", value=self.value, unit=self.unit, context=self.context, page=self.page)


@dataclass(frozen=True)
class Gap:
    """Something that could not be computed."""

    what: str
    why: str
    """A clause without full stop."""
    next_step: str
    """What to do to have it: a clause that follows `Pour l’obtenir :`, without full stop."""

    def __post_init__(self) -> None:
        require_words("Gap", what=self.what, why=self.why, next_step=self.next_step)


@dataclass(frozen=True)
class Source:
    """A data set that was used."""

    title: str
    holder: str
    date: str
    """`2018`, `23 novembre 2026`, `date inconnue`."""
    licence: str
    """`Licence Ouverte 2.0`, `licence non précisée`."""
    url: str = ""
    """Printed as text: a report opens no outside address."""

    def __post_init__(self) -> None:
        require_words("Source", title=self.title, holder=self.holder, date=self.date, licence=self.licence)

    def words(self) -> str:
        """`Inventaire des arbres, Ville de Bourg-Essai, 2018. Licence Ouverte 2.0.` then the address."""
        return f"{self.title}, {self.holder}, {self.date}. {self.licence}. {self.url}".rstrip()


@dataclass(frozen=True)
class Reference:
    """A publication on which a method rests."""

    text: str
    url: str = ""
    language: str = "fr"
    """Of its title, ISO 639-1."""

    def __post_init__(self) -> None:
        require_words("Reference", text=self.text)

    def words(self) -> str:
        """The text, then the address."""
        return f"{self.text} {self.url}".rstrip()


@dataclass(frozen=True)
class Confidence:
    """How far to trust a page's figures."""

    grade: Grade
    reasons: tuple[str, ...]
    """French sentences, at least one, also for an A."""

    def __post_init__(self) -> None:
        require_some(f"Confidence {self.grade}", reasons=self.reasons)
        for reason in self.reasons:
            require_words(f"Confidence {self.grade}", reason=reason)
