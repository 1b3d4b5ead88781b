"""The base of every layer: checked when built, then read-only."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Self

from shapely.geometry.base import BaseGeometry

from coeurdeville.core.problems import Kind, Problem, refuse_errors
from coeurdeville.core.provenance import Origin

LAYER_INVALID = Kind(
    "couche-invalide",
    "La couche « {title} » ne peut pas être construite ; ses erreurs suivent.",
    "Corriger le fichier ou son entrée dans ville.toml.",
)


class Layer(ABC):
    """What a service may ask for. A layer that exists is valid: no service checks its inputs again.

    Parameters
    ----------
    data
        What the kind of layer holds (a frame, a grid).
    origin
        Source, date, licence and assumptions; kept by every part of the layer.
    extent
        Where the layer is exhaustive, in its own CRS; None: everywhere. Outside it nothing is
        known, which is not the same as nothing there.

    Raises
    ------
    Refused
        With every error found, after a line that names the layer.
    """

    id: ClassVar[str]
    """Identifier in the code and in stored results, e.g. `trees`."""
    slug: ClassVar[str]
    """What users type, e.g. `arbres`."""
    title: ClassVar[str]
    """What users read, e.g. `Arbres`."""
    scope: ClassVar[str] = ""
    """What it is exhaustive of inside its extent, e.g. `arbres publics`; empty: of what the title says."""
    competence: ClassVar[str] = ""
    """Key of `inventory/competences.toml`: whose business these data usually are; empty: nobody's in particular."""
    words: ClassVar[tuple[str, ...]] = ()
    """Other words for it in titles of datasets, plain lower case."""
    environmental: ClassVar[bool] = True
    """Whether it is information on the environment, that may be asked for as such."""

    def __init__(self, data: Any, *, origin: Origin, extent: BaseGeometry | None = None) -> None:
        self._data, self.origin, self.extent = data, origin, extent
        found = list(self.problems())
        refuse_errors([LAYER_INVALID(title=self.title), *found] if found else [])

    @abstractmethod
    def problems(self) -> Iterator[Problem]:
        """Everything that is wrong with the data."""

    @abstractmethod
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that change with any value, geometry, column name or extent."""

    @abstractmethod
    def __len__(self) -> int:
        """Number of objects, rows or cells."""

    def clip(self, area: BaseGeometry) -> Self:
        """What is needed to judge `area`. A layer without place is given whole."""
        return self

    def within(self, zone: BaseGeometry) -> Self:
        """What belongs to `zone`. A layer without place is given whole."""
        return self

    def split(self, zones: Mapping[str, BaseGeometry]) -> dict[str, Self]:
        """The part of each zone; every object goes to one zone at most. Empty for a layer without place."""
        return {}

    def _holding(self, data: Any, extent: BaseGeometry | None = None) -> Self:
        """The same layer on part of its data, which needs no second check."""
        made = object.__new__(type(self))
        made._data, made.origin = data, self.origin
        made.extent = self.extent if extent is None else extent
        return made
