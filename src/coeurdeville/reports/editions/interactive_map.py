"""What an interactive map shows, layer by layer; its shapes stand in GeoJSON files beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from coeurdeville.reports.checks import require_colour, require_key, require_some, require_unique, require_words
from coeurdeville.reports.editions.plain import from_plain, to_plain

FORMAT = "coeurdeville-carte"
VERSION = 1
NO_FILL = "none"
"""Colour of areas of which only the outline is drawn."""
Bounds = tuple[float, float, float, float]
"""West, south, east, north, in degrees (WGS84)."""


@dataclass(frozen=True)
class MapClass:
    """One line of a legend."""

    colour: str
    """`#RRGGBB`, `palette.HATCH` for what is not known, `NO_FILL` for an outline alone."""
    words: str
    count: int
    """Objects of this class in the file."""

    def __post_init__(self) -> None:
        if self.colour != NO_FILL:
            require_colour("MapClass", self.colour)
        require_words("MapClass", words=self.words)


@dataclass(frozen=True)
class InteractiveLayer:
    """Objects drawn together, that the reader shows or hides."""

    id: str
    """Also in the address of a shared map."""
    words: str
    """In the list of layers."""
    measure: str
    """Title of the legend: what is measured; empty when there is a single class."""
    geometry: Literal["point", "line", "area"]
    file: str
    """GeoJSON: `c` is the rank of a class, null when it is not known; `t`, when there is one, the text to read."""
    classes: tuple[MapClass, ...]
    unknown: MapClass | None
    """The line of the legend for objects whose class is not known; None when there is none."""
    visible: bool
    """When the map opens."""
    attribution: str
    """Source, date and licence in one line."""
    data: str = ""
    """GeoJSON of the same objects with their own values; empty when there is none."""

    def __post_init__(self) -> None:
        require_key("InteractiveLayer", self.id)
        require_words("InteractiveLayer", words=self.words, file=self.file, attribution=self.attribution)
        require_some("InteractiveLayer", classes=self.classes)


@dataclass(frozen=True)
class InteractiveMap:
    """The map of one service, with the classes, colours and words of the report's."""

    service: str
    title: str
    """Says the finding."""
    shows: str
    """What is seen, in one to three sentences: the text equivalent of the map."""
    note: str
    """How to read it; may be empty."""
    bounds: Bounds
    """Everything drawn is inside."""
    view: Bounds
    """What is seen when the map opens: the ground of the report's map."""
    layers: tuple[InteractiveLayer, ...]
    """From the bottom up."""

    def __post_init__(self) -> None:
        require_words("InteractiveMap", service=self.service, title=self.title, shows=self.shows)
        require_unique("InteractiveMap", (layer.id for layer in self.layers))

    def layer(self, name: str) -> InteractiveLayer | None:
        """The layer of this id."""
        return next((layer for layer in self.layers if layer.id == name), None)


def map_document(one: InteractiveMap) -> dict[str, Any]:
    """What `carte-<service>.json` holds."""
    return {"format": FORMAT, "version_du_format": VERSION, **to_plain(one)}


def read_map(document: Any) -> InteractiveMap:
    """The map of a document.

    Raises
    ------
    ValueError
        When it is not one, or not of this version.
    """
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ValueError("not a map")
    if document.get("version_du_format") != VERSION:
        raise ValueError(f"version {document.get('version_du_format')!r} of the format")
    return from_plain(InteractiveMap, {k: v for k, v in document.items() if k not in ("format", "version_du_format")})
