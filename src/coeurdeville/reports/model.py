"""The structure of a diagnostic: what both renderers read, and nothing else.

Every value is already **worded** for a French reader, rounded, with its unit and its
non-breaking spaces: renderers choose no digit and no word, so the screen and the paper say the
same thing. Texts are plain, never markup. What may not be left out is refused here, with a
`ValueError`: an empty cell, a figure without source or alternative text, a map without table.
"""

from __future__ import annotations

from dataclasses import dataclass

from coeurdeville.core.finding import Finding
from coeurdeville.reports.checks import require_date, require_key, require_some, require_unique, require_words
from coeurdeville.reports.exhibits import Column, Figure, Legend, LegendEntry, Table
from coeurdeville.reports.palette import Status, Theme
from coeurdeville.reports.statements import Confidence, Gap, Grade, KeyFigure, Reference, Source

RESERVED = ("bref", "donnees", "methodes")
"""Anchors of the pages that every report has."""


@dataclass(frozen=True)
class Brief:
    """The first page: what a mayor reads in five minutes."""

    findings: tuple[Finding, ...]
    figures: tuple[KeyFigure, ...]
    """Six at best; none when nothing could be computed."""
    map: Figure | None
    gaps: tuple[Gap, ...]
    """Empty: the page says that everything asked was computed."""

    def __post_init__(self) -> None:
        require_some("Brief", findings=self.findings)
        _require_table("Brief", self.map)


@dataclass(frozen=True)
class ServicePage:
    """One service on this town."""

    key: str
    theme: Theme
    label: str
    """The service's short name: `Patrimoine arboré`."""
    question: str
    """As an inhabitant would ask it."""
    answer: Finding
    chart: Figure | None
    map: Figure | None
    tables: tuple[Table, ...]
    levers: tuple[Finding, ...]
    unknowns: tuple[Finding, ...]
    sources: tuple[Source, ...]
    confidence: Confidence
    method: str
    """One or two sentences, with the parameters."""

    def __post_init__(self) -> None:
        require_key("ServicePage", self.key)
        owner = f"ServicePage {self.key}"
        require_words(owner, label=self.label, question=self.question, method=self.method)
        require_some(owner, sources=self.sources)
        _require_table(owner, self.map)


@dataclass(frozen=True)
class DataPage:
    """Every layer, used or missing."""

    summary: str
    """`Quatre couches utilisées, deux manquantes.`"""
    table: Table

    def __post_init__(self) -> None:
        require_words("DataPage", summary=self.summary)


@dataclass(frozen=True)
class Report:
    """A whole diagnostic."""

    title: str
    town: str
    """Name and département: `Bourg-Essai (00)`."""
    date_iso: str
    date: str
    """The same date in words."""
    edition: str
    brief: Brief
    services: tuple[ServicePage, ...]
    """Those that ran; a service that is blocked is a `Gap` of the first page."""
    data: DataPage
    methods: tuple[Finding, ...]
    references: tuple[Reference, ...]
    licence: Finding
    """The licence of these results as computed from their inputs, and why."""
    colophon: str

    def __post_init__(self) -> None:
        texts = {"title": self.title, "town": self.town, "date": self.date}
        require_words("Report", **texts, edition=self.edition, colophon=self.colophon)
        require_date("Report", self.date_iso)
        require_some("Report", methods=self.methods)
        pages = [page.key for page in self.services]
        require_unique("Report", (*RESERVED, *pages, *(figure.key for figure in self.drawings())))
        for figure in self.brief.figures:
            if figure.page not in pages:
                raise ValueError(f"Report: the key figure {figure.unit!r} leads to no page: {figure.page!r}")

    def drawings(self) -> tuple[Figure, ...]:
        """Every map and chart, in reading order."""
        candidates = [self.brief.map, *(figure for page in self.services for figure in (page.chart, page.map))]
        return tuple(figure for figure in candidates if figure is not None)


def _require_table(owner: str, figure: Figure | None) -> None:
    """A map always has its table: not everybody sees a map."""
    if figure is not None and figure.table is None:
        raise ValueError(f"{owner}: the map {figure.key} has no table")


__all__ = [
    "Brief",
    "Column",
    "Confidence",
    "DataPage",
    "Figure",
    "Finding",
    "Gap",
    "Grade",
    "KeyFigure",
    "Legend",
    "LegendEntry",
    "Reference",
    "Report",
    "ServicePage",
    "Source",
    "Status",
    "Table",
    "Theme",
]
