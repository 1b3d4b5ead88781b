"""What a layer of the town served for in a diagnostic: services, quarters, the ground of the maps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coeurdeville.deployability.resolver import standing_for
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.reports.ground import ORDER
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.runs.zonings import QUARTERS
from coeurdeville.services.contract.page import QUARTER

BY_QUARTER = "Chiffres par quartier"
ON_MAPS = "Fond des cartes"


def uses_of(kind: type[Layer], subject: Subject, chapters: Iterable[Chapter]) -> Iterator[str]:
    """Titles of the services that it feeds, then that figures are given by its zones, that maps are drawn over it."""
    ran = tuple(chapters)
    for chapter in ran:
        if any(use.found == kind.id for use in chapter.result.used):
            yield chapter.service.title
    if any(QUARTER in chapter.told.zonings for chapter in ran) and kind is _drawing_quarters(subject):
        yield BY_QUARTER
    if kind in ORDER:
        yield ON_MAPS


def _drawing_quarters(subject: Subject) -> type[Layer] | None:
    return standing_for(QUARTERS, subject.on_offer.keys())
