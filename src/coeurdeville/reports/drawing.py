"""What a service's page wants drawn, drawn: bars, zones by class, objects by class; each with its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from shapely.geometry.base import BaseGeometry

from coeurdeville.core import french, sentences
from coeurdeville.core.missing import Missing
from coeurdeville.reports import chart_bars, map_svg, palette
from coeurdeville.reports.exhibits import Column, Figure, Legend, LegendEntry, Table
from coeurdeville.reports.ground import Ground
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.services.contract.page import Bars, Classes, ObjectMap, Sheet, ZoneMap

R = TypeVar("R")
UNKNOWN = "inconnu"
"""Key of the class of what is not known."""
MANY = 40
"""Zones beyond which their names are not written on the map."""

TOLD = 4
"""Bars or rows that the text standing for a drawing gives."""


@dataclass(frozen=True)
class Canvas:
    """What drawings of one service share."""

    key: str
    """Of the service's page: figures' keys start with it."""
    theme: Theme
    source: str
    """Cited under each drawing."""
    ground: Ground


def bars(canvas: Canvas, wanted: Bars) -> Figure:
    """A bar chart with its values in words, and the same in a table."""
    words = [_words(bar.value, wanted) for bar in wanted.bars]
    rows = [chart_bars.Bar(bar.label, bar.value, word, bar.told) for bar, word in zip(wanted.bars, words, strict=True)]
    mark = None if wanted.reference is None else chart_bars.Mark(wanted.reference, wanted.reference_words)
    key = f"{canvas.key}-graphique"
    alt = f"Barres\u00a0: {_first_bars(rows)}."
    svg = chart_bars.bars(key, wanted.title, alt, rows, theme=str(canvas.theme), mark=mark)  # type: ignore[arg-type]
    table = Table(wanted.title, (Column("Libellé"), Column("Valeur", numeric=True)),
                  tuple((row.label, row.words) for row in rows))  # fmt: skip
    return Figure(key, wanted.title, svg, alt, canvas.source, None, table, wanted.note)


def _first_bars(rows: Sequence[chart_bars.Bar]) -> str:
    """The first bars with their values, and how many more there are when it is several."""
    shown = _first(rows)
    left = len(rows) - len(shown)
    others = [f"{french.in_words(left)} autres"] if left else []
    return french.listing([*(f"{row.label} ({row.words})" for row in shown), *others])


def _first(rows: Sequence[R]) -> Sequence[R]:
    """Those that a text gives: one that would be left out alone is given too."""
    return rows if len(rows) <= TOLD + 1 else rows[:TOLD]


def _words(value: float, wanted: Bars) -> str:
    """A value as sentences say it: `moins de 1 %`, never a false 0 or 100."""
    if wanted.unit == "%" and not wanted.digits:
        return sentences.share(value)
    return french.quantity(value, wanted.unit, wanted.digits)


def zones(canvas: Canvas, wanted: ZoneMap, shapes: Mapping[str, BaseGeometry], points: Any = None) -> Figure:
    """Zones coloured by class over the town's ground, named where there is room."""
    key, legend = f"{canvas.key}-carte", _legend(canvas.theme, wanted.classes, wanted.values.values())
    shown = [name for name in wanted.values if name in shapes]
    classes = {name: _class(wanted.classes, wanted.values[name]) for name in shown}
    colours = {entry.key: entry.colour for entry in legend.entries}
    drawn: list[Any] = canvas.ground.layers(without="buildings")  # zones would hide them
    for one, colour in colours.items():
        here = [shapes[name] for name in shown if classes[name] == one]
        drawn.append(map_svg.Areas(np.array(here, dtype=object), colour, palette.MUTED, 0.6))
    if wanted.points and points is not None:
        drawn.append(map_svg.Dots(points, palette.INK, 1.2, opacity=0.35))
    drawn.append(canvas.ground.limit())
    labels = []
    if len(shown) <= MANY:
        places = np.array([shapes[name] for name in shown], dtype=object)
        labels = [map_svg.Labels(places, shown)]
    alt = _zones_alt(wanted)
    frame = canvas.ground.frame([shapes[name] for name in shown])
    svg = map_svg.draw(key, wanted.title, alt, frame, drawn, labels=labels)
    table = _table(wanted.table, [classes.get(row[0], UNKNOWN) for row in wanted.table.rows])
    return Figure(key, wanted.title, svg, alt, canvas.source, legend, table, wanted.note)


def objects(canvas: Canvas, wanted: ObjectMap, frame: Any) -> Figure:
    """Objects of the result coloured by the class of a column."""
    key = f"{canvas.key}-carte"
    values = frame[wanted.column].to_numpy(dtype=float)
    legend = _legend(canvas.theme, wanted.classes, [Missing("")] if np.isnan(values).any() else [])
    rank = np.searchsorted(wanted.classes.limits, values, side="right")
    shapes = frame.geometry.to_numpy()
    area = bool(len(frame)) and frame.geom_type.iloc[0] != "Point"
    drawn: list[Any] = canvas.ground.layers(without="buildings")
    for place, entry in enumerate(legend.entries):
        here = shapes[np.isnan(values) if entry.key == UNKNOWN else (rank == place) & ~np.isnan(values)]
        drawn.append(_object_layer(here, entry, area=area))
    drawn.append(canvas.ground.limit())
    alt = _objects_alt(wanted)
    svg = map_svg.draw(key, wanted.title, alt, canvas.ground.frame(shapes), drawn)
    return Figure(key, wanted.title, svg, alt, canvas.source, legend, _table(wanted.table), wanted.note)


def _object_layer(shapes: Any, entry: LegendEntry, *, area: bool) -> Any:
    """Areas of one class, hatched when it is not known; points hollow when it is not."""
    if area:
        return map_svg.Areas(shapes, entry.colour, palette.MUTED, 0.15)
    unknown = entry.key == UNKNOWN
    return map_svg.Dots(shapes, palette.MUTED if unknown else entry.colour, 2.5, ring=unknown)


def _legend(theme: Theme, classes: Classes, values: Any) -> Legend:
    colours = palette.ramp(str(theme), len(classes.words))  # type: ignore[arg-type]
    entries = [LegendEntry(f"c{rank}", colour, word)
               for rank, (colour, word) in enumerate(zip(colours, classes.words, strict=True))]  # fmt: skip
    unknown = sorted({value.reason for value in values if isinstance(value, Missing)})
    if unknown:
        why = french.listing([one for one in unknown if one])
        entries.append(LegendEntry(UNKNOWN, palette.HATCH, f"non calculé\u00a0: {why}" if why else "non calculé"))
    return Legend(classes.title, tuple(entries))


def _class(classes: Classes, value: float | Missing) -> str:
    return UNKNOWN if isinstance(value, Missing) else f"c{classes.index(value)}"


def _table(sheet: Sheet, swatches: Sequence[str] = ()) -> Table:
    last = len(sheet.columns) - 1
    columns = tuple(
        Column(column.label, column.numeric, "swatch" if swatches and rank == last else "")
        for rank, column in enumerate(sheet.columns)
    )
    return Table(sheet.caption, columns, sheet.rows, tuple(swatches))


def _zones_alt(wanted: ZoneMap) -> str:
    """The first zones with their values; a row of the table that stands for several zones is told after them."""
    rows = wanted.table.rows
    zones = _first_rows([row for row in rows if row[0] in wanted.values], wanted.table)
    apart = "".join(f" {row[0]}." for row in rows if row[0] not in wanted.values)
    return f"Carte. {wanted.classes.title}\u00a0: {zones}{apart}"


def _objects_alt(wanted: ObjectMap) -> str:
    """What colours the objects, then what the table sums up of them: not the same measure, so it is named."""
    table = wanted.table
    summed = f"{table.caption}, {table.shown}" if table.shown else table.caption
    return f"Carte. {wanted.classes.title}. {summed}\u00a0: {_first_rows(table.rows, table)}"


def _first_rows(rows: Sequence[tuple[str, ...]], table: Sheet) -> str:
    """The first rows in a sentence: what a reader who does not see the map needs."""
    shown = _first(rows)
    more = " Le tableau donne les autres." if len(rows) > len(shown) else ""
    return f"{french.listing([f'{row[0]} ({row[table.rank]})' for row in shown])}.{more}"
