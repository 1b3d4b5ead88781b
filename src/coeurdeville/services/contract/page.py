"""What a service says of a town, in plain French: words, and what to draw; the report only lays it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from coeurdeville.core.finding import Finding
from coeurdeville.core.missing import Missing
from coeurdeville.territories.territory import Territory

__all__ = [
    "QUARTER",
    "SQUARE",
    "Bar",
    "Bars",
    "Classes",
    "Finding",
    "KeyFigure",
    "ObjectMap",
    "Page",
    "Sheet",
    "TableColumn",
    "Told",
    "ZoneMap",
]  # fmt: skip

F = TypeVar("F")

QUARTER = "quartier"
SQUARE = "carré de 200 m"


@dataclass(frozen=True)
class Told(Generic[F]):
    """All that words may be drawn from: figures already computed, never layers."""

    town: Territory
    by: Mapping[str, F]
    """Figures of the town, by the values that the service tells apart; a single `""` when it tells none."""
    zonings: Mapping[str, Mapping[str, Mapping[str, F]]] = field(default_factory=dict)
    """What a zone is called (`quartier`, `carré de 200 m`) -> zone -> the same as `by`."""
    covered: float | None = 100.0
    """Share [%] of the town on which the needs are known; None when the outline is not known."""
    partial: bool = False
    """The data may leave out a share of the town that is not known."""
    given: frozenset[str] = frozenset()
    """Arguments of the measure that were available."""
    parameters: Mapping[str, object] = field(default_factory=dict)
    band: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Indicator -> other value of a threshold -> the town's figure at that value."""

    @property
    def figures(self) -> F:
        """The figures of a service that tells no values apart."""
        return self.by[""]

    @property
    def zoning(self) -> str:
        """The zoning that says most to people: quarters where there are some, else the first, else none."""
        return QUARTER if QUARTER in self.zonings else next(iter(self.zonings), "")

    def zones(self, zoning: str = "") -> dict[str, F]:
        """Zone -> figures, for a service that tells no values apart; of the usual zoning unless it is named."""
        return {zone: by[""] for zone, by in self.zonings.get(zoning or self.zoning, {}).items() if "" in by}


@dataclass(frozen=True)
class KeyFigure:
    """A figure to be remembered, already worded: `6 600`, `arbres en place`, and what to compare it with."""

    value: str
    unit: str
    context: str
    by_people: bool = False
    """It is drawn from the count of inhabitants too, which is cited then."""


@dataclass(frozen=True)
class Bar:
    """One bar of a chart."""

    label: str
    value: float
    told: bool = False
    """It is one of those that the title speaks of."""


@dataclass(frozen=True)
class Bars:
    """Horizontal bars in a given order, with a reference when there is one."""

    title: str
    """Says the finding."""
    bars: tuple[Bar, ...]
    unit: str
    digits: int = 0
    reference: float | None = None
    reference_words: str = ""
    note: str = ""
    """How to read it, in two or three sentences."""


@dataclass(frozen=True)
class Classes:
    """Limits between classes that mean something, in words: one more word than there are limits."""

    title: str
    limits: tuple[float, ...]
    words: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.words) != len(self.limits) + 1:
            raise ValueError("one more word than there are limits")

    def index(self, value: float) -> int:
        """Rank of the class of `value`; a value on a limit belongs to the class above."""
        return sum(value >= limit for limit in self.limits)


@dataclass(frozen=True)
class TableColumn:
    """A column of a table that people read."""

    label: str
    numeric: bool = False


@dataclass(frozen=True)
class Sheet:
    """A table, already worded; the equivalent in text of a map or a chart."""

    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    shown: str = ""
    """Heading of the column that the map shows; empty: the last one."""

    def __post_init__(self) -> None:
        if self.shown and self.shown not in {column.label for column in self.columns}:
            raise ValueError(f"Sheet {self.caption!r}: no column {self.shown!r}")

    @property
    def rank(self) -> int:
        """Of the column that the map shows."""
        labels = [column.label for column in self.columns]
        return labels.index(self.shown) if self.shown else len(labels) - 1


@dataclass(frozen=True)
class ZoneMap:
    """Zones coloured by class; a Missing zone is hatched."""

    title: str
    values: Mapping[str, float | Missing]
    classes: Classes
    table: Sheet
    """One row a zone, the zone's name first."""
    zoning: str = QUARTER
    points: bool = False
    """Draw the objects of the result over the zones, small and pale."""
    note: str = ""


@dataclass(frozen=True)
class ObjectMap:
    """Objects of the result coloured by the class of one of their columns; unknown ones hatched."""

    title: str
    column: str
    classes: Classes
    table: Sheet
    note: str = ""


@dataclass(frozen=True)
class Page:
    """One service's page: a question as an inhabitant would ask it, the answer, what shows it, what to do."""

    question: str
    answer: str
    brief: tuple[Finding, ...]
    """What goes to « En bref », the most important first."""
    keys: tuple[KeyFigure, ...]
    chart: Bars | None = None
    map: ZoneMap | ObjectMap | None = None
    levers: tuple[Finding, ...] = ()
    unknowns: tuple[Finding, ...] = ()
    methods: tuple[Finding, ...] = ()
    """How it was computed, for the last page: what was counted, rules, rounding."""
