"""Every figure of a diagnostic with what it must be cited with; those that could not be computed are there too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from coeurdeville.core import french
from coeurdeville.core.licences import combine
from coeurdeville.core.provenance import cite
from coeurdeville.reports.service_page import method_of
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.runs.diagnose import Outcome
from coeurdeville.runs.result import TOWN, Row
from coeurdeville.services.contract.declaration import Indicator
from coeurdeville.services.contract.page import QUARTER
from coeurdeville.services.contract.service import Service
from coeurdeville.services.risks.flood_scenarios import scenario

NOT_RUN = "sans objet"
"""Stands for the source, the licence and the confidence of a figure that was not computed."""


@dataclass(frozen=True)
class Cited:
    """What the figures of one service are cited with, in French words."""

    sources: str
    """Each with its producer, its date and its licence."""
    dates: str
    """When the data were true."""
    licence: str
    """Of the figures, as computed from those of the sources."""
    method: str
    """The publication, then the value of each parameter."""
    grade: str
    """`A`, `B` or `C`."""
    reasons: str
    """Why not better; empty for an A."""


@dataclass(frozen=True)
class Fact:
    """One figure, or one part of a breakdown, of one zone."""

    service: Service[..., Any]
    row: Row
    cited: Cited

    @property
    def indicator(self) -> Indicator:
        """What it measures, with its unit."""
        return self.service.indicators[self.row.indicator]

    @property
    def by(self) -> str:
        """What the service tells apart, as its pages say it: `inondation extrême`; empty when it tells nothing."""
        return scenario(self.row.by).label if self.row.by else ""

    @cached_property
    def parameter(self) -> str:
        """`Un arbre est vu à : 15 m` when it was computed at another value of a parameter; else empty."""
        name, _, value = self.row.at.partition("=")
        if not name:
            return ""
        param = self.service.thresholds[name]
        number = float(value)
        words = french.quantity(number, param.unit, 0 if number.is_integer() else 2)
        return f"{param.title}\u00a0: {words}"


def facts_of(subject: Subject, chapters: Sequence[Chapter]) -> list[Fact]:
    """The figures of each service in the order of the catalogue, the town before its zones."""
    told = {chapter.service.id: chapter for chapter in chapters}
    return [fact for outcome in subject.outcomes for fact in _facts(outcome, told.get(outcome.service.id), subject)]


def _facts(outcome: Outcome, chapter: Chapter | None, subject: Subject) -> Iterator[Fact]:
    if chapter is None:
        yield from _blocked(outcome, subject)
        return
    words = cited(chapter)
    supposed = [one for one in (words.reasons, subject.approached_quarters) if one]
    by_quarter = replace(words, reasons="\u202f; ".join(supposed))
    for row in chapter.result.rows:
        yield Fact(chapter.service, row, by_quarter if row.zoning == QUARTER else words)


def _blocked(outcome: Outcome, subject: Subject) -> Iterator[Fact]:
    """The figures of a service that could not run: each is missing for the same reason."""
    service = outcome.service
    words = Cited(NOT_RUN, NOT_RUN, NOT_RUN, method_of(service, service.defaults), NOT_RUN, "")
    for name in service.indicators:
        yield Fact(service, Row(TOWN, subject.town.name, name, None, missing=lacking(outcome), covered=None), words)


def lacking(outcome: Outcome) -> str:
    """`il manque « Bâtiments » et « Zones inondables »`: why a service could not run."""
    kinds, every = outcome.forecast.blockers(outcome.service)
    titles = [f"«\u00a0{kind.title}\u00a0»" for kind in kinds]
    return f"il manque {french.listing(titles, 'et' if every else 'ou')}"


def cited(chapter: Chapter) -> Cited:
    """What is cited with each figure of a service that ran."""
    origins = [use.origin for use in chapter.result.used]
    dates = dict.fromkeys(str(origin.vintage) if origin.vintage else "date inconnue" for origin in origins)
    return Cited(
        sources=cite(origins),
        dates=french.listing(list(dates)),
        licence=french.capital(combine([origin.licence for origin in origins]).licence.title),
        method=method_of(chapter.service, chapter.result.parameters),
        grade=chapter.confidence.grade,
        reasons=french.capital(french.listing(chapter.confidence.reasons)),
    )
