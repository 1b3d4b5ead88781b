"""One dated diagnostic of a town."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coeurdeville.reports.editions.feature_index import Features, features_of
from coeurdeville.reports.editions.interactive_map import Bounds, InteractiveMap
from coeurdeville.reports.model import Report


@dataclass(frozen=True)
class Edition:
    """A diagnostic as it was established: nothing of it ever changes."""

    folder: Path
    commune: str
    """Insee code."""
    identifiant: str
    """`2026-11-25`; `2026-11-25-2` for the second of a day."""
    report: Report
    summary: Mapping[str, Any]
    """`diagnostic.json`, see docs/format_diagnostic.md."""
    files: Mapping[str, int]
    """What can be downloaded -> its size in bytes."""
    maps: tuple[InteractiveMap, ...]
    """In the order of the report's services."""

    def path(self, name: str) -> Path | None:
        """Where a file is; None when the edition has none of this name."""
        return self.folder / name if name in self.files else None

    def map(self, service: str) -> InteractiveMap | None:
        """The interactive map of a service; None when it has none."""
        return next((one for one in self.maps if one.service == service), None)

    def features(
        self, service: str, layer: str, box: Bounds | None = None, limit: int = 100, offset: int = 0
    ) -> Features | None:
        """Objects of a layer whose own rectangle meets `box` (degrees), sides included, in the order of the file.

        None when the service has no map, or its map no such layer.

        Raises
        ------
        Refused
            `emprise-invalide`: a side that is not finite, a west beyond the east, a south beyond the north.
        """
        found = self.map(service)
        shown = found.layer(layer) if found is not None else None
        return None if shown is None else features_of(self.folder / shown.file, box, limit, offset)
