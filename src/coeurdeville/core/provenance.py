"""Where a layer comes from: what every figure drawn from it must be able to cite."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from coeurdeville.core.french import listing
from coeurdeville.core.licences import UNKNOWN, Licence
from coeurdeville.core.vintage import Vintage


@dataclass(frozen=True)
class Origin:
    """Source of a layer, and what was supposed or left out while making it."""

    title: str
    """What the data are called by who holds them, e.g. `Inventaire des arbres`."""
    producer: str = ""
    """Who made them; empty: unknown, and said so."""
    vintage: Vintage | None = None
    licence: Licence = UNKNOWN
    page: str = ""
    """Address of the page that describes them."""
    read: int = 0
    """Objects in the file."""
    kept: int = 0
    """Objects that became part of the layer."""
    assumptions: tuple[str, ...] = ()
    """French sentences: what was supposed where the data do not say."""
    imputed: float = 0.0
    """Share (0 to 1) of the values that were filled in by a rule."""
    proxy: bool = False
    """The layer stands for another that is missing."""

    def supposing(self, *sentences: str, imputed: float = 0.0, proxy: bool = True) -> Origin:
        """The origin of a layer made from this one under further assumptions."""
        return replace(
            self,
            assumptions=(*self.assumptions, *sentences),
            imputed=max(self.imputed, imputed),
            proxy=self.proxy or proxy,
        )

    def cite(self) -> str:
        """`Inventaire des arbres, Ville de Redon, 2024, Licence Ouverte 2.0`: one line, nothing hidden."""
        return cite([self])

    def _holder(self) -> str:
        producer = self.producer or "producteur inconnu"
        when = str(self.vintage) if self.vintage else "date inconnue"
        return ", ".join((producer, when, self.licence.title))


def cite(origins: Iterable[Origin]) -> str:
    """Several sources in one line, those of one holder, date and licence together, each title once."""
    titles: dict[str, dict[str, None]] = {}
    for origin in origins:
        titles.setdefault(origin._holder(), {})[origin.title] = None
    return "\u202f; ".join(f"{listing(list(named))}, {holder}" for holder, named in titles.items())
