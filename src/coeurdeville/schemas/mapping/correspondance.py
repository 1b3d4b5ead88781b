"""Which column of a file is which of a layer: the small declaration that a town keeps from year to year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Lecture:
    """How a file is opened: what it does not say by itself."""

    feuille: str = ""
    """Sheet of a workbook, or layer of a GeoPackage or archive; empty: the only or the first one with data."""
    x: str = ""
    y: str = ""
    """Columns of coordinates; empty when the file has shapes, or a single column of places."""
    projection: int | None = None
    """EPSG code; None: what the file says."""


@dataclass(frozen=True)
class Etat:
    """Objects that are no longer there, by the words of a column, or by a date of end."""

    colonne: str
    disparus: tuple[str, ...] = ()
    """Cells, as they are written in the file, that tell an object is gone; empty: any filled cell does."""


@dataclass(frozen=True)
class Correspondance:
    """From a file's columns to a layer's. Keys are the layer's columns as users read them (`hauteur_totale`)."""

    lecture: Lecture = field(default_factory=Lecture)
    colonnes: Mapping[str, str] = field(default_factory=dict)
    a_confirmer: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Column of the layer -> `colonne` that may be it, and `pourquoi` it is not sure; not used until confirmed."""
    unites: Mapping[str, str] = field(default_factory=dict)
    """Column of the layer -> unit in the file, when it is another than the layer's: `cm`, `mm`, `m`, `km`."""
    valeurs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Column of the layer -> cell of the file -> value: the dictionary of codes."""
    etats: tuple[Etat, ...] = ()
    constantes: Mapping[str, str] = field(default_factory=dict)
    """Column of the layer -> value that the whole file bears, such as the scenario of one flood map among several."""
