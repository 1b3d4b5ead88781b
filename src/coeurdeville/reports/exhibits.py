"""What is shown in a report: tables, maps and charts, with their legends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from coeurdeville.reports.checks import require_colour, require_key, require_some, require_unique, require_words
from coeurdeville.reports.palette import Status
from coeurdeville.reports.svg_safety import require_safe_svg


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    label: str
    numeric: bool = False
    """Aligned to the right."""
    shows: Literal["", "swatch", "badge"] = ""
    """What stands with each cell's words: the map's class of the row, or a status badge."""

    def __post_init__(self) -> None:
        require_words("Column", label=self.label)


@dataclass(frozen=True)
class Table:
    """Worded cells. A value that is not known says so; an empty cell is refused."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    swatches: tuple[str, ...] = ()
    """For each row, the key of an entry in the legend; needs one column that shows "swatch"."""
    badges: tuple[Status, ...] = ()
    """For each row, a tone; needs one column that shows "badge"."""
    notes: tuple[str, ...] = ()
    """Sentences under the table."""

    def __post_init__(self) -> None:
        require_words("Table", caption=self.caption)
        require_some("Table", columns=self.columns, rows=self.rows)
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"Table {self.caption!r}: {row} does not have {len(self.columns)} cells")
            if not all(cell.strip() for cell in row):
                raise ValueError(f"Table {self.caption!r}: empty cell in {row}; say that it is not known")
        self._check_marks("swatch", self.swatches)
        self._check_marks("badge", self.badges)

    def _check_marks(self, kind: str, marks: tuple[str, ...]) -> None:
        shown = sum(column.shows == kind for column in self.columns)
        if shown != bool(marks) or (marks and len(marks) != len(self.rows)):
            raise ValueError(f"Table {self.caption!r}: one column and one value a row for each {kind}")


@dataclass(frozen=True)
class LegendEntry:
    """One class of a map or a chart, in words."""

    key: str
    colour: str
    """`#RRGGBB`, or `palette.HATCH` for what is not known."""
    words: str
    mark: Literal["area", "line", "dot", "ring"] = "area"

    def __post_init__(self) -> None:
        require_key("LegendEntry", self.key)
        require_colour("LegendEntry", self.colour)
        require_words("LegendEntry", words=self.words)


@dataclass(frozen=True)
class Legend:
    """Classes in their order, under a title that says what is measured and its unit."""

    title: str
    entries: tuple[LegendEntry, ...]

    def __post_init__(self) -> None:
        require_words("Legend", title=self.title)
        require_some("Legend", entries=self.entries)
        require_unique("Legend", (entry.key for entry in self.entries))


@dataclass(frozen=True)
class Figure:
    """A map or a chart."""

    key: str
    """Unique in the report; every identifier inside `svg` starts with it and a hyphen."""
    title: str
    """Says the finding."""
    svg: str
    """From `map_svg` or `charts`: no script, no style, no outside address."""
    alt: str
    """What is seen, with its figures, in one to three sentences: all that a PDF reader hears."""
    source: str
    """Source, date and licence in one line, with how the drawing was made."""
    legend: Legend | None = None
    table: Table | None = None
    note: str = ""
    """How to read it, one short paragraph."""

    def __post_init__(self) -> None:
        require_key("Figure", self.key)
        owner = f"Figure {self.key}"
        require_words(owner, title=self.title, alt=self.alt, source=self.source)
        require_safe_svg(self.key, self.svg)
        known = {entry.key for entry in self.legend.entries} if self.legend else set()
        if self.table and (unknown := sorted(set(self.table.swatches) - known)):
            raise ValueError(f"{owner}: the table shows classes that the legend lacks: {unknown}")
