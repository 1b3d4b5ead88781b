"""Who usually has the competence for data, over many communes: it depends on their intercommunal body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import cached_property

from coeurdeville.deployability.alike import Alike
from coeurdeville.inventory.demandes.competence import holder_of
from coeurdeville.inventory.demandes.nature_epci import NatureEpci, nature_of
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.towns import towns_of


class Competent:
    """The usual holders in these communes. Communes whose bodies are alike are looked up once."""

    def __init__(self, codes: Collection[str]) -> None:
        self._codes = codes
        self._sorts: dict[tuple[str, ...], dict[NatureEpci | None, tuple[Commune, int]]] = {}

    def holders(self, layer: DataKind, where: Alike) -> Counter[str]:
        """What the holder is, in words -> in how many of these communes; empty words where nobody knows."""
        found: Counter[str] = Counter()
        for nature, (example, count) in self._natures(where).items():
            holder = holder_of(layer.competence, example, nature)
            found["" if holder.nature is None else holder.nature.libelle] += count
        rest = len(where.communes) - found.total()
        return found + Counter({"": rest})

    def _natures(self, where: Alike) -> dict[NatureEpci | None, tuple[Commune, int]]:
        """Nature of the intercommunal body -> one such commune, and how many there are; fictional communes left out."""
        if where.communes not in self._sorts:
            counted: dict[NatureEpci | None, tuple[Commune, int]] = {}
            for commune in (self._communes[code] for code in where.communes if code in self._communes):
                nature = nature_of(commune.epci)
                counted[nature] = commune, counted[nature][1] + 1 if nature in counted else 1
            self._sorts[where.communes] = counted
        return self._sorts[where.communes]

    @cached_property
    def _communes(self) -> dict[str, Commune]:
        return towns_of(self._codes)
