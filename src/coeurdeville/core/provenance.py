"""Where a layer comes from: what every figure drawn from it must be able to cite."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coeurdeville.core.french import listing
from coeurdeville.core.licences import UNKNOWN, Licence, combine
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


def merged(origins: Sequence[Origin]) -> Origin:
    """The source of what is put together: every title, the whole span of dates, the licence that all allow.

    One part without a date leaves the whole undated.
    """
    spans = [origin.vintage for origin in origins]
    known = [span for span in spans if span is not None]
    dated = Vintage(min(span.start for span in known), max(span.end for span in known)) if known else None
    kept = sum(origin.kept for origin in origins)
    return Origin(
        listing(list(dict.fromkeys(origin.title for origin in origins))),
        listing(list(dict.fromkeys(origin.producer for origin in origins if origin.producer))),
        dated if len(known) == len(spans) else None,
        combine([origin.licence for origin in origins]).licence,
        next((origin.page for origin in origins if origin.page), ""),
        sum(origin.read for origin in origins),
        kept,
        tuple(dict.fromkeys(said for origin in origins for said in origin.assumptions)),
        sum(origin.imputed * origin.kept for origin in origins) / kept if kept else 0.0,
        any(origin.proxy for origin in origins),
    )
