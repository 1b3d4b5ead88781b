"""What national sources offer to each commune by their coverage rules. Communes of the same answers share one offer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from coeurdeville.deployability.provider import Doubt, Offer, Place, Provider, ranked
from coeurdeville.layers.outline import Outline
from coeurdeville.sources.catalogue import sheets
from coeurdeville.sources.contract.sheet import Sheet
from coeurdeville.territories.coverage import Known
from coeurdeville.territories.projections import departement_of


@dataclass
class NationalOffer:
    """The offer of these sources. Rules speak of a département or name a commune: an answer costs a look-up."""

    sources: Sequence[Sheet]
    _offers: dict[tuple[Known, ...], Offer] = field(default_factory=dict)
    _of_departement: dict[str, tuple[Known, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rules = [sheet.coverage for sheet in self.sources]
        self._named = frozenset(code for rule in rules for code in (*rule.communes, *rule.left_out))

    def of(self, commune: str) -> Offer:
        """Layers and their sources for a commune. The same object for all communes of the same answers."""
        known = self._known(commune)
        if known not in self._offers:
            self._offers[known] = _offer(self.sources, known)
        return self._offers[known]

    def _known(self, commune: str) -> tuple[Known, ...]:
        if commune in self._named:
            return self._rules(commune)
        departement = departement_of(commune)
        if departement not in self._of_departement:
            self._of_departement[departement] = self._rules(commune)
        return self._of_departement[departement]

    def _rules(self, commune: str) -> tuple[Known, ...]:
        return tuple(sheet.coverage.of(commune) for sheet in self.sources)


@cache
def national_offer() -> NationalOffer:
    """The offer of every source that has a sheet, but for outlines: no service asks for them."""
    return NationalOffer(tuple(sheet for sheet in sheets().values() if sheet.layer is not Outline))


def _offer(sources: Collection[Sheet], known: Collection[Known]) -> Offer:
    found: dict[object, list[Provider]] = {}
    for sheet, one in zip(sources, known, strict=True):
        if one is not Known.NO:
            found.setdefault(sheet.layer, []).append(_provider(sheet, one))
    offer: Mapping[object, tuple[Provider, ...]] = {kind: tuple(those) for kind, those in found.items()}
    return ranked(offer)  # type: ignore[arg-type]


def _provider(sheet: Sheet, known: Known) -> Provider:
    doubts = [] if sheet.read else [Doubt.READER]
    doubts += [Doubt.COVERAGE] if known is Known.NOT_SAID else []
    lacking = sheet.coverage.lacking if known is Known.NOT_SAID else ""
    return Provider(sheet.layer, Place.SOURCE, sheet.slug, sheet.title, sheet.publisher, sheet.licence, tuple(doubts),
                    lacking)  # fmt: skip
